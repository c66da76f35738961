package io.trailproof.source;

/** Finds lines and columns when one is printed, never before. */
final class Lines {
  private static final int CHUNK = 1 << 16;

  private final Content content;

  Lines(Content content) {
    this.content = content;
  }

  Position position(long offset) {
    long line = 1;
    long start = 0;
    long at = 0;
    while (at < offset) {
      byte[] chunk = content.copy(at, (int) Math.min(CHUNK, offset - at));
      for (int i = 0; i < chunk.length; i++) {
        if (chunk[i] == '\n') {
          line++;
          start = at + i + 1;
        }
      }
      if (chunk.length == 0) {
        break;
      }
      at += chunk.length;
    }
    return new Position(line, 1 + characters(start, offset));
  }

  /** The number of characters (code points) between two offsets. */
  private long characters(long start, long end) {
    long count = 0;
    long at = start;
    while (at < end) {
      byte[] chunk = content.copy(at, (int) Math.min(CHUNK, end - at));
      for (byte b : chunk) {
        if ((b & 0xC0) != 0x80) {
          count++;
        }
      }
      if (chunk.length == 0) {
        break;
      }
      at += chunk.length;
    }
    return count;
  }

  long start(long offset) {
    long end = offset;
    while (end > 0) {
      int length = (int) Math.min(CHUNK, end);
      byte[] chunk = content.copy(end - length, length);
      for (int i = chunk.length - 1; i >= 0; i--) {
        if (chunk[i] == '\n') {
          return end - length + i + 1;
        }
      }
      end -= length;
    }
    return 0;
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
