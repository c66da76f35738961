package io.trailproof.aws.filterpattern.syntax;

import java.util.function.IntPredicate;

/** A place in a pattern's text, between its first and last character that count. */
public final class Cursor {
  private final String text;
  private final int end;
  private int at;

  public Cursor(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  public int at() {
    return at;
  }

  public int end() {
    return end;
  }

  public boolean atEnd() {
    return at >= end;
  }

  /** The character here; NUL at the end. */
  public char peek() {
    return peek(0);
  }

  public char peek(int ahead) {
    return at + ahead < end ? text.charAt(at + ahead) : '\0';
  }

  public boolean looksAt(String word) {
    return at + word.length() <= end && text.startsWith(word, at);
  }

  public boolean take(String word) {
    if (looksAt(word)) {
      at += word.length();
      return true;
    }
    return false;
  }

  public void skip(int characters) {
    at = Math.min(end, at + characters);
  }

  public void moveTo(int offset) {
    at = offset;
  }

  public String takeWhile(IntPredicate test) {
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

  public boolean blanks() {
    return !takeWhile(Chars::isBlank).isEmpty();
  }

  /** The next occurrence of a character; -1 if there is none before the end. */
  public int find(char c, int from) {
    int found = text.indexOf(c, from);
    return found < end ? found : -1;
  }

  /** The offset after the character that begins at another, which may take two places. */
  public int after(int offset) {
    return offset < end ? offset + Character.charCount(text.codePointAt(offset)) : offset + 1;
  }

  public char charAt(int offset) {
    return text.charAt(offset);
  }

  /** The one character that begins at an offset, which may take two places. */
  public String character(int offset) {
    return between(offset, after(offset));
  }

  public String between(int start, int stop) {
    return text.substring(start, stop);
  }

  public String since(int start) {
    return text.substring(start, at);
  }

  /**
   * Where the run of characters that begins here and holds no blanks, brackets or operators ends:
   * what to underline.
   */
  public int wordEnd(int from) {
    int stop = from;
    while (stop < end
        && !Chars.isBlank(text.charAt(stop))
        && "(){}[]=&|,\"".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    return Math.min(end, Math.max(stop, from + 1));
  }
}
