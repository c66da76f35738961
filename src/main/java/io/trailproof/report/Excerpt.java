package io.trailproof.report;

import io.trailproof.diagnostic.Label;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.List;

/**
 * The line of source that a label points at, with the label underlined.
 *
 * <p>A plan is one line of megabytes, and what stands beside a value may be secret: of a long line
 * only the value and its key are shown.
 */
final class Excerpt {
  /** Bytes of a line beyond which its other content is left out. */
  private static final int SHORT_LINE = 200;

  /** Characters of a value that are shown at most. */
  private static final int WIDTH = 96;

  private static final int LONGEST_KEY = 80;

  private Excerpt() {}

  /** The lines of the excerpt, gutter included; none if there is nothing to show. */
  static List<String> of(Label label, Style style) {
    Span span = label.span();
    SourceFile file = span.file();
    long before = Math.max(0, span.start() - SHORT_LINE);
    String left = lastLine(file.text(before, span.start()));
    long end = Math.min(span.end(), span.start() + 4L * SHORT_LINE);
    String value = firstLine(file.text(span.start(), end));
    String after = firstLine(file.text(span.end(), span.end() + SHORT_LINE));
    boolean isLong =
        left.length() + value.length() + after.length() > SHORT_LINE || left.length() >= SHORT_LINE;
    if (isLong && (value.startsWith("{") || value.startsWith("["))) {
      return List.of();
    }
    boolean severalLines = value.length() < file.text(span.start(), end).length();
    String lead = isLong ? key(left, style) : left;
    String tail = isLong || severalLines ? "" : after;
    String shown = cut(value, style);
    String number = Long.toString(span.position().line());
    String gutter = " ".repeat(number.length() + 1);
    String bar = style.choose("│", "|");
    String line = Plain.text(lead) + Plain.text(shown) + Plain.text(cut(tail, style));
    String underline =
        " ".repeat(width(Plain.text(lead)))
            + "^".repeat(Math.max(1, width(Plain.text(shown))))
            + (label.text().isEmpty() ? "" : " " + Plain.text(label.text()));
    return List.of(
        style.paint(Style.Meaning.MUTED, gutter + " " + bar),
        style.paint(Style.Meaning.MUTED, " " + number + " " + bar) + " " + line,
        style.paint(Style.Meaning.MUTED, gutter + " " + bar)
            + " "
            + style.paint(Style.Meaning.BAD, underline));
  }

  /** The key before a value, as in {@code "pattern":}. */
  private static String key(String left, Style style) {
    String trimmed = left.stripTrailing();
    if (!trimmed.endsWith(":")) {
      return style.choose("…", "...");
    }
    String beforeColon = trimmed.substring(0, trimmed.length() - 1).stripTrailing();
    int open =
        beforeColon.endsWith("\"") ? beforeColon.lastIndexOf('"', beforeColon.length() - 2) : -1;
    boolean isKey = open >= 0 && trimmed.length() - open < LONGEST_KEY;
    return style.choose("…", "...") + (isKey ? left.substring(open) : "");
  }

  private static String cut(String text, Style style) {
    return text.length() <= WIDTH
        ? text
        : text.substring(
                0,
                text.offsetByCodePoints(0, Math.min(WIDTH, text.codePointCount(0, text.length()))))
            + style.choose("…", "...");
  }

  private static String lastLine(String text) {
    String line = text.substring(text.lastIndexOf('\n') + 1);
    return line.replace("\t", " ");
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.stripTrailing().replace("\t", " ");
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
