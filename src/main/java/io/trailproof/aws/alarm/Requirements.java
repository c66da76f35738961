package io.trailproof.aws.alarm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the API asks of an alarm before it takes it (F58, F62, F65–F67, F74, F75). */
final class Requirements {

  private static final long DAY = 86_400;

  private static final List<Function<AlarmSettings, Optional<Firing>>> ALL =
      List.of(
          Requirements::metric,
          Requirements::evaluationPeriods,
          Requirements::datapoints,
          Requirements::operator,
          Requirements::missingData,
          Requirements::lowSamples,
          Requirements::threshold,
          Requirements::statistic,
          Requirements::plainPeriod);

  private Requirements() {}

  /** The first that is not met. */
  static Optional<Firing> broken(AlarmSettings settings) {
    return ALL.stream().map(each -> each.apply(settings)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Firing> metric(AlarmSettings settings) {
    boolean metric = !settings.get(AlarmProperty.METRIC_NAME).isUnset();
    boolean queries = !settings.knownQueries().isEmpty();
    if (metric && queries) {
      return refuse("`metricName` and metric queries exclude each other");
    }
    return metric || queries || settings.queries().isUnknown()
        ? Optional.empty()
        : refuse("the alarm has neither `metricName` nor metric queries");
  }

  private static Optional<Firing> evaluationPeriods(AlarmSettings settings) {
    return count(settings, AlarmProperty.EVALUATION_PERIODS, true);
  }

  private static Optional<Firing> datapoints(AlarmSettings settings) {
    Optional<Firing> malformed = count(settings, AlarmProperty.DATAPOINTS_TO_ALARM, false);
    int periods = number(settings, AlarmProperty.EVALUATION_PERIODS).orElse(1);
    int datapoints = number(settings, AlarmProperty.DATAPOINTS_TO_ALARM).orElse(1);
    if (malformed.isEmpty() && datapoints > periods) {
      return refuse(
          "`datapointsToAlarm` " + datapoints + " is more than `evaluationPeriods` " + periods);
    }
    return malformed;
  }

  private static Optional<Firing> operator(AlarmSettings settings) {
    return oneOf(
        settings,
        AlarmProperty.COMPARISON_OPERATOR,
        true,
        text -> Comparison.isOfBand(text) || Comparison.read(text).isPresent());
  }

  private static Optional<Firing> missingData(AlarmSettings settings) {
    return oneOf(
        settings,
        AlarmProperty.TREAT_MISSING_DATA,
        false,
        text -> MissingData.read(text).isPresent());
  }

  private static Optional<Firing> lowSamples(AlarmSettings settings) {
    return oneOf(
        settings,
        AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE,
        false,
        AlarmProperty.EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE.samples()::contains);
  }

  private static Optional<Firing> threshold(AlarmSettings settings) {
    boolean band =
        settings.text(AlarmProperty.COMPARISON_OPERATOR).filter(Comparison::isOfBand).isPresent();
    if (settings.get(AlarmProperty.THRESHOLD).isUnset()) {
      return band || !settings.get(AlarmProperty.THRESHOLD_METRIC_ID).isUnset()
          ? Optional.empty()
          : refuse("the alarm has no `threshold`");
    }
    if (!settings.get(AlarmProperty.THRESHOLD_METRIC_ID).isUnset()
        && settings.get(AlarmProperty.THRESHOLD).isKnown()) {
      return refuse("`threshold` and `thresholdMetricId` exclude each other");
    }
    return oneOf(
        settings, AlarmProperty.THRESHOLD, false, text -> Numbers.decimal(text).isPresent());
  }

  private static Optional<Firing> statistic(AlarmSettings settings) {
    if (!settings.knownQueries().isEmpty()) {
      return Stream.of(
              AlarmProperty.STATISTIC,
              AlarmProperty.EXTENDED_STATISTIC,
              AlarmProperty.PERIOD,
              AlarmProperty.UNIT)
          .filter(property -> !settings.get(property).isUnset())
          .findFirst()
          .flatMap(
              property ->
                  refuse("`" + property.text() + "` and metric queries exclude each other"));
    }
    boolean basic = !settings.get(AlarmProperty.STATISTIC).isUnset();
    boolean extended = !settings.get(AlarmProperty.EXTENDED_STATISTIC).isUnset();
    if (basic == extended) {
      return refuse(
          basic
              ? "`statistic` and `extendedStatistic` exclude each other"
              : "the alarm has neither `statistic` nor `extendedStatistic`");
    }
    return basic
        ? oneOf(settings, AlarmProperty.STATISTIC, true, text -> Statistic.basic(text).isPresent())
        : oneOf(
            settings,
            AlarmProperty.EXTENDED_STATISTIC,
            true,
            text -> Statistic.extended(text).isPresent());
  }

  private static Optional<Firing> plainPeriod(AlarmSettings settings) {
    if (!settings.knownQueries().isEmpty()) {
      return Optional.empty();
    }
    return settings
        .text(AlarmProperty.PERIOD)
        .map(text -> period(text, settings))
        .orElseGet(() -> refuse("the alarm has no `period`"));
  }

  /** What is wrong with a period, of the alarm or of one of its queries. */
  static Optional<Firing> period(String text, AlarmSettings settings) {
    long seconds = Numbers.count(text).orElse(0);
    boolean fine = seconds == 10 || seconds == 20 || seconds == 30;
    if (seconds == 0 || (!fine && seconds % 60 != 0)) {
      return refuse("`period` " + text + " is neither 10, 20, 30 nor a multiple of 60");
    }
    long span = seconds * number(settings, AlarmProperty.EVALUATION_PERIODS).orElse(1);
    long longest = seconds < 3600 ? DAY : 7 * DAY;
    if (span > longest) {
      return refuse(
          "`evaluationPeriods` times `period` is %d s, more than the %d s allowed"
              .formatted(span, longest));
    }
    return fine
        ? Optional.of(
            Firing.no(
                Aspect.PERIOD,
                "`period` "
                    + text
                    + " needs a high-resolution metric, and a metric filter publishes once a minute"))
        : Optional.empty();
  }

  private static Optional<Firing> count(
      AlarmSettings settings, AlarmProperty property, boolean required) {
    return oneOf(settings, property, required, text -> Numbers.count(text).isPresent());
  }

  private static Optional<Firing> oneOf(
      AlarmSettings settings,
      AlarmProperty property,
      boolean required,
      Function<String, Boolean> legal) {
    return settings
        .get(property)
        .match(
            text ->
                legal.apply(text)
                    ? Optional.empty()
                    : refuse("`" + property.text() + "` cannot be `" + text + "`"),
            () ->
                required ? refuse("the alarm has no `" + property.text() + "`") : Optional.empty(),
            why -> Optional.empty());
  }

  static Optional<Integer> number(AlarmSettings settings, AlarmProperty property) {
    return settings.text(property).flatMap(Numbers::count);
  }

  static Optional<BigDecimal> decimal(AlarmSettings settings, AlarmProperty property) {
    return settings.text(property).flatMap(Numbers::decimal);
  }

  static Optional<Firing> refuse(String reason) {
    return Optional.of(Firing.no(Aspect.CONFIGURATION, reason + ", the API will refuse the alarm"));
  }
}
