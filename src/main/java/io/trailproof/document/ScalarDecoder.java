package io.trailproof.document;

import java.util.Optional;

/**
 * Decodes a scalar once more, remembering where each character came from; what does not come out as
 * the parser's text is given up.
 */
final class ScalarDecoder {
  private ScalarDecoder() {}

  /**
   * @param source the scalar as written
   * @param at where its text begins, behind tag and anchor
   * @param text what the parser made of it
   */
  static Optional<Decoded> decode(String source, int at, String text) {
    char first = source.charAt(at);
    if (first == '|' || first == '>') {
      return BlockScalar.decode(source, at, text);
    }
    Decoded decoded = new Decoded();
    if (first == '"') {
      flow(source, at + 1, source.length() - 1, '"', decoded);
    } else if (first == '\'') {
      flow(source, at + 1, source.length() - 1, '\'', decoded);
    } else {
      flow(source, at, source.length(), ' ', decoded);
    }
    return decoded.spells(text) ? Optional.of(decoded) : Optional.empty();
  }

  /** JSON strings and YAML's quoted and plain scalars, which fold their line breaks. */
  private static void flow(String source, int from, int to, char quote, Decoded decoded) {
    int at = from;
    while (at < to) {
      char c = source.charAt(at);
      if (quote == '"' && c == '\\' && at + 1 < to) {
        at = Escapes.decode(source, at, to, decoded);
      } else if (quote == '\'' && c == '\'' && at + 1 < to) {
        decoded.add('\'', at, at + 2);
        at += 2;
      } else if (Character.isWhitespace(c)) {
        at = blanks(source, at, to, decoded);
      } else {
        decoded.add(c, at, at + 1);
        at++;
      }
    }
  }

  /** Blanks stay; blanks around one line break become a space, each further break a break. */
  private static int blanks(String source, int from, int to, Decoded decoded) {
    int end = from;
    int breaks = 0;
    while (end < to && Character.isWhitespace(source.charAt(end))) {
      if (Lines.isBreak(source, end)) {
        breaks++;
      }
      end++;
    }
    if (breaks == 0) {
      decoded.copy(source, from, end);
    } else if (breaks == 1) {
      decoded.add(' ', from, end);
    } else {
      int at = from;
      for (int left = breaks; left > 0; at++) {
        if (Lines.isBreak(source, at)) {
          left--;
          if (left < breaks - 1) {
            decoded.add('\n', at, at + 1);
          }
        }
      }
    }
    return end;
  }

  /** Line breaks as YAML and JSON files hold them. */
  static final class Lines {
    private Lines() {}

    /** True for the last character of a line break. */
    static boolean isBreak(String source, int at) {
      char c = source.charAt(at);
      return c == '\n'
          || (c == '\r' && (at + 1 >= source.length() || source.charAt(at + 1) != '\n'));
    }
  }
}
