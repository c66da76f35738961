package io.trailproof.source;

/** A half-open range of one input, in bytes; line and column are derived when printed. */
public record Span(SourceFile file, long start, long end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The text of this span. */
  public String text() {
    return file.text(start, end);
  }

  /** Where it begins. */
  public Position position() {
    return file.position(start);
  }

  /** True if some line of the file has something of both. */
  public boolean sharesLine(Span other) {
    return file == other.file && firstLine() <= other.lastLine() && other.firstLine() <= lastLine();
  }

  private long firstLine() {
    return position().line();
  }

  private long lastLine() {
    return file.position(Math.max(start, end - 1)).line();
  }

  /** {@code file:line:column}, as printed. */
  @Override
  public String toString() {
    Position at = position();
    return file.name() + ":" + at.line() + ":" + at.column();
  }
}
