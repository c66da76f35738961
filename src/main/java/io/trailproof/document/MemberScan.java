package io.trailproof.document;

import java.nio.charset.StandardCharsets;

/**
 * Finds a member of an object as programs write it: without blanks and escapes, behind texts,
 * numbers and words alone. What is written otherwise it leaves to others.
 */
final class MemberScan {
  private final String name;
  private final byte[] letters;

  MemberScan(String name) {
    this.name = name;
    this.letters = name.getBytes(StandardCharsets.UTF_8);
  }

  /** The name of the member. */
  String name() {
    return name;
  }

  /**
   * Where the value of the first member of the name begins.
   *
   * @param from behind the opening bracket of the object
   * @param to where what may be looked at ends
   * @return -1 if it is not found
   */
  int value(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == '"') {
      int end = ByteScanner.textEnd(bytes, at + 1, to);
      if (end + 2 >= to || bytes[end] != '"' || bytes[end + 1] != ':') {
        return -1;
      }
      int value = end + 2;
      if (isName(bytes, at + 1, end)) {
        return value;
      }
      at = scalarEnd(bytes, value, to);
      if (at >= to || bytes[at] != ',') {
        return -1;
      }
      at++;
    }
    return -1;
  }

  private boolean isName(byte[] bytes, int from, int to) {
    if (to - from != letters.length) {
      return false;
    }
    for (int i = 0; i < letters.length; i++) {
      if (bytes[from + i] != letters[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where a scalar ends; where it begins if it is none. */
  private static int scalarEnd(byte[] bytes, int from, int to) {
    if (bytes[from] == '"') {
      int end = ByteScanner.textEnd(bytes, from + 1, to);
      return end < to && bytes[end] == '"' ? end + 1 : from;
    }
    int at = from;
    if (ByteScanner.beginsWord(bytes[from])) {
      while (at < to && ByteScanner.isOfWord(bytes[at])) {
        at++;
      }
    }
    return at;
  }
}
