package io.trailproof.document;

import io.trailproof.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Finds the place of a piece of a scalar's text in its source, whatever escapes stand between. */
final class ScalarPart {
  private ScalarPart() {}

  /**
   * The span of the decoded characters {@code from..to}; the whole scalar where its notation cannot
   * be followed, so that no place is ever made up.
   */
  static Span of(Node.Scalar scalar, int from, int to) {
    Span whole = scalar.span();
    if (from < 0 || to < from || to > scalar.text().length()) {
      return whole;
    }
    String source = whole.text();
    return SourceMap.of(source, scalar.text())
        .filter(map -> map.decoded().length() > 0)
        .map(map -> within(whole, source, map, from, to))
        .orElse(whole);
  }

  private static Span within(Span whole, String source, SourceMap map, int from, int to) {
    int start = from < to ? map.start(from) : map.before(from);
    int end = from < to ? map.end(to - 1) : start;
    long first = whole.start() + bytes(source, 0, start);
    return new Span(whole.file(), first, first + bytes(source, start, Math.max(start, end)));
  }

  private static int bytes(String source, int from, int to) {
    return source.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
  }

  /** Where each decoded character of a scalar was written, as indexes into its source. */
  record SourceMap(Decoded decoded) {
    static Optional<SourceMap> of(String source, String text) {
      int at = afterProperties(source);
      if (at >= source.length()) {
        return Optional.empty();
      }
      return ScalarDecoder.decode(source, at, text).map(SourceMap::new);
    }

    int start(int n) {
      return decoded.start(n);
    }

    int end(int n) {
      return decoded.end(n);
    }

    /** The place of the gap before the n-th character. */
    int before(int n) {
      if (n > 0) {
        return decoded.end(n - 1);
      }
      return decoded.start(0);
    }

    /** The index behind a tag and an anchor, which a node's span begins with. */
    private static int afterProperties(String source) {
      int at = 0;
      while (at < source.length() && (source.charAt(at) == '!' || source.charAt(at) == '&')) {
        while (at < source.length() && !Character.isWhitespace(source.charAt(at))) {
          at++;
        }
        at = afterBlanks(source, at);
      }
      return at;
    }

    private static int afterBlanks(String source, int from) {
      int at = from;
      while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
        at++;
      }
      return at < source.length()
              && source.charAt(at) == '#'
              && source.lastIndexOf('\n', at) >= from
          ? afterBlanks(source, Math.max(at, source.indexOf('\n', at)))
          : at;
    }
  }

  /** Decoded text and, for each of its characters, where in the source it came from. */
  static final class Decoded {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    /** Adds a character that the source indexes {@code start..end} stand for. */
    void add(char c, int start, int end) {
      int n = text.length();
      if (n == starts.length) {
        starts = Arrays.copyOf(starts, 2 * n);
        ends = Arrays.copyOf(ends, 2 * n);
      }
      starts[n] = start;
      ends[n] = end;
      text.append(c);
    }

    /** Adds source characters that stand for themselves. */
    void copy(String source, int from, int to) {
      for (int i = from; i < to; i++) {
        add(source.charAt(i), i, i + 1);
      }
    }

    int start(int n) {
      return starts[Math.min(n, text.length() - 1)];
    }

    int end(int n) {
      return ends[Math.min(n, text.length() - 1)];
    }

    int length() {
      return text.length();
    }

    /**
     * True if this is a text, but for the line breaks at the end, which the source may not show.
     */
    boolean spells(String wanted) {
      int shared = Math.min(text.length(), wanted.length());
      return CharSequence.compare(text.substring(0, shared), wanted.substring(0, shared)) == 0
          && onlyBreaks(text, shared)
          && onlyBreaks(wanted, shared);
    }

    private static boolean onlyBreaks(CharSequence text, int from) {
      for (int i = from; i < text.length(); i++) {
        if (text.charAt(i) != '\n') {
          return false;
        }
      }
      return true;
    }
  }
}
