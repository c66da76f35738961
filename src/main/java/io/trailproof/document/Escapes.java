package io.trailproof.document;

/** The escapes of double-quoted scalars, YAML's and with them JSON's. */
final class Escapes {
  private static final String NAMES = "0abtnvfre \"/\\N_LPt\t";
  private static final String MEANINGS =
      "\0\u0007\b\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029\t\t";

  private Escapes() {}

  /** Decodes the escape at an index and returns the index behind it. */
  static int decode(String source, int at, int to, Decoded decoded) {
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

  private static int hex(String source, int at, int end, Decoded decoded) {
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
  private static int continued(String source, int from, int to, Decoded decoded) {
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
