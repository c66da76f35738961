package io.trailproof.source;

/** A line and a column, both from 1; a column counts characters (code points), not bytes. */
public record Position(long line, long column) {}
