package io.trailproof.document;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a predicate to the few texts that it is asked about millions of times: a text that
 * was decided before is told by its characters, without making a string of them.
 */
final class Decisions {
  private static final int SLOTS = 1 << 9;

  private final Predicate<String> predicate;
  private final @Nullable String[] texts = new @Nullable String[SLOTS];
  private final boolean[] answers = new boolean[SLOTS];

  Decisions(Predicate<String> predicate) {
    this.predicate = predicate;
  }

  boolean areOf(Predicate<String> other) {
    return predicate == other;
  }

  /** What the predicate says of a text. */
  boolean test(String text) {
    return predicate.test(text);
  }

  /** What the predicate says of some characters. */
  boolean test(char[] buffer, int start, int length) {
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + buffer[i];
    }
    int slot = (hash ^ (hash >>> 9)) & (SLOTS - 1);
    String known = texts[slot];
    if (known != null && isSame(known, buffer, start, length)) {
      return answers[slot];
    }
    String text = new String(buffer, start, length);
    boolean answer = predicate.test(text);
    texts[slot] = text;
    answers[slot] = answer;
    return answer;
  }

  private static boolean isSame(String text, char[] buffer, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[start + i]) {
        return false;
      }
    }
    return true;
  }
}
