package io.trailproof.input;

import io.trailproof.source.SourceFile;

/**
 * Two files that cannot be of one deployment, since both make the same thing.
 *
 * @param address what both make
 */
public record Clash(SourceFile one, SourceFile other, String address) {}
