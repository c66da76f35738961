package io.trailproof.rule.predicate;

import io.trailproof.aws.alarm.Firing;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.EngineWords;
import io.trailproof.rule.adapter.WatchedMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an alarm has beside the settings that the simulator knows (F58, F63, F70–F75, F81, F88). */
final class AlarmOddities {
  private AlarmOddities() {}

  /** Fails for what the API will refuse; unknown where nothing of the metric can be told. */
  static Judgement judge(Step step, Resource alarm) {
    Value criteria = alarm.property("evaluationCriteria");
    Value queries = step.graph().property(alarm, "queries");
    Value metric = step.graph().property(alarm, "metricName");
    if (!criteria.isAbsent()) {
      String spelt = Shown.spelt(step, alarm, "evaluationCriteria");
      boolean certain =
          criteria instanceof Value.Fields && (metric.isKnown() || queries instanceof Value.Items);
      return !certain
          ? Judgement.unknown("`" + spelt + "` is not evaluated here", criteria, alarm)
          : Judgement.fail(
              "`" + spelt + "` excludes a metric and queries, the API will refuse the alarm",
              Labels.at(criteria, alarm));
    }
    if (queries instanceof Value.Items) {
      for (String property : List.of("namespace", "dimensions")) {
        Value value = step.graph().property(alarm, property);
        if (value.isKnown() || value instanceof Value.Fields) {
          return Judgement.fail(
              "`"
                  + Shown.spelt(step, alarm, property)
                  + "` and metric queries exclude each other, the API will refuse the alarm",
              Labels.at(value, alarm));
        }
      }
    }
    return Judgement.pass();
  }

  /**
   * F81: a template may leave out which query returns data. For a request of data that means yes;
   * of alarms no text says it.
   */
  private static Optional<Note> unsaid(Step step, Resource alarm) {
    if (!(step.graph().property(alarm, "queries") instanceof Value.Items queries)) {
      return Optional.empty();
    }
    return queries.items().stream()
        .filter(Value.Fields.class::isInstance)
        .map(Value.Fields.class::cast)
        .filter(query -> isByDefault(WatchedMetric.field(query.fields(), "returnData"), query))
        .findFirst()
        .map(
            query ->
                new Note(
                    "return-data-unsaid",
                    "the metric query `"
                        + WatchedMetric.field(query.fields(), "id").asText().orElse("?")
                        + "` does not say that it returns data, and no text says what an alarm"
                        + " makes of that (F81)",
                    alarm.address()));
  }

  /** What stands in for a property has the place of what lacks it. */
  private static boolean isByDefault(Value returnData, Value.Fields query) {
    return returnData.asText().filter("true"::equals).isPresent()
        && query.origin().span() != null
        && query.origin().span().equals(returnData.origin().span());
  }

  /** What weakens an alarm that fires. */
  static List<Note> notes(Step step, Resource alarm, Firing firing) {
    List<Note> notes = new ArrayList<>();
    if (firing.fires() != Truth.YES) {
      return notes;
    }
    for (String warning : firing.warnings()) {
      String said = EngineWords.spelt(step, alarm, warning);
      notes.add(new Note("alarm-weakness", said + " (T2)", alarm.address()));
    }
    unsaid(step, alarm).ifPresent(notes::add);
    Value interval = step.graph().property(alarm, "evaluationInterval");
    Value period = step.graph().property(alarm, "period");
    if (interval instanceof Value.Known every
        && every.value() instanceof BigDecimal seconds
        && period instanceof Value.Known one
        && one.value() instanceof BigDecimal length
        && seconds.compareTo(length) > 0) {
      notes.add(
          new Note(
              "alarm-evaluated-rarely",
              "is evaluated every " + every.text() + " s only, so it may fire late (F88)",
              alarm.address()));
    }
    return notes;
  }
}
