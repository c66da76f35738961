package io.trailproof.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds lines and columns when one is printed, never before. What lies before the furthest position
 * that was asked for is counted once: a file of a gigabyte may be one line, and many labels point
 * into it.
 */
final class Lines {
  private static final int CHUNK = 1 << 16;

  private final Content content;

  /** The count at the start of every chunk that has been counted, in order. */
  private final List<Count> counted = new ArrayList<>(List.of(new Count(1, 0, 0)));

  /**
   * What is before an offset.
   *
   * @param line the line that the offset is in, from 1
   * @param start where that line starts
   * @param characters how many characters (code points) of the line are before the offset
   */
  private record Count(long line, long start, long characters) {
    Count after(byte[] bytes, int length, long offset) {
      long at = line;
      long lineStart = start;
      long seen = characters;
      for (int i = 0; i < length; i++) {
        byte b = bytes[i];
        if (b == '\n') {
          at++;
          lineStart = offset + i + 1;
          seen = 0;
        } else if ((b & 0xC0) != 0x80) {
          seen++;
        }
      }
      return new Count(at, lineStart, seen);
    }
  }

  Lines(Content content) {
    this.content = content;
  }

  Position position(long offset) {
    Count count = count(offset);
    return new Position(count.line(), 1 + count.characters());
  }

  private synchronized Count count(long offset) {
    int chunk = (int) (offset / CHUNK);
    while (counted.size() <= chunk) {
      long at = (long) (counted.size() - 1) * CHUNK;
      byte[] bytes = content.copy(at, CHUNK);
      counted.add(counted.get(counted.size() - 1).after(bytes, bytes.length, at));
    }
    long at = (long) chunk * CHUNK;
    byte[] bytes = content.copy(at, CHUNK);
    return counted.get(chunk).after(bytes, (int) Math.min(bytes.length, offset - at), at);
  }

  long start(long offset) {
    return count(offset).start();
  }

  long end(long offset) {
    long at = offset;
    while (at < content.length()) {
      byte[] chunk = content.copy(at, CHUNK);
      for (int i = 0; i < chunk.length; i++) {
        if (chunk[i] == '\n') {
          long end = at + i;
          return end > offset && i > 0 && chunk[i - 1] == '\r' ? end - 1 : end;
        }
      }
      if (chunk.length == 0) {
        break;
      }
      at += chunk.length;
    }
    return content.length();
  }
}
