package io.trailproof.report;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.report.text.Excerpt;
import io.trailproof.report.text.Style;
import io.trailproof.report.text.Style.Meaning;
import java.util.List;

/** What is said at a place: the line itself, the place with its source, and help. */
record DiagnosticLines(Style style) {
  /** Before a place. */
  static final String ARROW = "  --> ";

  /** A diagnostic in full. */
  void of(Diagnostic diagnostic, List<String> lines) {
    Meaning meaning = diagnostic.isError() ? Meaning.BAD : Meaning.UNSURE;
    lines.add(
        style.paint(meaning, diagnostic.severity().word() + "[" + diagnostic.code() + "]")
            + ": "
            + text(diagnostic.message()));
    if (diagnostic.primary() != null) {
      place(diagnostic.labels(), "", lines);
    } else {
      lines.add(ARROW + text(diagnostic.input()));
    }
    help(diagnostic.help(), lines);
    lines.add("");
  }

  /** Where something is, and the source there. */
  void place(List<Label> labels, String address, List<String> lines) {
    if (!address.isEmpty()) {
      lines.add(ARROW + style.paint(Meaning.PLACE, text(address)));
    }
    boolean first = address.isEmpty();
    for (Label label : labels) {
      String at = text(label.part().toString());
      lines.add(first ? ARROW + at : "      " + at);
      first = false;
      Excerpt.of(label, style).forEach(line -> lines.add("  " + line));
    }
  }

  /** What to do. */
  void help(List<String> help, List<String> lines) {
    for (String line : help) {
      lines.add("  = " + style.paint(Meaning.GOOD, "help") + ": " + text(line));
    }
  }

  private String text(String foreign) {
    return style.plain(foreign);
  }
}
