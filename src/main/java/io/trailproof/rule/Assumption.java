package io.trailproof.rule;

/**
 * Something that no input can show and a pass rests on.
 *
 * @param code a short name, such as {@code subscriber-confirms}
 * @param message one line, lower case, no full stop
 * @param address the resource it is about
 */
public record Assumption(String code, String message, String address) {}
