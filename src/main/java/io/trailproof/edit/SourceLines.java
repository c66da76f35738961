package io.trailproof.edit;

import io.trailproof.source.SourceFile;
import java.nio.charset.StandardCharsets;

/** The lines of a file, by offsets in bytes. */
final class SourceLines {
  private final SourceFile file;
  private final byte[] bytes;

  SourceLines(SourceFile file) {
    this.file = file;
    this.bytes = file.bytes(0, file.length());
  }

  SourceFile file() {
    return file;
  }

  /** The byte at a place; 0 outside of the file. */
  byte at(long offset) {
    return offset >= 0 && offset < bytes.length ? bytes[(int) offset] : 0;
  }

  long length() {
    return bytes.length;
  }

  /** Where the line of a place begins. */
  long start(long offset) {
    long at = offset;
    while (at > 0 && at(at - 1) != '\n') {
      at--;
    }
    return at;
  }

  /** Where the line of a place ends, its line break excluded. */
  long end(long offset) {
    long at = offset;
    while (at < bytes.length && at(at) != '\n') {
      at++;
    }
    return at > offset && at(at - 1) == '\r' ? at - 1 : at;
  }

  /** Where the line behind that of a place begins, or the file ends. */
  long next(long offset) {
    long at = offset;
    while (at < bytes.length && at(at) != '\n') {
      at++;
    }
    return Math.min(bytes.length, at + 1);
  }

  /** True if nothing but blanks stands between two places. */
  boolean isBlank(long from, long to) {
    for (long at = from; at < to; at++) {
      byte c = at(at);
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return false;
      }
    }
    return true;
  }

  /** True if a line begins at a place and holds nothing. */
  boolean isBlankLine(long start) {
    return start < bytes.length && isBlank(start, next(start));
  }

  /** The blanks that the line of a place begins with. */
  String indent(long offset) {
    long start = start(offset);
    long at = start;
    while (at(at) == ' ' || at(at) == '\t') {
      at++;
    }
    return text(start, at);
  }

  String text(long from, long to) {
    return new String(bytes, (int) from, (int) (to - from), StandardCharsets.UTF_8);
  }

  /** Text in the line breaks of the file. */
  String broken(String text) {
    long first = end(0);
    return at(first) == '\r' ? text.replace("\n", "\r\n") : text;
  }
}
