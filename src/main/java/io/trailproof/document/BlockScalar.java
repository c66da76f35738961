package io.trailproof.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes literal ({@code |}) and folded ({@code >}) block scalars. */
final class BlockScalar {
  private final String source;
  private final boolean folded;
  private final List<Line> lines;

  private BlockScalar(String source, boolean folded, List<Line> lines) {
    this.source = source;
    this.folded = folded;
    this.lines = lines;
  }

  /** A line without its break; {@code next} is where the following one begins. */
  private record Line(int start, int end, int next) {}

  static Optional<ScalarPart.Decoded> decode(String source, int at, String text) {
    List<Line> lines = lines(source, at);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    BlockScalar block =
        new BlockScalar(source, source.charAt(at) == '>', lines.subList(1, lines.size()));
    // The indicator counts from the parent's indent, which is not ours to see: try the widest
    // first.
    for (int indent = block.widest(); indent >= 0; indent--) {
      ScalarPart.Decoded decoded = block.decode(indent);
      if (decoded.spells(text)) {
        return Optional.of(decoded);
      }
    }
    return Optional.empty();
  }

  private static List<Line> lines(String source, int from) {
    List<Line> lines = new ArrayList<>();
    int start = from;
    while (start < source.length()) {
      int newline = source.indexOf('\n', start);
      int next = newline < 0 ? source.length() : newline + 1;
      int end = newline < 0 ? next : newline;
      lines.add(
          new Line(start, end > start && source.charAt(end - 1) == '\r' ? end - 1 : end, next));
      start = next;
    }
    return lines;
  }

  /** The indent of the first line that holds more than blanks. */
  private int widest() {
    for (Line line : lines) {
      int at = line.start();
      while (at < line.end() && source.charAt(at) == ' ') {
        at++;
      }
      if (at < line.end()) {
        return at - line.start();
      }
    }
    return 0;
  }

  private ScalarPart.Decoded decode(int indent) {
    ScalarPart.Decoded decoded = new ScalarPart.Decoded();
    int i = 0;
    while (i < lines.size() && isEmpty(lines.get(i), indent)) {
      newline(lines.get(i), decoded);
      i++;
    }
    while (i < lines.size()) {
      Line line = lines.get(i);
      decoded.copy(source, line.start() + indent, line.end());
      int next = i + 1;
      while (next < lines.size() && isEmpty(lines.get(next), indent)) {
        next++;
      }
      if (folded
          && next < lines.size()
          && isText(line, indent)
          && isText(lines.get(next), indent)) {
        if (next == i + 1) {
          decoded.add(' ', line.end(), line.next());
        }
      } else {
        newline(line, decoded);
      }
      for (int empty = i + 1; empty < next; empty++) {
        newline(lines.get(empty), decoded);
      }
      i = next;
    }
    return decoded;
  }

  private static void newline(Line line, ScalarPart.Decoded decoded) {
    decoded.add('\n', line.end(), Math.max(line.end(), line.next()));
  }

  private boolean isEmpty(Line line, int indent) {
    return line.end() - line.start() <= indent
        && source.substring(line.start(), line.end()).isBlank();
  }

  /** True if the line begins with neither space nor tab, so that it folds. */
  private boolean isText(Line line, int indent) {
    int at = line.start() + indent;
    return at < line.end() && source.charAt(at) != ' ' && source.charAt(at) != '\t';
  }
}
