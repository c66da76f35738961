package io.trailproof.rule;

/**
 * Something worth knowing that changes no verdict: a weakness, or what no fact settles.
 *
 * @param code a short name, such as {@code records-writes-only}
 * @param message one line, lower case, no full stop
 * @param address the resource it is about
 */
public record Note(String code, String message, String address) {}
