package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.OrdinaryRecords;
import io.trailproof.aws.filterpattern.coverage.Witness;
import io.trailproof.aws.insights.LogsQuery;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.EventScenario;
import io.trailproof.rule.adapter.QueryPattern;
import java.util.List;
import java.util.Optional;

/** Whether the query of a log alarm finds every record of an event (T13, F233). */
final class QueryCoverage {
  private QueryCoverage() {}

  /** The query leaves at least one row for every record of the event. */
  static Judgement judge(Step step, Event event) {
    return judge(step, event, step.graph().property(step.resource(), "query"));
  }

  private static Judgement judge(Step step, Event event, Value value) {
    Resource alarm = step.resource();
    if (value instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> judge(step, event, step.graph().resolve(one)))
          .reduce((a, b) -> a.verdict() == b.verdict() ? a : Judgement.unknown(choice.why()))
          .orElse(Judgement.unknown(choice.why()));
    }
    if (value.isAbsent()) {
      return Judgement.fail("it has no query", Labels.at(value, alarm));
    }
    Optional<String> text = value.asText();
    if (text.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, "query", value), value, alarm);
    }
    LogsQuery query = LogsQuery.read(text.get());
    JsonPattern pattern = QueryPattern.of(query.condition());
    Judgement covered =
        IamRegions.judge(
            step,
            () -> pattern.tests().stream().anyMatch(test -> test.print().contains("awsRegion")),
            value,
            region ->
                judgement(
                    Coverage.of(List.of(pattern), EventScenario.of(event).in(region)),
                    value,
                    alarm));
    return covered.verdict() == Verdict.FAIL
        ? covered
        : covered
            .and(
                OrdinaryTaken.judge(
                    OrdinaryRecords.taken(pattern, event.source()), event, value, alarm))
            .and(rows(query, value, alarm));
  }

  private static Judgement rows(LogsQuery query, Value value, Resource alarm) {
    return query
        .doubt()
        .map(
            doubt ->
                Judgement.unknown(
                    "of the query, " + doubt.words(),
                    Labels.within(value, alarm, doubt.at().start(), doubt.at().end(), "")))
        .orElse(Judgement.pass());
  }

  private static Judgement judgement(Coverage coverage, Value value, Resource alarm) {
    return coverage.match(
        complete -> Judgement.pass(),
        misses ->
            Judgement.fail(
                value.origin().sensitive() ? "some records get away" : missed(misses.witness()),
                Labels.at(value, alarm)),
        undecided -> Judgement.unknown(asInQuery(undecided.why()), value, alarm));
  }

  private static String missed(Witness witness) {
    return witness.clauses().isEmpty()
        ? "no record matches"
        : asInQuery("missed when " + String.join(" and ", witness.clauses()));
  }

  /** A query names a field without the {@code $.} of a pattern. */
  static String asInQuery(String words) {
    return words.replace("`$.", "`");
  }
}
