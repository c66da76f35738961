package io.trailproof.document;

import io.trailproof.source.Span;
import java.nio.charset.StandardCharsets;

/** Finds the place of a piece of a scalar's text in its source, whatever escapes stand between. */
final class ScalarPart {
  private ScalarPart() {}

  /**
   * The span of the decoded characters {@code from..to}; the whole scalar where the notation folds
   * lines, so that no place is ever made up.
   */
  static Span of(Node.Scalar scalar, int from, int to) {
    String source = scalar.span().text();
    String text = scalar.text();
    if (source.startsWith("\"")) {
      int start = jsonOffset(source, from);
      int end = jsonOffset(source, to);
      return start < 0 || end < 0 ? scalar.span() : within(scalar.span(), source, start, end);
    }
    int at = source.indexOf(text);
    return at < 0 || to > text.length()
        ? scalar.span()
        : within(scalar.span(), source, at + from, at + to);
  }

  private static Span within(Span span, String source, int start, int end) {
    long from = span.start() + source.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
    long to =
        from
            + source.substring(start, Math.max(start, end)).getBytes(StandardCharsets.UTF_8).length;
    return new Span(span.file(), from, to);
  }

  /** The index in a double-quoted source of the n-th decoded character; -1 where lines fold. */
  private static int jsonOffset(String source, int n) {
    int at = 1;
    for (int decoded = 0; decoded < n; decoded++) {
      if (at >= source.length() - 1 || source.charAt(at) == '\n') {
        return -1;
      }
      if (source.charAt(at) != '\\') {
        at++;
      } else if (at + 1 < source.length() && source.charAt(at + 1) == 'u') {
        at += 6;
      } else {
        at += 2;
      }
    }
    return Math.min(at, source.length());
  }
}
