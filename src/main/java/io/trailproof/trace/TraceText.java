package io.trailproof.trace;

import io.trailproof.kleene.Truth;
import io.trailproof.report.text.Style;
import io.trailproof.report.text.Style.Meaning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Traces for people: step by step, the further the record gets the further to the right. */
public final class TraceText {
  /** So many steps beside each other that stop the record are shown. */
  private static final int MOST_STOPPED = 5;

  private static final String UNTOLD = "cannot be told";

  private final Style style;

  /** Steps whose way onward was shown. */
  private final Set<List<Hop>> shown = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Traces drawn in a style. */
  public TraceText(Style style) {
    this.style = style;
  }

  /** Writes them all, with a last line that counts. */
  public void write(List<TracedDeployments> records, Appendable out) throws IOException {
    List<String> lines = new ArrayList<>();
    records.forEach(one -> record(one, lines));
    lines.add(summary(records));
    for (String line : lines) {
      out.append(line.stripTrailing()).append('\n');
    }
  }

  private void record(TracedDeployments traced, List<String> lines) {
    TracedRecord record = traced.record();
    lines.add(
        style.paint(
            Meaning.TITLE,
            "a record of " + style.plain(record.event() + " by " + record.source())));
    for (TracedDeployments.Part part : traced.parts()) {
      if (traced.parts().size() > 1) {
        lines.add(style.plain("in " + part.deployment()));
      }
      for (RecordTrace.Course course : part.trace().courses()) {
        shown.clear();
        if (!course.when().isEmpty()) {
          lines.add(style.plain("where " + course.when() + ":"));
        }
        steps(course.steps(), 1, lines);
      }
      part.rules().forEach(rule -> lines.add("  " + style.plain(rule.words(part.trace()))));
    }
    lines.add(outcome(traced.outcome()));
    lines.add("");
  }

  private void steps(List<Hop> steps, int depth, List<String> lines) {
    int stopped = 0;
    for (Hop hop : steps) {
      stopped += hop.passes().isNo() ? 1 : 0;
      if (!hop.passes().isNo() || stopped <= MOST_STOPPED) {
        step(hop, depth, lines);
      }
    }
    if (stopped > MOST_STOPPED) {
      lines.add("  ".repeat(depth) + (stopped - MOST_STOPPED) + " more stop it");
    }
  }

  private void step(Hop hop, int depth, List<String> lines) {
    String indent = "  ".repeat(depth);
    String address = hop.address().isEmpty() ? "" : " " + style.plain(hop.address());
    lines.add(indent + mark(hop.passes()) + " " + hop.kind() + address);
    for (Saying saying : hop.sayings()) {
      lines.add(indent + "    " + lead(saying) + style.plain(saying.text()));
    }
    if (hop.onward().isEmpty()) {
      return;
    }
    if (shown.add(hop.onward())) {
      steps(hop.onward(), depth + 1, lines);
    } else {
      lines.add(indent + "  and on as above");
    }
  }

  private static String lead(Saying saying) {
    return switch (saying.passes()) {
      case YES -> "";
      case NO -> "stopped: ";
      case UNKNOWN -> saying.text().endsWith(UNTOLD) ? "" : UNTOLD + ": ";
    };
  }

  private String mark(Truth passes) {
    return switch (passes) {
      case YES -> style.paint(Meaning.GOOD, style.choose("✓", "+"));
      case NO -> style.paint(Meaning.BAD, style.choose("✗", "x"));
      case UNKNOWN -> style.paint(Meaning.UNSURE, "?");
    };
  }

  private String outcome(Truth told) {
    return switch (told) {
      case YES -> style.paint(Meaning.GOOD, "somebody is told");
      case NO -> style.paint(Meaning.BAD, "nobody is told");
      case UNKNOWN -> style.paint(Meaning.UNSURE, "whether somebody is told cannot be told");
    };
  }

  private static String summary(List<TracedDeployments> records) {
    long told = records.stream().filter(one -> one.outcome().isYes()).count();
    long stopped = records.stream().filter(one -> one.outcome().isNo()).count();
    return records.size()
        + (records.size() == 1 ? " record: " : " records: ")
        + told
        + " told, "
        + stopped
        + " stopped, "
        + (records.size() - told - stopped)
        + " cannot be told";
  }
}
