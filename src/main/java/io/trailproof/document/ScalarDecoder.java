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
  static Optional<ScalarPart.Decoded> decode(String source, int at, String text) {
    char first = source.charAt(at);
    if (first == '|' || first == '>') {
      return BlockScalar.decode(source, at, text);
    }
    ScalarPart.Decoded decoded = new ScalarPart.Decoded();
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
  private static void flow(
      String source, int from, int to, char quote, ScalarPart.Decoded decoded) {
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
  private static int blanks(String source, int from, int to, ScalarPart.Decoded decoded) {
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

  /** The escapes of double-quoted scalars, YAML's and with them JSON's. */
  static final class Escapes {
    private static final String NAMES = "0abtnvfre \"/\\N_LPt\t";
    private static final String MEANINGS =
        "\0\u0007\b\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029\t\t";

    private Escapes() {}

    /** Decodes the escape at an index and returns the index behind it. */
    static int decode(String source, int at, int to, ScalarPart.Decoded decoded) {
      char name = source.charAt(at + 1);
      int digits = name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
      if (digits > 0) {
        return hex(source, at, Math.min(to, at + 2 + digits), decoded);
      }
      if (name == '\n' || name == '\r') {
        int end = at + (name == '\r' && at + 2 < to && source.charAt(at + 2) == '\n' ? 3 : 2);
        return continued(source, end, to, decoded);
      }
      int known = NAMES.indexOf(name);
      decoded.add(known < 0 ? name : MEANINGS.charAt(known), at, at + 2);
      return at + 2;
    }

    private static int hex(String source, int at, int end, ScalarPart.Decoded decoded) {
      try {
        int point = Integer.parseInt(source, at + 2, end, 16);
        for (char c : Character.toChars(point)) {
          decoded.add(c, at, end);
        }
      } catch (IllegalArgumentException e) {
        decoded.add('\uFFFD', at, end);
      }
      return end;
    }

    /** Behind an escaped line break: further empty lines count, the next line's indent does not. */
    private static int continued(String source, int from, int to, ScalarPart.Decoded decoded) {
      int at = from;
      while (at < to && Character.isWhitespace(source.charAt(at))) {
        if (ScalarDecoder.Lines.isBreak(source, at)) {
          decoded.add('\n', at, at + 1);
        }
        at++;
      }
      return at;
    }
  }
}
