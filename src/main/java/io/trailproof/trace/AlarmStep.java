package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.kleene.Partial;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When an alarm changes its state by the record, however quiet the account is (F58 to F75). */
record AlarmStep(Surroundings around, TracedRecord record) {
  private static final Set<String> STATISTICS =
      Set.of("Sum", "SampleCount", "Average", "Minimum", "Maximum");
  private static final Set<String> OPERATORS =
      Set.of(
          "GreaterThanOrEqualToThreshold",
          "GreaterThanThreshold",
          "LessThanThreshold",
          "LessThanOrEqualToThreshold");
  private static final Set<String> MISSING =
      Set.of("missing", "ignore", "breaching", "notBreaching");

  /** Settings of which it is not worked out here what they do. */
  private static final List<String> BEYOND =
      List.of(
          "evaluationCriteria",
          "promQuery",
          "evaluationInterval",
          "thresholdMetric",
          "extendedStatistic",
          "lowSamples",
          "wallClockWindow",
          "tagsPropagation");

  private static final int DAY = 24 * 60;

  /** What an alarm makes of what a filter publishes for the record. */
  Sayings of(Resource alarm, Resource filter, Watching watching) {
    Sayings said = around.of(alarm);
    said.unless(watching.watches(), "whether it watches the metric of the filter cannot be told");
    around.apart(around.together(filter, alarm), "the metric filter", said);
    if (!watching.isPlain()) {
      said.unknown("what its queries work out of the metric is not followed here");
      return said;
    }
    boolean plain = FilterStep.publishesPlainly(around, filter);
    if (plain != FilterStep.isNothing(watching.dimensions())) {
      said.no("it watches another set of dimensions than the filter publishes");
    } else if (!plain) {
      said.unknown(
          "whether the dimensions of the record are those that it watches is not followed");
    }
    for (String setting : BEYOND) {
      if (!FilterStep.isNothing(around.graph().property(alarm, setting))) {
        said.unknown("what its `" + setting + "` does is not followed here");
        return said;
      }
    }
    unit(filter, watching, said);
    Optional<AlarmClock.Settings> settings = settings(alarm, watching, said);
    if (settings.isPresent()) {
      new AlarmWorlds(around, record).of(settings.get(), filter, said);
    }
    return said;
  }

  private void unit(Resource filter, Watching watching, Sayings said) {
    Partial<String> asked = around.readings().text(watching.unit());
    if (asked.isUnset()) {
      return;
    }
    Partial<String> given = around.readings().text(filter, "unit");
    boolean known = asked.isKnown() && !given.isUnknown();
    if (!known) {
      said.unknown("whether the metric comes in the unit that it asks for cannot be told");
    } else if (!asked.orElse("").equals(given.orElse("None"))) {
      said.no("it asks for another unit than the metric comes in, and finds no data");
    }
  }

  /** The settings, where all of them are known and the API takes them. */
  private Optional<AlarmClock.Settings> settings(Resource alarm, Watching watching, Sayings said) {
    Readings readings = around.readings();
    Optional<BigDecimal> threshold = readings.number(alarm, "threshold");
    Optional<Integer> period = whole(readings.text(watching.period()));
    Optional<Integer> periods = whole(readings.text(alarm, "evaluationPeriods"));
    Partial<String> least = readings.text(alarm, "datapointsToAlarm");
    Optional<Integer> datapoints = least.isUnset() ? periods : whole(least);
    Optional<String> statistic =
        readings.text(watching.statistic()).toOptional().filter(STATISTICS::contains);
    Optional<String> operator =
        readings.text(alarm, "comparisonOperator").toOptional().filter(OPERATORS::contains);
    Partial<String> treatment = readings.text(alarm, "missingData");
    Optional<String> missing =
        (treatment.isUnset() ? Optional.of("missing") : treatment.toOptional())
            .filter(MISSING::contains);
    boolean complete =
        threshold.isPresent()
            && period.isPresent()
            && periods.isPresent()
            && datapoints.isPresent()
            && statistic.isPresent()
            && operator.isPresent()
            && missing.isPresent();
    if (!complete) {
      said.unknown("not all of its settings can be told, or are such that they are followed here");
      return Optional.empty();
    }
    int minutes = period.orElseThrow() / 60;
    long span = (long) minutes * periods.orElseThrow();
    if (period.get() < 60 || period.get() % 60 != 0) {
      said.unknown("metric filters publish by the minute, and its period is no number of minutes");
      return Optional.empty();
    }
    if (span > (minutes < 60 ? DAY : 7 * DAY) || datapoints.get() > periods.get()) {
      said.no("the API refuses its number of periods");
      return Optional.empty();
    }
    return Optional.of(
        new AlarmClock.Settings(
            statistic.orElseThrow(),
            minutes,
            periods.get(),
            datapoints.get(),
            operator.orElseThrow(),
            threshold.orElseThrow(),
            missing.orElseThrow()));
  }

  private static Optional<Integer> whole(Partial<String> text) {
    return text.toOptional().filter(one -> one.matches("[1-9]\\d{0,6}")).map(Integer::valueOf);
  }
}
