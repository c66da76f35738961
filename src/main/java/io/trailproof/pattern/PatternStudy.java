package io.trailproof.pattern;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.Parsed;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.insight.Explanation;
import io.trailproof.aws.filterpattern.insight.PatternNotes;
import io.trailproof.rule.Event;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.EventScenario;
import java.util.List;
import java.util.Optional;

/**
 * What there is to tell of one filter pattern, or of one query.
 *
 * @param language in what it is written
 * @param text the pattern or query as it was given
 * @param refusals why the service would refuse it; empty if it takes it
 * @param meaning the pattern as a tree in words, a line each
 * @param notes what a person would want to be told
 * @param events what becomes of each event of a rule
 * @param records what becomes of records that were tried
 */
public record PatternStudy(
    Language language,
    String text,
    List<Remark> refusals,
    List<String> meaning,
    List<Remark> notes,
    List<EventCover> events,
    List<RecordMatch> records) {
  public PatternStudy {
    refusals = List.copyOf(refusals);
    meaning = List.copyOf(meaning);
    notes = List.copyOf(notes);
    events = List.copyOf(events);
    records = List.copyOf(records);
  }

  /**
   * Something about a part of the pattern.
   *
   * @param start the first character it is about
   * @param end the character after the last
   */
  public record Remark(String code, String message, int start, int end, List<String> help) {
    public Remark {
      help = List.copyOf(help);
    }
  }

  /**
   * What becomes of one event.
   *
   * @param verdict pass if every record matches
   * @param clauses what the records that get away have in common, or why it cannot be told
   * @param witness a record that gets away
   */
  public record EventCover(
      String event, Verdict verdict, List<String> clauses, Optional<String> witness) {
    public EventCover {
      clauses = List.copyOf(clauses);
    }
  }

  /** Studies a pattern against the events of a rule, and tries it on some records. */
  public static PatternStudy of(String text, List<Event> events, List<TriedRecord> records) {
    return FilterPattern.parse(text)
        .match(
            accepted -> accepted(text, accepted.pattern(), events, records),
            rejected -> refused(text, rejected, events));
  }

  /** The worst of its events; a pattern that is refused covers none. */
  public Verdict verdict() {
    Verdict worst = refusals.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    for (EventCover cover : events) {
      worst = worst.and(cover.verdict());
    }
    return worst;
  }

  private static PatternStudy accepted(
      String text, FilterPattern pattern, List<Event> events, List<TriedRecord> records) {
    return new PatternStudy(
        Language.FILTER,
        text,
        List.of(),
        Explanation.of(pattern).lines(),
        PatternNotes.of(text).stream()
            .map(
                note ->
                    new Remark(
                        note.code().id(),
                        note.message(),
                        note.start(),
                        note.end(),
                        note.help().isEmpty() ? List.of() : List.of(note.help())))
            .toList(),
        events.stream().map(event -> cover(pattern, event)).toList(),
        records.stream().map(record -> record.match(pattern)).toList());
  }

  private static PatternStudy refused(String text, Parsed.Rejected rejected, List<Event> events) {
    List<Remark> refusals =
        rejected.rejections().stream()
            .map(
                one ->
                    new Remark(
                        one.code().id(),
                        one.message(),
                        one.start(),
                        one.end(),
                        one.expected().isEmpty()
                            ? List.of()
                            : List.of("expected " + String.join(", ", one.expected()))))
            .toList();
    return new PatternStudy(
        Language.FILTER,
        text,
        refusals,
        List.of(),
        List.of(),
        events.stream()
            .map(
                event ->
                    new EventCover(
                        event.name(),
                        Verdict.FAIL,
                        List.of("the service refuses the pattern"),
                        Optional.empty()))
            .toList(),
        List.of());
  }

  static EventCover cover(FilterPattern pattern, Event event) {
    return Coverage.of(List.of(pattern), EventScenario.of(event))
        .match(
            complete -> new EventCover(event.name(), Verdict.PASS, List.of(), Optional.empty()),
            misses ->
                new EventCover(
                    event.name(),
                    Verdict.FAIL,
                    misses.witness().clauses(),
                    Optional.of(misses.witness().record().print())),
            undecided ->
                new EventCover(
                    event.name(), Verdict.UNKNOWN, List.of(undecided.why()), Optional.empty()));
  }
}
