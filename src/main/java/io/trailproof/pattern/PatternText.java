package io.trailproof.pattern;

import io.trailproof.pattern.PatternStudy.EventCover;
import io.trailproof.pattern.PatternStudy.Remark;
import io.trailproof.report.VerdictText;
import io.trailproof.report.text.Excerpt;
import io.trailproof.report.text.Style;
import io.trailproof.report.text.Style.Meaning;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for people: refusals, meaning, what it covers, notes, and the records that were tried.
 */
public final class PatternText {
  /** Characters of a pattern that are shown around what a remark is about. */
  private static final int WINDOW = 88;

  private final Style style;
  private final VerdictText verdicts;
  private final String rule;

  /** A report on the events of a rule. */
  public PatternText(Style style, String rule) {
    this.style = style;
    this.verdicts = new VerdictText(style);
    this.rule = rule;
  }

  /** Writes the whole report. */
  public void write(PatternStudy study, Appendable out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Remark refusal : study.refusals()) {
      remark("error", Meaning.BAD, refusal, study.text(), lines);
    }
    if (study.refusals().isEmpty()) {
      lines.add(style.paint(Meaning.TITLE, study.language().title()));
      study.meaning().forEach(line -> lines.add("  " + style.plain(line)));
      lines.add("");
      coverage(study, lines);
    }
    for (Remark note : study.notes()) {
      remark("note", Meaning.UNSURE, note, study.text(), lines);
    }
    records(study.records(), lines);
    lines.add(summary(study));
    for (String line : lines) {
      out.append(line.stripTrailing()).append('\n');
    }
  }

  private void coverage(PatternStudy study, List<String> lines) {
    lines.add(style.paint(Meaning.TITLE, "events of " + rule));
    int width = study.events().stream().mapToInt(cover -> cover.event().length()).max().orElse(0);
    for (EventCover cover : study.events()) {
      String why =
          cover.verdict() == Verdict.PASS
              ? ""
              : (cover.verdict() == Verdict.FAIL ? "missed when " : "cannot tell: ")
                  + String.join(" and ", cover.clauses());
      String name = cover.event() + " ".repeat(width - cover.event().length());
      lines.add("  " + verdicts.mark(cover.verdict()) + " " + name + "  " + style.plain(why));
    }
    lines.add("");
    study.events().stream()
        .filter(cover -> cover.witness().isPresent())
        .findFirst()
        .ifPresent(
            cover -> {
              lines.add("a record of " + cover.event() + " that gets away:");
              lines.add("  " + style.plain(cover.witness().orElseThrow()));
              lines.add("");
            });
  }

  private void remark(
      String kind, Meaning meaning, Remark remark, String pattern, List<String> lines) {
    lines.add(
        style.paint(meaning, kind + "[" + remark.code() + "]")
            + ": "
            + style.plain(remark.message()));
    int from = whole(Math.max(0, Math.min(remark.start(), pattern.length()) - WINDOW / 2), pattern);
    int to = whole(Math.min(pattern.length(), from + WINDOW), pattern);
    int start = whole(Math.min(remark.start(), to), pattern);
    int end = Math.max(start, whole(Math.min(remark.end(), to), pattern));
    String lead = from > 0 ? style.choose("…", "...") : "";
    String tail = to < pattern.length() ? style.choose("…", "...") : "";
    Excerpt.Quoted near =
        new Excerpt.Quoted(
            1,
            lead + shown(pattern.substring(from, start)),
            shown(pattern.substring(start, end)),
            shown(pattern.substring(end, to)) + tail,
            "",
            true);
    lines.add("  " + near.lead() + near.marked() + near.tail());
    lines.add(
        "  "
            + " ".repeat(width(near.lead()))
            + style.paint(meaning, "^".repeat(Math.max(1, width(near.marked())))));
    remark
        .help()
        .forEach(
            line ->
                lines.add("  = " + style.paint(Meaning.GOOD, "help") + ": " + style.plain(line)));
    lines.add("");
  }

  private String shown(String part) {
    return style.plain(part.replaceAll("\\s", " "));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The offset itself, or the one after it if it would cut a character in two. */
  private static int whole(int offset, String text) {
    boolean within =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return within ? offset + 1 : offset;
  }

  private void records(List<RecordMatch> records, List<String> lines) {
    if (!records.isEmpty()) {
      lines.add(style.paint(Meaning.TITLE, "records"));
      records.forEach(one -> lines.add("  line " + one.line() + ": " + one.answer()));
      lines.add("");
    }
  }

  private String summary(PatternStudy study) {
    if (!study.refusals().isEmpty()) {
      return "refused by the service, 1 failure";
    }
    long covered = count(study, Verdict.PASS);
    long unknown = count(study, Verdict.UNKNOWN);
    long missed = study.events().size() - covered;
    return covered
        + " of "
        + study.events().size()
        + " events covered"
        + (missed > 0 ? ", " + missed + (missed == 1 ? " failure" : " failures") : "")
        + (unknown > 0 ? " (" + unknown + " unknown)" : "");
  }

  private static long count(PatternStudy study, Verdict verdict) {
    return study.events().stream().filter(cover -> cover.verdict() == verdict).count();
  }
}
