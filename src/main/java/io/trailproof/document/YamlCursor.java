package io.trailproof.document;

import java.nio.charset.StandardCharsets;

/**
 * A position in the bytes of a YAML document that holds nothing but ASCII, which moves forward from
 * what is content to what is content.
 */
final class YamlCursor {
  private static final int LONGEST_KEY = 1000; // that of SnakeYAML is 1,024, with what surrounds it

  private final byte[] bytes;
  private int at;
  private int lineStart;

  YamlCursor(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What is written is not of the common kind; never leaves this package. */
  static final class Uncommon extends Exception {
    private static final long serialVersionUID = 1L;

    Uncommon() {
      super(null, null, false, false);
    }
  }

  /** True if there is nothing in a document but printable ASCII, tabs and line feeds. */
  static boolean isPlain(byte[] bytes) {
    for (byte one : bytes) {
      if ((one < ' ' && one != '\n' && one != '\t') || one == 0x7F) {
        return false;
      }
    }
    return true;
  }

  int at() {
    return at;
  }

  /** The column of the position; -1 at the end. */
  int column() {
    return at < bytes.length ? at - lineStart : -1;
  }

  /** The byte at some distance; a line feed past the end. */
  byte peek(int distance) {
    return at + distance < bytes.length ? bytes[at + distance] : (byte) '\n';
  }

  boolean isLineFeed(int place) {
    return bytes[place] == '\n';
  }

  void forward(int distance) {
    at += distance;
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** True if a blank or the end of the line is at some distance. */
  boolean endsWord(int distance) {
    byte one = peek(distance);
    return one == ' ' || one == '\n';
  }

  /** True at the dash of an item. */
  boolean isItem() {
    return peek(0) == '-' && endsWord(1);
  }

  void skipBlanks() {
    while (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
  }

  /** Moves over blanks, but not past a column. */
  void skipBlanks(int most) {
    while (at < bytes.length && bytes[at] == ' ' && at - lineStart < most) {
      at++;
    }
  }

  void toLineStart() {
    at = lineStart;
  }

  /** True if only blanks and a comment follow on the line. */
  boolean isLineDone() {
    skipBlanks();
    return peek(0) == '\n' || (peek(0) == '#' && at > 0 && bytes[at - 1] == ' ');
  }

  /** Moves from the end of a line to the next content, which has to be where the line ends. */
  void nextLine() throws Uncommon {
    if (!isLineDone()) {
      throw new Uncommon();
    }
    skipLine();
    toContent();
  }

  /** Moves from the start of a line to the next content. */
  void toContent() throws Uncommon {
    while (at < bytes.length) {
      lineStart = at;
      skipBlanks();
      byte one = peek(0);
      if (one == '\t') {
        throw new Uncommon();
      }
      if (at < bytes.length && one != '\n' && one != '#') {
        if (at == lineStart && (isMark('-') || isMark('.'))) {
          throw new Uncommon();
        }
        return;
      }
      skipLine();
    }
  }

  /** Passes over a mark of a document's start on a line of its own. */
  void skipStart() throws Uncommon {
    while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '#')) {
      skipLine();
    }
    if (isMark('-') && endsWord(3)) {
      forward(3);
      if (!isLineDone()) {
        throw new Uncommon();
      }
      skipLine();
    }
  }

  /** Moves over blanks and line feeds within brackets. */
  void skipWithinFlow() throws Uncommon {
    skipBlanks();
    while (peek(0) == '\n') {
      if (at >= bytes.length) {
        throw new Uncommon();
      }
      at++;
      lineStart = at;
      if (isMark('-') || isMark('.')) {
        throw new Uncommon();
      }
      skipBlanks();
    }
  }

  private boolean isMark(char one) {
    return peek(0) == one && peek(1) == one && peek(2) == one;
  }

  /** Moves past the end of the line. */
  void skipLine() {
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    at = Math.min(bytes.length, at + 1);
    lineStart = at;
  }

  /** Makes sure that what began somewhere is a key that SnakeYAML takes, too. */
  void requireKeyFrom(int start) throws Uncommon {
    if (at - start > LONGEST_KEY) {
      throw new Uncommon();
    }
  }
}
