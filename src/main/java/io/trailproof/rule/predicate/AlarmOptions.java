package io.trailproof.rule.predicate;

import io.trailproof.aws.alarm.EvaluationWindow;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.InsightsQuery;
import io.trailproof.rule.adapter.WatchedMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the API asks of the settings of an alarm that do not say what it watches: its window, its
 * warm-up, the tags it passes on (F235, F236, F238).
 */
final class AlarmOptions {
  private static final BigDecimal MOST_WARM_UP = BigDecimal.valueOf(2_880);
  private static final BigDecimal LONGEST_LOOK = BigDecimal.valueOf(10_800);
  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

  private final Step step;
  private final Resource alarm;

  private AlarmOptions(Step step, Resource alarm) {
    this.step = step;
    this.alarm = alarm;
  }

  /** Fails for what the API will refuse; what is not known it may take. */
  static Judgement judge(Step step, Resource alarm) {
    AlarmOptions options = new AlarmOptions(step, alarm);
    return options.window().and(options.lookBack()).and(options.warmUp()).and(tags(step, alarm));
  }

  /** F238: an alarm passes on the tags that a list names, or all but those of a list. */
  static Judgement tags(Step step, Resource alarm) {
    AlarmOptions options = new AlarmOptions(step, alarm);
    Value included = alarm.property("includedTags");
    return options.isSet(included) && options.isSet(alarm.property("excludedTags"))
        ? options.refuse(
            "`" + options.spelt("includedTags") + "` and `" + options.spelt("excludedTags") + "`",
            "exclude each other",
            included)
        : Judgement.pass();
  }

  private Judgement window() {
    Value wall = alarm.property("wallClockWindow");
    if (!isSet(wall)) {
      return Judgement.pass();
    }
    String spelt = "`" + spelt("wallClockWindow") + "`";
    if (isSet(alarm.property("slidingWindow"))) {
      return refuse(spelt, "and `" + spelt("slidingWindow") + "` exclude each other", wall);
    }
    if (isSet(alarm.property("evaluationCriteria"))) {
      return refuse(
          spelt, "and `" + spelt("evaluationCriteria") + "` exclude each other (F235)", wall);
    }
    Optional<String> period = EvaluationWindow.refusedPeriod(periods());
    if (period.isPresent()) {
      return refuse(
          spelt,
          "takes periods of 60, 300, 3600, 86400 and 604800 s, and none of " + period.get(),
          wall);
    }
    return zone(spelt);
  }

  private Judgement zone(String spelt) {
    Value zone = step.graph().property(alarm, "timeZone");
    Truth taken = zone.asText().map(EvaluationWindow::takesZone).orElse(Truth.YES);
    return switch (taken) {
      case YES -> Judgement.pass();
      case NO ->
          refuse(
              spelt,
              "takes time zones in steps of five minutes, and " + Shown.of(zone) + " is none",
              zone);
      case UNKNOWN ->
          Judgement.unknown(
              spelt + " names a time zone that is not known here, " + Shown.of(zone), zone, alarm);
    };
  }

  /** The periods that are known, of the alarm itself and of its queries. */
  private List<String> periods() {
    List<String> periods = new ArrayList<>();
    step.graph().property(alarm, "period").asText().ifPresent(periods::add);
    if (step.graph().property(alarm, "queries") instanceof Value.Items queries) {
      for (Value query : queries.items()) {
        if (query instanceof Value.Fields fields) {
          for (String name : List.of("period", "metricPeriod")) {
            step.graph()
                .resolve(WatchedMetric.field(fields.fields(), name))
                .asText()
                .ifPresent(periods::add);
          }
        }
      }
    }
    return periods;
  }

  /** F163, F235: a query in words looks back three hours, and a window of the clock one more. */
  private Judgement lookBack() {
    Optional<BigDecimal> count = number(step.graph().property(alarm, "evaluationPeriods"));
    if (count.isEmpty() || !(step.graph().property(alarm, "queries") instanceof Value.Items all)) {
      return Judgement.pass();
    }
    boolean late = isSet(alarm.property("wallClockWindow"));
    BigDecimal periods = late ? count.get().add(BigDecimal.ONE) : count.get();
    for (Value one : all.items()) {
      if (one instanceof Value.Fields query && isInWords(query)) {
        Value period = step.graph().resolve(WatchedMetric.field(query.fields(), "period"));
        Optional<BigDecimal> seconds = number(period).map(periods::multiply);
        if (seconds.filter(length -> length.compareTo(LONGEST_LOOK) > 0).isPresent()) {
          return Judgement.fail(
              "its query looks back "
                  + seconds.get().toPlainString()
                  + " s, and at most 10800 s may be looked back",
              Labels.at(period, alarm));
        }
      }
    }
    return Judgement.pass();
  }

  private boolean isInWords(Value.Fields query) {
    return step.graph()
        .resolve(WatchedMetric.field(query.fields(), "expression"))
        .asText()
        .filter(InsightsQuery::isOne)
        .isPresent();
  }

  private Judgement warmUp() {
    Value minutes = step.graph().property(alarm, "warmUpMinutes");
    return number(minutes)
        .filter(one -> one.signum() <= 0 || one.compareTo(MOST_WARM_UP) > 0)
        .map(
            one ->
                refuse(
                    "`" + spelt("warmUpMinutes") + "`",
                    "is " + Shown.of(minutes) + ", and 1 to 2880 minutes may be there",
                    minutes))
        .orElse(Judgement.pass());
  }

  /** What keeps an alarm that fires from telling it at once. */
  static List<Note> notes(Step step, Resource alarm) {
    AlarmOptions options = new AlarmOptions(step, alarm);
    List<Note> notes = new ArrayList<>();
    boolean longPeriod =
        options.periods().stream()
            .flatMap(period -> decimal(period).stream())
            .anyMatch(period -> period.compareTo(HOUR) >= 0);
    if (options.isSet(alarm.property("wallClockWindow")) && longPeriod) {
      notes.add(
          new Note(
              "wall-clock-window",
              "looks at periods that are over, so it tells of an event up to one period later"
                  + " (F235)",
              alarm.address()));
    }
    Value waits = step.graph().property(alarm, "waitsForWarmUp");
    Value minutes = step.graph().property(alarm, "warmUpMinutes");
    if (waits.asText().filter("true"::equals).isPresent() && minutes.isKnown()) {
      notes.add(
          new Note(
              "warm-up",
              "tells of nothing in the first "
                  + minutes.asText().orElse("")
                  + " minutes after it is made (F236)",
              alarm.address()));
    }
    return notes;
  }

  private Judgement refuse(String what, String why, Value at) {
    return Judgement.fail(what + " " + why, Labels.at(at, alarm));
  }

  private boolean isSet(Value value) {
    Value known = step.graph().resolve(value);
    return known.isKnown() || known instanceof Value.Items || known instanceof Value.Fields;
  }

  private String spelt(String property) {
    return Shown.spelt(step, alarm, property);
  }

  private static Optional<BigDecimal> number(Value value) {
    return value.asText().flatMap(AlarmOptions::decimal);
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException malformed) {
      return Optional.empty();
    }
  }
}
