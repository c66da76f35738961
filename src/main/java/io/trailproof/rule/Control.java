package io.trailproof.rule;

/** A benchmark's control that a rule serves, and where that mapping is written. */
public record Control(String framework, String version, String id, String source) {}
