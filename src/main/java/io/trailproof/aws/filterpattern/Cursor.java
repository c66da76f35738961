package io.trailproof.aws.filterpattern;

import java.util.function.IntPredicate;

/** A place in a pattern's text, between its first and last character that count. */
final class Cursor {
  private final String text;
  private final int end;
  private int at;

  Cursor(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  int at() {
    return at;
  }

  int end() {
    return end;
  }

  boolean atEnd() {
    return at >= end;
  }

  /** The character here; NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < end ? text.charAt(at + ahead) : '\0';
  }

  boolean looksAt(String word) {
    return at + word.length() <= end && text.startsWith(word, at);
  }

  boolean take(String word) {
    if (looksAt(word)) {
      at += word.length();
      return true;
    }
    return false;
  }

  void skip(int characters) {
    at = Math.min(end, at + characters);
  }

  void moveTo(int offset) {
    at = offset;
  }

  String takeWhile(IntPredicate test) {
    int start = at;
    while (at < end) {
      int codePoint = text.codePointAt(at);
      if (!test.test(codePoint)) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return text.substring(start, Math.min(at, end));
  }

  boolean blanks() {
    return !takeWhile(Chars::isBlank).isEmpty();
  }

  /** The next occurrence of a character; -1 if there is none before the end. */
  int find(char c, int from) {
    int found = text.indexOf(c, from);
    return found < end ? found : -1;
  }

  /** The offset after the character that begins at another, which may take two places. */
  int after(int offset) {
    return offset < end ? offset + Character.charCount(text.codePointAt(offset)) : offset + 1;
  }

  String between(int start, int stop) {
    return text.substring(start, stop);
  }

  String since(int start) {
    return text.substring(start, at);
  }

  /**
   * Where the run of characters that are no blanks, brackets or operators ends: what to underline.
   */
  int wordEnd() {
    int stop = at;
    while (stop < end
        && !Chars.isBlank(text.charAt(stop))
        && "(){}[]=&|,\"".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    return Math.min(end, Math.max(stop, at + 1));
  }
}
