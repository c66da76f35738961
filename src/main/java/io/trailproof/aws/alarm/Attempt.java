package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An alarm of which everything but the threshold is known, tried on one event. */
record Attempt(AlarmSettings settings, Map<String, Supply> supplies) {

  Firing firing() {
    return Requirements.broken(settings)
        .or(() -> Queries.broken(settings))
        .or(this::band)
        .orElseGet(this::simulated);
  }

  /** An anomaly band is learned, so that nothing about it can be told (F65, F83). */
  private Optional<Firing> band() {
    boolean band =
        !settings.get(AlarmProperty.THRESHOLD_METRIC_ID).isUnset()
            || settings
                .text(AlarmProperty.COMPARISON_OPERATOR)
                .filter(Comparison::isOfBand)
                .isPresent();
    return band
        ? Optional.of(
            Firing.unknown(
                Aspect.THRESHOLD,
                "the alarm compares with an anomaly band, which is learned and not part of its settings"))
        : Optional.empty();
  }

  private Firing simulated() {
    if (!settings.knownQueries().isEmpty()) {
      return new Queries(settings, supplies).firing();
    }
    Supply supply = supplies.get(AlarmSettings.PLAIN);
    if (supply == null) {
      return Firing.no(Aspect.METRIC, "the alarm does not read the metric of the filter");
    }
    Statistic statistic =
        settings
            .text(AlarmProperty.STATISTIC)
            .flatMap(Statistic::basic)
            .or(() -> settings.text(AlarmProperty.EXTENDED_STATISTIC).flatMap(Statistic::extended))
            .orElseThrow();
    long period = Requirements.number(settings, AlarmProperty.PERIOD).orElseThrow();
    String unit = settings.text(AlarmProperty.UNIT).orElse(supply.unit());
    if (!unit.equals(supply.unit())) {
      return Firing.no(
          Aspect.UNIT,
          "the alarm asks for `unit` " + unit + ", the metric is published with " + supply.unit());
    }
    return passedOver(statistic, supply, period)
        .orElseGet(
            () -> new Outlook(Rules.of(settings), reading(statistic, supply, period)).firing());
  }

  /** A percentile of few samples may be told not to count (F64). */
  private Optional<Firing> passedOver(Statistic statistic, Supply supply, long period) {
    boolean ignore =
        settings
            .text(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE)
            .filter("ignore"::equals)
            .isPresent();
    long count = supply.idle().isPresent() ? period / 60 : 1;
    Truth passes = ignore ? statistic.passesOver(count) : Truth.NO;
    String reason =
        "`%s` ignores periods of few samples, and one with one event has %d"
            .formatted(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE.text(), count);
    return switch (passes) {
      case YES -> Optional.of(Firing.no(Aspect.STATISTIC, reason));
      case UNKNOWN -> Optional.of(Firing.unknown(Aspect.STATISTIC, reason));
      case NO -> Optional.empty();
    };
  }

  static Reading reading(Statistic statistic, Supply supply, long period) {
    Wave busy = supply.busy(statistic, period / 60);
    List<Statistic.Basic> diluting = List.of(Statistic.Basic.AVERAGE, Statistic.Basic.MINIMUM);
    return new Reading(
        "`" + statistic.text() + "` over " + period + " s",
        period,
        supply.value(),
        statistic == Statistic.Basic.SAMPLE_COUNT,
        busy,
        supply.idle().map(level -> supply.quiet(statistic)),
        supply.idle().isPresent() && diluting.contains(statistic));
  }
}
