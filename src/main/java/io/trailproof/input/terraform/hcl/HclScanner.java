package io.trailproof.input.terraform.hcl;

/** Moves over HCL text without understanding it: blanks, comments, strings, heredocs, brackets. */
final class HclScanner {
  private final byte[] bytes;
  private int meaningful;

  HclScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The byte at a place; 0 behind the end. */
  byte at(int at) {
    return at < bytes.length ? bytes[at] : 0;
  }

  /** Behind blanks and comments; line breaks stay. */
  int afterBlanks(int from) {
    int at = from;
    while (at < bytes.length) {
      int next = isBlank(bytes[at]) ? at + 1 : afterComment(at);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** Behind blanks, comments and line breaks, up to a limit. */
  int afterSpace(int from, int limit) {
    int at = from;
    while (at < limit) {
      int next = bytes[at] == '\n' ? at + 1 : afterBlanks(at);
      if (next == at) {
        break;
      }
      at = next;
    }
    return Math.min(at, limit);
  }

  /** Behind a name; the same place if there is none. */
  int afterName(int from) {
    int at = from;
    while (at < bytes.length && isName(bytes[at], at > from)) {
      at++;
    }
    return at;
  }

  /** Behind the quoted string that begins here, or where its line ends if it is never closed. */
  int afterQuoted(int from) {
    Nesting open = new Nesting();
    open.open((byte) '"');
    int at = from + 1;
    while (at < bytes.length && !open.isEmpty()) {
      at = open.isText() ? text(at, open) : code(at, open);
    }
    return Math.min(at, bytes.length);
  }

  /**
   * Where an expression ends: at one of some bytes or at a bracket that it did not open.
   *
   * @param stops bytes that end it outside of all brackets
   */
  int expressionEnd(int from, int limit, String stops) {
    Nesting open = new Nesting();
    int at = from;
    meaningful = from;
    while (at < limit) {
      byte c = bytes[at];
      if (open.isText()) {
        at = text(at, open);
      } else if (open.isEmpty() && stops.indexOf(c) >= 0) {
        break;
      } else if (c == ')' || c == ']' || c == '}') {
        if (!open.close(c)) {
          break;
        }
        at++;
      } else {
        int behind = c == '\n' || isBlank(c) ? at + 1 : afterComment(at);
        if (behind > at) {
          at = behind;
          continue;
        }
        at = code(at, open);
      }
      meaningful = Math.min(at, limit);
    }
    return Math.min(at, limit);
  }

  /** Where the last expression really ends: blanks and comments behind it left out. */
  int meaningfulEnd() {
    return meaningful;
  }

  /** One step within code; comments and brackets included. */
  private int code(int at, Nesting open) {
    byte c = bytes[at];
    switch (c) {
      case '"', '(', '[', '{' -> open.open(c);
      case ')', ']', '}' -> open.close(c);
      case '<' -> {
        return afterHeredoc(at);
      }
      case '#', '/' -> {
        return Math.max(at + 1, afterComment(at));
      }
      default -> {}
    }
    return at + 1;
  }

  /** One step within a quoted string; a line break ends it, since there can be none. */
  private int text(int at, Nesting open) {
    byte c = bytes[at];
    if (c == '"' || c == '\n') {
      open.closeText();
      return c == '"' ? at + 1 : at;
    }
    if (c == '\\') {
      return at(at + 1) == '\n' ? at + 1 : at + 2;
    }
    if (c == '$' || c == '%') {
      if (at(at + 1) == '{') {
        open.openInterpolation();
        return at + 2;
      }
      return at(at + 1) == c && at(at + 2) == '{' ? at + 3 : at + 1;
    }
    return at + 1;
  }

  /** Behind a heredoc's closing word; one byte on if none begins here. */
  private int afterHeredoc(int from) {
    int word = from + 2;
    if (at(from + 1) != '<') {
      return from + 1;
    }
    if (at(word) == '-') {
      word++;
    }
    int end = afterName(word);
    int line = at(end) == '\r' ? end + 1 : end;
    if (end == word || at(line) != '\n') {
      return from + 1;
    }
    int at = line + 1;
    while (at < bytes.length) {
      int lineEnd = lineEnd(at);
      int first = at;
      while (first < lineEnd && isBlank(bytes[first])) {
        first++;
      }
      if (isWord(first, lineEnd, word, end)) {
        return first + end - word;
      }
      at = lineEnd + 1;
    }
    return bytes.length;
  }

  private boolean isWord(int first, int lineEnd, int word, int wordEnd) {
    int last = lineEnd;
    while (last > first && isBlank(bytes[last - 1])) {
      last--;
    }
    return java.util.Arrays.equals(bytes, first, last, bytes, word, wordEnd);
  }

  /** Behind a comment, its line break excluded; the same place if there is none. */
  private int afterComment(int from) {
    byte c = bytes[from];
    if (c == '#' || (c == '/' && at(from + 1) == '/')) {
      return lineEnd(from);
    }
    if (c != '/' || at(from + 1) != '*') {
      return from;
    }
    for (int at = from + 2; at + 1 < bytes.length; at++) {
      if (bytes[at] == '*' && bytes[at + 1] == '/') {
        return at + 2;
      }
    }
    return bytes.length;
  }

  int lineEnd(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  /** Letters beyond ASCII are taken as they come: all of their bytes are negative. */
  private static boolean isName(byte c, boolean inside) {
    return c < 0
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (inside && (c == '-' || isDigit(c)));
  }
}
