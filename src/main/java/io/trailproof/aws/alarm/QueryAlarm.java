package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.FiringDecision.Rules;
import io.trailproof.aws.alarm.FiringDecision.Watched;
import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.Datapoints;
import io.trailproof.aws.alarm.metric.KnownFeed;
import io.trailproof.aws.alarm.metric.MetricQuery;
import io.trailproof.aws.alarm.metric.QueryGraph;
import io.trailproof.aws.alarm.metric.Statistic;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An alarm on several metrics or on metric math (F81, F82). */
record QueryAlarm(
    AlarmSettings settings, Map<String, KnownFeed> feeds, Set<String> silent, Burst burst) {

  /**
   * What the metrics of others may do: nothing, zeros, or something, of which the last only casts
   * doubt.
   */
  private enum Others {
    SILENT,
    ZERO,
    LITTLE,
    MUCH;

    Datapoints datapoints() {
      return switch (this) {
        case SILENT -> Datapoints.NONE;
        case ZERO -> Datapoints.constant(Amount.ZERO);
        case LITTLE -> Datapoints.constant(Amount.exactly(new BigDecimal("0.000001")));
        case MUCH -> Datapoints.constant(Amount.exactly(1_000_000));
      };
    }
  }

  Firing firing() {
    MetricQuery query =
        settings.knownQueries().stream()
            .filter(each -> each.returnData().orElse(true))
            .findFirst()
            .orElseThrow();
    QueryGraph graph = new QueryGraph(settings.knownQueries());
    Set<String> needed = graph.metricsBehind(query.id());
    if (graph.isScalar(query.id())) {
      return ApiRequirements.refuse(
              "the expression `"
                  + query.expression().orElse("")
                  + "` is one number, and an alarm watches a series")
          .orElseThrow();
    }
    Optional<String> doubt = graph.doubt(query.id());
    if (doubt.isPresent()) {
      return Firing.unknown(Aspect.CONFIGURATION, doubt.get());
    }
    if (feeds.keySet().stream().noneMatch(needed::contains)) {
      return Firing.no(
          Aspect.METRIC, "what the alarm watches does not read the metric of the filter");
    }
    Optional<Firing> problem = problem(graph, needed).or(() -> mixedUnits(graph, needed));
    if (problem.isEmpty() && !burst.isOne() && graph.looksBack(query.id())) {
      // What lies before a datapoint may be another part of the burst, and not silence.
      Firing one = new QueryAlarm(settings, feeds, silent, Burst.ONE).firing();
      return one.fires() == Truth.YES
          ? one
          : Firing.unknown(one.aspect().orElse(Aspect.CONFIGURATION), one.explanation());
    }
    Firing firing = problem.orElseGet(() -> watching(query, graph, needed));
    return firing.fires() == Truth.UNKNOWN && graph.looksBack(query.id())
        ? Firing.unknown(
            Aspect.CONFIGURATION,
            "what `RATE` and `DIFF` make of a datapoint that has none before it no text says")
        : firing;
  }

  private Optional<Firing> mixedUnits(QueryGraph graph, Set<String> needed) {
    return needed.stream()
        .filter(id -> graph.metric(id).unit().isUnset())
        .map(feeds::get)
        .filter(feed -> feed != null && feed.mixesUnits())
        .map(OneWorld::mixed)
        .findFirst();
  }

  /** What is wrong with the metrics needed: statistic, period, or periods that differ. */
  private Optional<Firing> problem(QueryGraph graph, Set<String> needed) {
    for (String id : needed) {
      MetricQuery.MetricStat metric = graph.metric(id);
      Optional<Firing> period = ApiRequirements.period(metric.period().orElse(""), settings);
      if (period.isPresent()) {
        return period;
      }
      if (Statistic.any(metric.stat().orElse("")).isEmpty()) {
        return ApiRequirements.refuse("`stat` of `" + id + "` is no statistic");
      }
    }
    return needed.stream().map(graph::period).distinct().count() > 1
        ? ApiRequirements.refuse("the metrics of the expression have different periods")
        : Optional.empty();
  }

  private Firing watching(MetricQuery query, QueryGraph graph, Set<String> needed) {
    List<String> strangers = needed.stream().filter(id -> !feeds.containsKey(id)).sorted().toList();
    Firing silent = with(Others.SILENT, query, graph, needed);
    if (strangers.isEmpty()) {
      return silent.warn(unsaid(query));
    }
    Firing zero = with(Others.ZERO, query, graph, needed);
    Firing both = silent.agree(zero);
    boolean refuted =
        both.fires() == Truth.NO
            && (silent().containsAll(strangers)
                || (with(Others.LITTLE, query, graph, needed).fires() == Truth.NO
                    && with(Others.MUCH, query, graph, needed).fires() == Truth.NO));
    String names = "`" + String.join("`, `", strangers) + "`";
    if (both.fires() == Truth.YES) {
      List<String> warnings = new ArrayList<>(unsaid(query));
      warnings.add("the alarm fires as long as " + names + " does not keep it in ALARM by itself");
      return both.warn(warnings);
    }
    return refuted
        ? both
        : Firing.unknown(
            both.aspect().orElse(Aspect.METRIC),
            "whether "
                + burst.text()
                + (burst.isOne() ? " is" : " are")
                + " enough depends on what "
                + names
                + " holds at that time");
  }

  private static List<String> unsaid(MetricQuery query) {
    return query.returnData().isUnset()
        ? List.of("the metric query `" + query.id() + "` does not say that it returns data")
        : List.of();
  }

  private Firing with(Others others, MetricQuery query, QueryGraph graph, Set<String> needed) {
    Map<String, Datapoints> busy = new HashMap<>();
    Map<String, Datapoints> quiet = new HashMap<>();
    for (String id : graph.metrics()) {
      MetricQuery.MetricStat metric = graph.metric(id);
      KnownFeed feed = feeds.get(id);
      Statistic statistic = graph.statistic(id);
      long minutes = graph.period(id) / 60;
      if (feed == null) {
        busy.put(id, others.datapoints());
        quiet.put(id, others.datapoints());
      } else if (metric.unit().orElse(feed.unit()).equals(feed.unit())) {
        busy.put(id, feed.ofOneUnit().busy(statistic, minutes, burst.times()));
        quiet.put(id, feed.ofOneUnit().quiet(statistic, burst.times()));
      } else {
        busy.put(id, Datapoints.NONE);
        quiet.put(id, Datapoints.NONE);
      }
    }
    return new FiringDecision(Rules.of(settings), watched(query, graph, needed, busy, quiet), burst)
        .firing();
  }

  private Watched watched(
      MetricQuery query,
      QueryGraph graph,
      Set<String> needed,
      Map<String, Datapoints> busy,
      Map<String, Datapoints> quiet) {
    String fed = needed.stream().filter(feeds::containsKey).sorted().findFirst().orElseThrow();
    KnownFeed feed =
        feeds.getOrDefault(fed, new KnownFeed(Amount.ANY, Optional.empty(), KnownFeed.NO_UNIT));
    Datapoints loud = graph.datapoints(query.id(), busy, burst.times());
    Datapoints still = graph.datapoints(query.id(), quiet, burst.times());
    Watched single = Watched.of(graph.statistic(fed), feed, graph.period(fed), burst);
    boolean math = query.metric().isEmpty();
    return new Watched(
        math ? "`" + query.expression().orElse("") + "`" : single.measure(),
        single.period(),
        single.value(),
        single.counts(),
        loud,
        loud.equals(still) ? Optional.empty() : Optional.of(still),
        single.diluted(),
        single.others(),
        math);
  }
}
