package io.trailproof.document;

import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.nio.charset.StandardCharsets;

/** Turns positions counted in characters into positions counted in bytes of UTF-8. */
final class ByteOffsets {
  private static final int STEP = 32;

  private final SourceFile file;
  private final byte[] bytes;
  private final int[] everyStep;
  private final int count;

  ByteOffsets(SourceFile file, String text) {
    this.file = file;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.count = text.codePointCount(0, text.length());
    if (count == bytes.length) {
      this.everyStep = new int[0]; // each character is a byte
      return;
    }
    this.everyStep = new int[count / STEP + 1];
    int point = 0;
    for (int at = 0; at < bytes.length; at++) {
      if ((bytes[at] & 0xC0) != 0x80) {
        if (point % STEP == 0) {
          everyStep[point / STEP] = at;
        }
        point++;
      }
    }
    if (count % STEP == 0) {
      everyStep[count / STEP] = bytes.length;
    }
  }

  /** The byte offset of the n-th character, clamped to the file. */
  int offset(int n) {
    if (count == bytes.length) {
      return Math.max(0, Math.min(n, count));
    }
    if (n >= count) {
      return bytes.length;
    }
    int at = everyStep[Math.max(0, n) / STEP];
    for (int left = Math.max(0, n) % STEP; left > 0; left--) {
      at++;
      while (at < bytes.length && (bytes[at] & 0xC0) == 0x80) {
        at++;
      }
    }
    return at;
  }

  Span span(int from, int to) {
    int start = offset(from);
    return file.span(start, Math.max(start, offset(to)));
  }

  /** An offset moved left over blanks and line breaks, but not past {@code start}. */
  int trimmed(int start, int end) {
    int at = end;
    while (at > start && (bytes[at - 1] == '\n' || bytes[at - 1] == '\r')) {
      at--;
    }
    return at;
  }
}
