package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.FiringDecision.Rules;
import io.trailproof.aws.alarm.FiringDecision.Watched;
import io.trailproof.aws.alarm.metric.KnownFeed;
import io.trailproof.aws.alarm.metric.Statistic;
import io.trailproof.kleene.Truth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An alarm of which everything but the threshold is known, tried on one event or a burst. */
record OneWorld(
    AlarmSettings settings, Map<String, KnownFeed> feeds, Set<String> silent, Burst burst) {

  /** The query id under which the feed of an alarm without queries is kept. */
  static final String PLAIN = "";

  Firing firing() {
    return ApiRequirements.broken(settings).or(this::band).orElseGet(this::simulated);
  }

  /** An anomaly band is learned, so that nothing about it can be told (F65, F83). */
  private Optional<Firing> band() {
    boolean band =
        !settings.get(AlarmProperty.THRESHOLD_METRIC_ID).isUnset()
            || settings
                .text(AlarmProperty.COMPARISON_OPERATOR)
                .filter(ThresholdComparison::isOfBand)
                .isPresent();
    return band
        ? Optional.of(
            Firing.unknown(
                Aspect.THRESHOLD,
                "the alarm compares with an anomaly band, which is learned and not part of its"
                    + " settings"))
        : Optional.empty();
  }

  private Firing simulated() {
    if (!settings.knownQueries().isEmpty()) {
      return new QueryAlarm(settings, feeds, silent, burst).firing();
    }
    KnownFeed all = feeds.get(PLAIN);
    if (all == null) {
      return Firing.no(Aspect.METRIC, "the alarm does not read the metric of the filter");
    }
    Statistic statistic =
        settings
            .text(AlarmProperty.STATISTIC)
            .flatMap(Statistic::basic)
            .or(() -> settings.text(AlarmProperty.EXTENDED_STATISTIC).flatMap(Statistic::extended))
            .orElseThrow();
    long period = settings.count(AlarmProperty.PERIOD).orElseThrow();
    Optional<String> unit = settings.text(AlarmProperty.UNIT);
    if (unit.filter(asked -> !asked.equals(all.unit())).isPresent()) {
      return Firing.no(
          Aspect.UNIT,
          "the alarm asks for `unit` "
              + unit.get()
              + ", the metric is published with "
              + all.unit());
    }
    if (unit.isEmpty() && all.mixesUnits()) {
      return mixed(all);
    }
    KnownFeed feed = all.ofOneUnit();
    return passedOver(statistic, feed, period)
        .orElseGet(
            () ->
                new FiringDecision(
                        Rules.of(settings), Watched.of(statistic, feed, period, burst), burst)
                    .firing());
  }

  /** F144: without a unit of its own the alarm "behaves unpredictably". */
  static Firing mixed(KnownFeed feed) {
    return Firing.unknown(
        Aspect.UNIT,
        "`"
            + String.join("`, `", feed.others())
            + "` publishes to the same metric with another unit, and the alarm names none");
  }

  /** A percentile of few samples may be told not to count (F64). */
  private Optional<Firing> passedOver(Statistic statistic, KnownFeed feed, long period) {
    boolean ignore =
        settings
            .text(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE)
            .filter("ignore"::equals)
            .isPresent();
    long count = feed.samples(period / 60);
    long most = feed.samples(burst.times(), period / 60);
    Truth passes =
        ignore ? statistic.passesOver(count).agree(statistic.passesOver(most)) : Truth.NO;
    if (passes == Truth.NO) {
      return Optional.empty(); // to put a number into words loads what knows the world's languages
    }
    String reason =
        "`%s` ignores periods of few samples, and one with one event has %d"
            .formatted(AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE.text(), count);
    return Optional.of(
        passes == Truth.YES
            ? Firing.no(Aspect.STATISTIC, reason)
            : Firing.unknown(Aspect.STATISTIC, reason));
  }
}
