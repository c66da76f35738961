package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An alarm on a PromQL query, which stands below its evaluation criteria (F169, F237). */
final class PromQlAlarm {
  private static final int LONGEST_QUERY = 10_000;
  private static final long MOST_SECONDS = 86_400;

  /** All that another alarm is made of. */
  private static final List<String> EXCLUDED =
      List.of(
          "metricName",
          "namespace",
          "dimensions",
          "period",
          "unit",
          "statistic",
          "extendedStatistic",
          "queries",
          "threshold",
          "comparisonOperator",
          "thresholdMetric",
          "evaluationPeriods",
          "datapointsToAlarm");

  /** What may select metrics whose names the query does not spell out. */
  private static final Pattern OPEN_SELECTOR =
      Pattern.compile(
          "=~|!~|!=|__name__|(?<![A-Za-z0-9_:])\\{\\s*(?![\\s\"'])|\\{\\s*[^{}]*\"\\s*=");

  private final Step step;
  private final Resource alarm;
  private final Value criteria;

  private PromQlAlarm(Step step, Resource alarm) {
    this.step = step;
    this.alarm = alarm;
    this.criteria = alarm.property("evaluationCriteria");
  }

  /** Whether an alarm is one, or may be. */
  static boolean isOne(Resource alarm) {
    return !alarm.property("evaluationCriteria").isAbsent();
  }

  /** Fails for what the API will refuse; otherwise what the query says is not evaluated. */
  static Judgement judge(Step step, Resource alarm) {
    return new PromQlAlarm(step, alarm).judge();
  }

  private Judgement judge() {
    Judgement all = notEvaluated();
    if (criteria instanceof Value.Fields) {
      for (String property : EXCLUDED) {
        Value other = step.graph().property(alarm, property);
        if (other.isKnown() || other instanceof Value.Items || other instanceof Value.Fields) {
          return refuse("and `" + Shown.spelt(step, alarm, property) + "` exclude each other");
        }
      }
      all = all.and(interval()).and(lengths());
    }
    return all;
  }

  private Judgement interval() {
    Value interval = step.graph().property(alarm, "evaluationInterval");
    String spelt = "`" + Shown.spelt(step, alarm, "evaluationInterval") + "`";
    if (interval.isAbsent()) {
      return refuse("needs " + spelt + " beside it");
    }
    Optional<Long> seconds = seconds(interval);
    boolean taken =
        seconds.isEmpty()
            || List.of(10L, 20L, 30L).contains(seconds.get())
            || seconds.get() % 60 == 0;
    return taken
        ? Judgement.pass()
        : Judgement.fail(
            spelt
                + " is "
                + Shown.of(interval)
                + ", and 10, 20, 30 or a multiple of 60 may be there, the API will refuse the"
                + " alarm",
            Labels.at(interval, alarm));
  }

  private Judgement lengths() {
    Value query = step.graph().property(alarm, "promQuery");
    if (query.asText().filter(text -> text.length() > LONGEST_QUERY).isPresent()) {
      return refuse("has a query of more than 10,000 characters");
    }
    for (String property : List.of("pendingPeriod", "recoveryPeriod")) {
      Value period = step.graph().property(alarm, property);
      if (seconds(period).filter(one -> one < 0 || one > MOST_SECONDS).isPresent()) {
        return Judgement.fail(
            "`"
                + Shown.spelt(step, alarm, property)
                + "` is "
                + Shown.of(period)
                + ", and 0 to 86400 seconds may be there",
            Labels.at(period, alarm));
      }
    }
    return Judgement.pass();
  }

  private static Optional<Long> seconds(Value value) {
    return value.asText().filter(text -> text.matches("-?[0-9]{1,15}")).map(Long::valueOf);
  }

  /** Whether the query can be about a filter's metric, as far as names tell. */
  static Judgement watches(Step step, Resource alarm, Resource filter) {
    return new PromQlAlarm(step, alarm).mayRead(filter) == Truth.NO
        ? Judgement.fail(
            "its query does not name the metric that the filter publishes",
            Labels.at(step.graph().property(alarm, "promQuery"), alarm))
        : new PromQlAlarm(step, alarm).notEvaluated();
  }

  private Truth mayRead(Resource filter) {
    Optional<String> query = step.graph().property(alarm, "promQuery").asText();
    Optional<String> metric = step.graph().property(filter, "metricName").asText();
    boolean open = query.isEmpty() || metric.isEmpty() || OPEN_SELECTOR.matcher(query.get()).find();
    return open || letters(query.get()).contains(letters(metric.get())) ? Truth.UNKNOWN : Truth.NO;
  }

  /** A name as it may be spelt in a query, where signs are replaced or quoted. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private Judgement notEvaluated() {
    return Judgement.unknown(
        "`" + Shown.spelt(step, alarm, "evaluationCriteria") + "` is not evaluated here",
        criteria,
        alarm);
  }

  private Judgement refuse(String why) {
    return Judgement.fail(
        "`" + Shown.spelt(step, alarm, "evaluationCriteria") + "` " + why,
        Labels.at(criteria, alarm));
  }
}
