package io.trailproof.report.text;

import io.trailproof.diagnostic.Label;
import io.trailproof.source.Snippet;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of source that a label points at, with the label underlined.
 *
 * <p>A plan is one line of megabytes, and what stands beside a value may be secret: of a long line
 * only the value and its key are shown.
 */
public final class Excerpt {
  /** Bytes of a line beyond which its other content is left out. */
  private static final int SHORT_LINE = 200;

  /** Characters of a value that are shown at most. */
  private static final int WIDTH = 96;

  private static final int LONGEST_KEY = 80;

  /** The header of a YAML block scalar and the indentation of its first line. */
  private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]*[ \\t]*\\r?\\n\\s*(?=\\S)");

  private final Span span;
  private final String text;
  private final Style style;

  private Excerpt(Span span, String text, Style style) {
    this.span = span;
    this.text = text;
    this.style = style;
  }

  /**
   * A line of source as it is shown.
   *
   * @param line its number
   * @param lead what stands before what is meant
   * @param marked what is meant; empty where nothing of the line is
   * @param said what is to be said of it; may be empty
   * @param isMeant false for a line that only leads to what is meant; what is meant may be a place
   *     without text
   */
  public record Quoted(
      long line, String lead, String marked, String tail, String said, boolean isMeant) {
    public Quoted {
      List<String> parts = Plain.beside(List.of(lead, marked, tail));
      lead = parts.get(0);
      marked = parts.get(1);
      tail = parts.get(2);
    }
  }

  /** The lines of the excerpt, gutter included; none if there is nothing to show. */
  public static List<String> of(Label label, Style style) {
    List<String> lines = new ArrayList<>();
    for (Quoted one : quoted(label, style)) {
      String number = Long.toString(one.line());
      String gutter = " ".repeat(number.length() + 2) + style.choose("│", "|");
      if (lines.isEmpty()) {
        lines.add(style.paint(Style.Meaning.MUTED, gutter));
      }
      String bar = " " + number + " " + style.choose("│", "|");
      lines.add(
          style.paint(Style.Meaning.MUTED, bar) + " " + one.lead() + one.marked() + one.tail());
      if (one.isMeant()) {
        String marks =
            " ".repeat(width(one.lead()))
                + "^".repeat(Math.max(1, width(one.marked())))
                + (one.said().isEmpty() ? "" : " " + one.said());
        lines.add(
            style.paint(Style.Meaning.MUTED, gutter) + " " + style.paint(Style.Meaning.BAD, marks));
      }
    }
    return lines;
  }

  /** The lines as a page sets them. */
  public static List<Quoted> quoted(Label label, Style style) {
    List<Quoted> lines = new ArrayList<>();
    if (!label.isQuoted()) {
      return lines;
    }
    Span span = label.span();
    Optional<Snippet> shown = span.file().snippet();
    if (shown.isPresent()) {
      for (Snippet.Line line : shown.get().lines()) {
        lines.add(again(line, style));
      }
      return lines;
    }
    if (!label.part().equals(span)) {
      new Excerpt(span, label.text(), style).writePart(label.part(), lines);
      return lines;
    }
    String head = span.file().text(span.start(), Math.min(span.end(), span.start() + SHORT_LINE));
    Matcher block = BLOCK.matcher(head);
    if (block.lookingAt()) {
      // The header says nothing; the text of the block does.
      new Excerpt(span, "", style).write(lines, false);
      span = new Span(span.file(), span.start() + block.end(), span.end());
    }
    new Excerpt(span, label.text(), style).write(lines, true);
    return lines;
  }

  /** A line that was shown before; what it says is a stranger's once more. */
  private static Quoted again(Snippet.Line line, Style style) {
    return new Quoted(
        line.number(),
        style.plain(line.before()),
        style.plain(line.marked()),
        style.plain(line.after()),
        style.plain(line.said()),
        line.isMeant());
  }

  private void write(List<Quoted> lines, boolean underlined) {
    SourceFile file = span.file();
    String left = lastLine(file.text(Math.max(0, span.start() - SHORT_LINE), span.start()));
    String all = file.text(span.start(), Math.min(span.end(), span.start() + 4L * SHORT_LINE));
    String value = firstLine(all);
    String after = firstLine(file.text(span.end(), span.end() + SHORT_LINE));
    boolean isLong =
        left.length() + value.length() + after.length() > SHORT_LINE || left.length() >= SHORT_LINE;
    if (isLong && value.isEmpty()) {
      return;
    }
    boolean isWhole = span.end() > span.start() + 1; // else its first character is meant
    if (isWhole && isContainer(value) && (isLong || isJson(file))) {
      if (!key(left).endsWith(":")) {
        return;
      }
      value = value.charAt(0) == '{' ? "{…}" : "[…]";
    }
    boolean alone = !isLong && isAlone(left, after);
    boolean severalLines = value.length() < all.length() && !isLong;
    String lead = safe(alone ? left : key(left));
    String shown = safe(cut(value));
    String tail = !alone || severalLines ? "" : safe(cut(after));
    long line = span.position().line();
    lines.add(
        underlined
            ? new Quoted(line, lead, shown, tail, safe(text), true)
            : new Quoted(line, lead + shown + tail, "", "", "", false));
  }

  /** The line on which the part begins, of which nothing is shown but the value, if it is long. */
  private void writePart(Span part, List<Quoted> lines) {
    SourceFile file = span.file();
    String before = file.text(span.start(), part.start());
    String marked =
        firstLine(file.text(part.start(), Math.min(part.end(), part.start() + 4L * WIDTH)));
    String behind = firstLine(file.text(part.end(), Math.min(span.end(), part.end() + SHORT_LINE)));
    String lead = "";
    if (before.indexOf('\n') < 0) {
      String left = lastLine(file.text(Math.max(0, span.start() - SHORT_LINE), span.start()));
      String after = firstLine(file.text(span.end(), span.end() + SHORT_LINE));
      int length = left.length() + before.length() + marked.length() + behind.length();
      lead = length <= SHORT_LINE && isAlone(left, after) ? left : key(left);
    }
    String near = end(lastLine(before));
    lead = safe(lead.endsWith("…") && near.startsWith("…") ? near : lead + near);
    String shown = safe(cut(marked));
    lines.add(
        new Quoted(
            part.position().line(), lead, shown, safe(cut(behind, WIDTH / 2)), safe(text), true));
  }

  private String safe(String foreign) {
    return style.plain(foreign);
  }

  /** True if a value does not share its line with other members of a JSON object. */
  private static boolean isAlone(String left, String after) {
    String before = left.strip();
    boolean isMember = before.endsWith("\":");
    return !isMember
        || (before.indexOf('"') == 0
            && before.lastIndexOf('"', before.length() - 3) == 0
            && after.chars().allMatch(c -> " ,]}".indexOf(c) >= 0));
  }

  /** The key before a value, as in {@code "pattern":}. */
  private static String key(String left) {
    String trimmed = left.stripTrailing();
    if (!trimmed.endsWith(":")) {
      return "…";
    }
    String beforeColon = trimmed.substring(0, trimmed.length() - 1).stripTrailing();
    int open =
        beforeColon.endsWith("\"") ? beforeColon.lastIndexOf('"', beforeColon.length() - 2) : -1;
    boolean isKey = open >= 0 && trimmed.length() - open < LONGEST_KEY;
    return "…" + (isKey ? left.substring(open) : "");
  }

  private static boolean isJson(SourceFile file) {
    return isContainer(file.text(0, SHORT_LINE).stripLeading());
  }

  private static boolean isContainer(String value) {
    return value.startsWith("{") || value.startsWith("[");
  }

  private static String cut(String text) {
    return cut(text, WIDTH);
  }

  private static String cut(String text, int width) {
    return text.length() <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.min(width, width(text)))) + "…";
  }

  /** The end of a text that is too long to be shown. */
  private static String end(String text) {
    int most = WIDTH / 2;
    return width(text) <= most
        ? text
        : "…" + text.substring(text.offsetByCodePoints(text.length(), -most));
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
