package io.trailproof.report.text;

import io.trailproof.diagnostic.Label;
import io.trailproof.source.Position;
import io.trailproof.source.Span;

/**
 * A place in a file as other programs want it: lines and columns from 1, the end exclusive.
 *
 * @param file as the user named it
 */
public record Located(String file, long line, long column, long endLine, long endColumn) {
  /** Where the underlined part of a label stands. */
  public static Located of(Label label) {
    return of(label.part());
  }

  /** Where a span stands. */
  public static Located of(Span span) {
    Position start = span.position();
    Position end = span.file().position(span.end());
    return new Located(span.file().name(), start.line(), start.column(), end.line(), end.column());
  }

  /** The beginning of a file, for what has no place of its own. */
  public static Located atStart(String file) {
    return new Located(file, 1, 1, 1, 1);
  }

  /** {@code file:line:column}. */
  public String shown() {
    return file + ":" + line + ":" + column;
  }

  /** The file without a leading {@code ./} and with slashes, as dashboards compare paths. */
  public String path() {
    String path = file.replace('\\', '/');
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    return path.isEmpty() ? "." : path;
  }
}
