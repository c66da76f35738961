package io.trailproof.document;

import java.io.IOException;

/** Passes over the parts of JSON in a window, of which it tells no more than where they end. */
final class ByteScanner {
  private final ByteWindow window;
  private final BlockScan blocks = new BlockScan();

  ByteScanner(ByteWindow window) {
    this.window = window;
  }

  /** Passes over blanks and one sign behind them, which it returns; -1 at the end of the file. */
  int sign() throws IOException {
    do {
      byte[] bytes = window.bytes();
      int limit = window.limit();
      for (int at = window.place(); at < limit; at++) {
        byte sign = bytes[at];
        if (sign > ' ' || !isBlank(sign)) {
          window.moveTo(at + 1);
          return sign & 0xFF;
        }
      }
      window.moveTo(limit);
    } while (window.more());
    return -1;
  }

  /** Passes over the rest of a string behind its opening quote; false if it does not end. */
  boolean string() throws IOException {
    do {
      byte[] bytes = window.bytes();
      int limit = window.limit();
      int at = textEnd(bytes, window.place(), limit);
      while (at + 1 < limit && bytes[at] == '\\') {
        at = textEnd(bytes, at + 2, limit);
      }
      if (at < limit && bytes[at] == '"') {
        window.moveTo(at + 1);
        return true;
      }
      window.moveTo(at); // a backslash stays, before what it means
    } while (window.more());
    return false;
  }

  /** The place of the first quote or backslash; the limit if there is none. */
  static int textEnd(byte[] bytes, int from, int limit) {
    int at = from;
    for (; at + Long.BYTES <= limit; at += Long.BYTES) {
      long eight = EightBytes.at(bytes, at);
      long found =
          EightBytes.are(eight, EightBytes.QUOTES) | EightBytes.are(eight, EightBytes.BACKSLASHES);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < limit && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    return at;
  }

  /** Passes over the rest of a number or word. */
  void word() throws IOException {
    do {
      byte[] bytes = window.bytes();
      int limit = window.limit();
      for (int at = window.place(); at < limit; at++) {
        if (!isOfWord(bytes[at])) {
          window.moveTo(at);
          return;
        }
      }
      window.moveTo(limit);
    } while (window.more());
  }

  /**
   * Passes over everything up to where all brackets are closed; false if they are not.
   *
   * @param open how many are open
   */
  boolean enclosed(int open) throws IOException {
    blocks.begin(open);
    while (!blocks.pass(window.bytes(), window.place(), window.blocks())) {
      window.moveTo(blocks.place());
      if (window.isLast()) {
        return false;
      }
      window.more();
    }
    window.moveTo(blocks.place());
    return true;
  }

  private static boolean isBlank(byte sign) {
    return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
  }

  /** True of a sign by which a number or word begins. */
  static boolean beginsWord(int sign) {
    return sign == '-' || (sign >= '0' && sign <= '9') || sign == 't' || sign == 'f' || sign == 'n';
  }

  /** True of what numbers and words are made of. */
  static boolean isOfWord(byte sign) {
    int letter = sign | 0x20;
    return (letter >= 'a' && letter <= 'z')
        || (sign >= '0' && sign <= '9')
        || sign == '+'
        || sign == '-'
        || sign == '.';
  }
}
