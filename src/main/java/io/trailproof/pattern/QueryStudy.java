package io.trailproof.pattern;

import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.OrdinaryRecords;
import io.trailproof.aws.filterpattern.insight.Explanation;
import io.trailproof.aws.filterpattern.insight.PatternNote;
import io.trailproof.aws.filterpattern.insight.PatternNotes;
import io.trailproof.aws.insights.LogsQuery;
import io.trailproof.pattern.PatternStudy.EventCover;
import io.trailproof.pattern.PatternStudy.Remark;
import io.trailproof.rule.Event;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.QueryPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to tell of one query of Logs Insights (T13). */
public final class QueryStudy {
  private static final String NOT_FOLLOWED = "not-followed";
  private static final String TAKES_ORDINARY = "takes-ordinary-records";

  private final LogsQuery query;
  private final JsonPattern pattern;

  private QueryStudy(String text) {
    this.query = LogsQuery.read(text);
    this.pattern = QueryPattern.of(query.condition());
  }

  /** Studies a query against the events of a rule, and tries it on some records. */
  public static PatternStudy of(String text, List<Event> events, List<TriedRecord> records) {
    if (text.length() > LogsQuery.MAX_LENGTH) {
      return tooLong(text, events);
    }
    QueryStudy study = new QueryStudy(text);
    return new PatternStudy(
        Language.INSIGHTS,
        text,
        List.of(),
        study.meaning(),
        study.notes(text),
        events.stream().map(study::cover).toList(),
        records.stream().map(record -> record.match(study.pattern)).toList());
  }

  private static PatternStudy tooLong(String text, List<Event> events) {
    return new PatternStudy(
        Language.INSIGHTS,
        text,
        List.of(
            new Remark(
                "too-long",
                "a query has at most " + LogsQuery.MAX_LENGTH + " characters (F221)",
                LogsQuery.MAX_LENGTH,
                text.length(),
                List.of())),
        List.of(),
        List.of(),
        events.stream()
            .map(
                event ->
                    new EventCover(
                        event.name(),
                        Verdict.FAIL,
                        List.of("the service refuses the query"),
                        Optional.empty()))
            .toList(),
        List.of());
  }

  /** The tree of the pattern, without the line that says what patterns match. */
  private List<String> meaning() {
    List<String> lines = Explanation.of(pattern).lines();
    List<String> below =
        lines.subList(1, lines.size()).stream().map(line -> asInQuery(line.substring(2))).toList();
    return pattern.tests().isEmpty() && pattern.undocumented().isEmpty()
        ? List.of("nothing is asked")
        : below;
  }

  private List<Remark> notes(String text) {
    List<Remark> notes = new ArrayList<>();
    for (LogsQuery.Doubt doubt : query.doubts()) {
      notes.add(
          new Remark(NOT_FOLLOWED, doubt.words(), doubt.at().start(), doubt.at().end(), List.of()));
    }
    for (PatternNote note : PatternNotes.ofEvents(pattern)) {
      notes.add(
          new Remark(
              note.code().id(),
              asInQuery(note.message()),
              note.start(),
              note.end(),
              note.help().isEmpty() ? List.of() : List.of(asInQuery(note.help()))));
    }
    if (!OrdinaryRecords.taken(pattern).isEmpty()) {
      notes.add(
          new Remark(
              TAKES_ORDINARY,
              "it finds what any account writes all the time, so an alarm on it may never leave"
                  + " ALARM (F150)",
              0,
              text.length(),
              List.of()));
    }
    return notes;
  }

  /** What a command may do to the rows leaves open what becomes of a record that is found. */
  private EventCover cover(Event event) {
    EventCover cover = PatternStudy.cover(pattern, event);
    if (cover.verdict() == Verdict.PASS && query.doubt().isPresent()) {
      return new EventCover(
          cover.event(), Verdict.UNKNOWN, List.of(query.doubt().get().words()), cover.witness());
    }
    return new EventCover(
        cover.event(),
        cover.verdict(),
        cover.clauses().stream().map(QueryStudy::asInQuery).toList(),
        cover.witness());
  }

  /** A query names a field without the {@code $.} of a pattern. */
  private static String asInQuery(String words) {
    return words.replace("`$.", "`");
  }
}
