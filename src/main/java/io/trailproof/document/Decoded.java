package io.trailproof.document;

import java.util.Arrays;

/** Decoded text and, for each of its characters, where in the source it came from. */
final class Decoded {
  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  /** Adds a character that the source indexes {@code start..end} stand for. */
  void add(char c, int start, int end) {
    int n = text.length();
    if (n == starts.length) {
      starts = Arrays.copyOf(starts, 2 * n);
      ends = Arrays.copyOf(ends, 2 * n);
    }
    starts[n] = start;
    ends[n] = end;
    text.append(c);
  }

  /** Adds source characters that stand for themselves. */
  void copy(String source, int from, int to) {
    for (int i = from; i < to; i++) {
      add(source.charAt(i), i, i + 1);
    }
  }

  int start(int n) {
    return starts[Math.min(n, text.length() - 1)];
  }

  int end(int n) {
    return ends[Math.min(n, text.length() - 1)];
  }

  int length() {
    return text.length();
  }

  /** True if this is a text, but for the line breaks at the end, which the source may not show. */
  boolean spells(String wanted) {
    int shared = Math.min(text.length(), wanted.length());
    return CharSequence.compare(text.substring(0, shared), wanted.substring(0, shared)) == 0
        && onlyBreaks(text, shared)
        && onlyBreaks(wanted, shared);
  }

  private static boolean onlyBreaks(CharSequence text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) != '\n') {
        return false;
      }
    }
    return true;
  }
}
