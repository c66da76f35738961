package io.trailproof.input.terraform.expression;

/** Where quoted strings and interpolations end, and what their escapes stand for. */
final class Quoted {
  private static final int DEEPEST = 60;

  private Quoted() {}

  /** The closing quote of a string; the end of the text if there is none. */
  static int end(String text, int open) {
    return end(text, open, 0);
  }

  private static int end(String text, int open, int depth) {
    int at = open + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if ((c == '$' || c == '%') && at + 2 < text.length() && text.charAt(at + 1) == c) {
        at += text.charAt(at + 2) == '{' ? 3 : 1;
      } else if ((c == '$' || c == '%') && text.startsWith("{", at + 1)) {
        at = closing(text, at + 2, depth + 1) + 1;
      } else {
        at++;
      }
    }
    return Math.min(at, text.length());
  }

  /** The brace that closes an interpolation; the end of the text if there is none. */
  static int closing(String text, int from) {
    return closing(text, from, 0);
  }

  private static int closing(String text, int from, int level) {
    int depth = 0;
    int at = from;
    while (at < text.length() && level < DEEPEST) {
      char c = text.charAt(at);
      if (c == '"') {
        at = end(text, at, level + 1);
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && depth-- == 0) {
        return at;
      }
      at++;
    }
    return text.length();
  }

  /** Adds what an escape stands for, and returns where the text goes on. */
  static int unescape(String text, int at, StringBuilder plain) {
    if (at + 1 >= text.length()) {
      return text.length();
    }
    char c = text.charAt(at + 1);
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0 && at + 2 + digits <= text.length()) {
      String hex = text.substring(at + 2, at + 2 + digits);
      if (hex.matches("(0000)?[0-9a-fA-F]{4}|000[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4}")) {
        plain.appendCodePoint(Integer.parseInt(hex, 16));
      }
      return at + 2 + digits;
    }
    plain.append(
        switch (c) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> c;
        });
    return at + 2;
  }
}
