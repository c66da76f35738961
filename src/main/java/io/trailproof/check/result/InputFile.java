package io.trailproof.check.result;

/**
 * A file that was judged, so that anybody can tell which bytes it was.
 *
 * @param path as the user gave it
 * @param kind the format it was read as
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record InputFile(String path, String kind, long bytes, String sha256) {}
