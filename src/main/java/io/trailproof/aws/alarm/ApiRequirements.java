package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.Evaluation.MissingData;
import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.MetricQuery;
import io.trailproof.aws.alarm.metric.QueryGraph;
import io.trailproof.aws.alarm.metric.Statistic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the API asks of an alarm before it takes it (F58, F62, F65–F67, F74, F75). */
final class ApiRequirements {

  private static final long DAY = 86_400;
  private static final int MOST_QUERIES = 10;
  private static final Pattern SEARCH = Pattern.compile("\\bSEARCH\\s*\\(");

  private static final List<Function<AlarmSettings, Optional<Firing>>> ALL =
      List.of(
          ApiRequirements::metric,
          ApiRequirements::evaluationPeriods,
          ApiRequirements::datapoints,
          ApiRequirements::operator,
          ApiRequirements::missingData,
          ApiRequirements::lowSamples,
          ApiRequirements::threshold,
          ApiRequirements::statistic,
          ApiRequirements::plainPeriod,
          ApiRequirements::queries);

  private ApiRequirements() {}

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
    int periods = settings.count(AlarmProperty.EVALUATION_PERIODS).orElse(1);
    int datapoints = settings.count(AlarmProperty.DATAPOINTS_TO_ALARM).orElse(1);
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
        text -> ThresholdComparison.isOfBand(text) || ThresholdComparison.read(text).isPresent());
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
        settings
            .text(AlarmProperty.COMPARISON_OPERATOR)
            .filter(ThresholdComparison::isOfBand)
            .isPresent();
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
        settings, AlarmProperty.THRESHOLD, false, text -> Amount.decimal(text).isPresent());
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
    long seconds = Amount.count(text).orElse(0);
    boolean fine = seconds == 10 || seconds == 20 || seconds == 30;
    if (seconds == 0 || (!fine && seconds % 60 != 0)) {
      return refuse("`period` " + text + " is neither 10, 20, 30 nor a multiple of 60");
    }
    long span = seconds * settings.count(AlarmProperty.EVALUATION_PERIODS).orElse(1);
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
                    + " needs a high-resolution metric, and a metric filter publishes once a"
                    + " minute"))
        : Optional.empty();
  }

  /** What the API will refuse, or what cannot be told, about the queries themselves (F81). */
  private static Optional<Firing> queries(AlarmSettings settings) {
    List<MetricQuery> queries = settings.knownQueries();
    if (queries.isEmpty() || !settings.get(AlarmProperty.THRESHOLD_METRIC_ID).isUnset()) {
      return Optional.empty();
    }
    return duplicate(queries)
        .or(() -> tooMany(queries))
        .or(() -> shapeless(queries))
        .or(() -> searching(queries))
        .or(() -> new QueryGraph(queries).refused().flatMap(ApiRequirements::refuse))
        .or(() -> returned(queries));
  }

  private static Optional<Firing> duplicate(List<MetricQuery> queries) {
    Set<String> seen = new HashSet<>();
    return queries.stream()
        .filter(query -> !seen.add(query.id()))
        .findFirst()
        .flatMap(query -> refuse("two metric queries have the id `" + query.id() + "`"));
  }

  private static Optional<Firing> tooMany(List<MetricQuery> queries) {
    long metrics = queries.stream().filter(query -> query.metric().isPresent()).count();
    return metrics > MOST_QUERIES || queries.size() - metrics > MOST_QUERIES
        ? refuse("the alarm has more than ten metrics or more than ten expressions")
        : Optional.empty();
  }

  private static Optional<Firing> shapeless(List<MetricQuery> queries) {
    return queries.stream()
        .filter(query -> !query.expression().isUnknown())
        .filter(query -> query.expression().isKnown() == query.metric().isPresent())
        .findFirst()
        .flatMap(
            query ->
                refuse(
                    "the metric query `"
                        + query.id()
                        + "` needs either an expression or a metric"));
  }

  /** An alarm watches what it names, and searches for nothing (F165). */
  private static Optional<Firing> searching(List<MetricQuery> queries) {
    return queries.stream()
        .filter(query -> SEARCH.matcher(query.expression().orElse("")).find())
        .findFirst()
        .flatMap(query -> refuse("the metric query `" + query.id() + "` uses `SEARCH`"));
  }

  private static Optional<Firing> returned(List<MetricQuery> queries) {
    long known = queries.stream().filter(query -> query.returnData().orElse(false)).count();
    long open = queries.stream().filter(query -> !query.returnData().isKnown()).count();
    if (known > 1) {
      return refuse(known + " metric queries return data, and only one may");
    }
    if (known == 0 && open == 0) {
      return refuse("no metric query returns data");
    }
    return known + open == 1
        ? Optional.empty()
        : Optional.of(
            Firing.unknown(
                Aspect.CONFIGURATION,
                "which of the metric queries returns data is not said for each of them"));
  }

  private static Optional<Firing> count(
      AlarmSettings settings, AlarmProperty property, boolean required) {
    return oneOf(settings, property, required, text -> Amount.count(text).isPresent());
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

  static Optional<Firing> refuse(String reason) {
    return Optional.of(Firing.no(Aspect.CONFIGURATION, reason + ", the API will refuse the alarm"));
  }
}
