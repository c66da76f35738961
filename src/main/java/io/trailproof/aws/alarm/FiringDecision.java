package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.Evaluation.MissingData;
import io.trailproof.aws.alarm.Marks.Mark;
import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.Datapoints;
import io.trailproof.aws.alarm.metric.KnownFeed;
import io.trailproof.aws.alarm.metric.Statistic;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The rules of an alarm applied to what it watches. */
record FiringDecision(Rules rules, Watched watched, Burst burst) {

  private static final long DAY = 86_400;

  /** By what an alarm decides, once the API has taken it. */
  record Rules(
      Evaluation evaluation, ThresholdComparison comparison, Partial<BigDecimal> threshold) {

    /** The rules of an alarm that meets the {@link ApiRequirements} and has a fixed threshold. */
    static Rules of(AlarmSettings settings) {
      int periods = settings.count(AlarmProperty.EVALUATION_PERIODS).orElseThrow();
      Evaluation evaluation =
          new Evaluation(
              settings.count(AlarmProperty.DATAPOINTS_TO_ALARM).orElse(periods),
              periods,
              settings
                  .text(AlarmProperty.TREAT_MISSING_DATA)
                  .flatMap(MissingData::read)
                  .orElse(MissingData.MISSING));
      return new Rules(
          evaluation,
          settings
              .text(AlarmProperty.COMPARISON_OPERATOR)
              .flatMap(ThresholdComparison::read)
              .orElseThrow(),
          settings.get(AlarmProperty.THRESHOLD).map(text -> Amount.decimal(text).orElseThrow()));
    }

    /** The threshold in words. */
    String limit() {
      return "`threshold` "
          + threshold.match(Amount::text, () -> "of no value", why -> "of any value");
    }
  }

  /**
   * What an alarm watches, around events.
   *
   * @param measure how it is measured, in words: "`Sum` over 300 s"
   * @param period the length of a period in seconds
   * @param value what one event publishes
   * @param counts whether it counts samples, whatever their value
   * @param busy the datapoints while the log group is written to all the time
   * @param quiet the datapoints while it is not, if they differ
   * @param diluted whether the statistic mixes events with defaults, so that short periods matter
   * @param others the other filters that publish to the metric
   * @param isMath whether an expression makes the datapoints of those of metrics
   */
  record Watched(
      String measure,
      long period,
      Amount value,
      boolean counts,
      Datapoints busy,
      Optional<Datapoints> quiet,
      boolean diluted,
      List<String> others,
      boolean isMath) {

    private static final Set<Statistic> DILUTING =
        Set.of(Statistic.Basic.AVERAGE, Statistic.Basic.MINIMUM);

    /** The metric of a feed itself. */
    static Watched of(Statistic statistic, KnownFeed feed, long period, Burst burst) {
      return new Watched(
          "`" + statistic.text() + "` over " + period + " s",
          period,
          feed.value(),
          statistic == Statistic.Basic.SAMPLE_COUNT,
          feed.busy(statistic, period / 60, burst.times()),
          feed.isDense() ? Optional.of(feed.quiet(statistic, burst.times())) : Optional.empty(),
          feed.isDense() && DILUTING.contains(statistic),
          feed.others(),
          false);
    }
  }

  Firing firing() {
    Firing busy = over(watched.busy());
    if (busy.fires() != Truth.YES || watched.quiet().isEmpty()) {
      return busy;
    }
    Firing quiet = over(watched.quiet().get());
    return quiet.fires() == Truth.YES
        ? busy
        : busy.warn(
            List.of(
                "while nothing is written to the log group no default value is published, and "
                    + quiet.explanation()));
  }

  private Firing over(Datapoints datapoints) {
    Firing one =
        Marks.of(datapoints, rules.comparison(), rules.threshold()).stream()
            .map(marks -> over(datapoints, marks))
            .reduce(Firing::agree)
            .orElseThrow();
    return burst.isOne() || one.fires() == Truth.YES
        ? one
        : new BurstDecision(this, datapoints).firing();
  }

  private Firing over(Datapoints datapoints, Marks marks) {
    Explanations explanations = new Explanations(rules, watched, datapoints, Burst.ONE);
    Simulation simulation = new Simulation(rules.evaluation(), marks);
    if (simulation.idle() == AlarmState.ALARM) {
      return alwaysOn(marks.idle(), explanations);
    }
    if (marks.one() != Mark.BREACHING) {
      return Firing.no(aspectOfEvent(datapoints), explanations.eventDoesNotBreach());
    }
    if (marks.many() != Mark.BREACHING) {
      return tooMany(explanations);
    }
    OptionalInt delay = simulation.delay();
    if (delay.isEmpty()) {
      return Firing.no(Aspect.PERIODS, explanations.tooManyPeriods());
    }
    long seconds = delay.getAsInt() * watched.period() + (isHourly() ? 3600 : 0);
    Truth again = simulation.again(watched.period());
    return Firing.yes(
        seconds,
        again,
        warnings(delay.getAsInt(), again, explanations),
        explanations.fires(seconds));
  }

  /** An alarm that is in ALARM while nothing happens. */
  Firing alwaysOn(Mark idle, Explanations explanations) {
    return idle == Mark.MISSING
        ? Firing.no(Aspect.MISSING_DATA, explanations.silenceBreaches())
        : Firing.no(aspectOfLevel(), explanations.levelBreaches());
  }

  /** An expression may hold a few events against any number: how many come, no input tells. */
  Firing tooMany(Explanations explanations) {
    return watched.isMath()
        ? Firing.unknown(Aspect.COMPARISON, explanations.manyDoNotBreach())
        : Firing.no(Aspect.COMPARISON, explanations.manyDoNotBreach());
  }

  private Aspect aspectOfLevel() {
    if (watched.counts()) {
      return Aspect.STATISTIC;
    }
    return rules.comparison().isRising() ? Aspect.THRESHOLD : Aspect.COMPARISON;
  }

  Aspect aspectOfEvent(Datapoints datapoints) {
    if (datapoints.one().isEmpty()) {
      return Aspect.METRIC;
    }
    if (!rules.comparison().isRising()) {
      return Aspect.COMPARISON;
    }
    if (!watched.counts() && watched.value().high().signum() <= 0) {
      return Aspect.VALUE;
    }
    boolean alone =
        rules
            .threshold()
            .match(
                limit -> rules.comparison().breaches(watched.value(), limit) == Truth.YES,
                () -> false,
                why -> false);
    return alone ? Aspect.STATISTIC : Aspect.THRESHOLD;
  }

  /** Beyond a day an alarm is evaluated once an hour (F75). */
  boolean isHourly() {
    return watched.period() * rules.evaluation().periods() > DAY;
  }

  List<String> warnings(int delay, Truth again, Explanations explanations) {
    List<String> warnings = new ArrayList<>();
    if (delay > 1) {
      warnings.add(explanations.late());
    }
    if (isHourly()) {
      warnings.add(
          "`evaluationPeriods` times `period` is more than a day, so the alarm is evaluated once an"
              + " hour");
    }
    if (again != Truth.YES) {
      warnings.add(explanations.silentLater(again));
    }
    if (watched.diluted() && explanations.burst().isOne()) {
      warnings.add(explanations.diluted());
    }
    if (!rules.comparison().isRising()) {
      warnings.add("`" + rules.comparison().text() + "` does not signal a rising count");
    }
    return warnings;
  }
}
