package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** An alarm on several metrics or on metric math (F81, F82). */
record Queries(AlarmSettings settings, Map<String, Supply> supplies) {

  private static final int MOST = 10;

  /**
   * What the metrics of others may do: nothing, zeros, or something, of which the last only casts
   * doubt.
   */
  private enum Others {
    SILENT,
    ZERO,
    LITTLE,
    MUCH;

    Wave wave() {
      return switch (this) {
        case SILENT -> Wave.SILENT;
        case ZERO -> Wave.flat(Amount.ZERO);
        case LITTLE -> Wave.flat(Amount.exactly(new BigDecimal("0.000001")));
        case MUCH -> Wave.flat(Amount.exactly(1_000_000));
      };
    }
  }

  /** What the API will refuse, or what cannot be told, about the queries themselves. */
  static Optional<Firing> broken(AlarmSettings settings) {
    List<MetricQuery> queries = settings.knownQueries();
    if (queries.isEmpty() || !settings.get(AlarmProperty.THRESHOLD_METRIC_ID).isUnset()) {
      return Optional.empty();
    }
    return Stream.<Function<List<MetricQuery>, Optional<Firing>>>of(
            Queries::duplicate, Queries::tooMany, Queries::shapeless, Queries::returned)
        .map(check -> check.apply(queries))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Firing> duplicate(List<MetricQuery> queries) {
    Set<String> seen = new HashSet<>();
    return queries.stream()
        .filter(query -> !seen.add(query.id()))
        .findFirst()
        .flatMap(
            query -> Requirements.refuse("two metric queries have the id `" + query.id() + "`"));
  }

  private static Optional<Firing> tooMany(List<MetricQuery> queries) {
    long metrics = queries.stream().filter(query -> query.metric().isPresent()).count();
    return metrics > MOST || queries.size() - metrics > MOST
        ? Requirements.refuse("the alarm has more than ten metrics or more than ten expressions")
        : Optional.empty();
  }

  private static Optional<Firing> shapeless(List<MetricQuery> queries) {
    return queries.stream()
        .filter(query -> !query.expression().isUnknown())
        .filter(query -> query.expression().isKnown() == query.metric().isPresent())
        .findFirst()
        .flatMap(
            query ->
                Requirements.refuse(
                    "the metric query `"
                        + query.id()
                        + "` needs either an expression or a metric"));
  }

  private static Optional<Firing> returned(List<MetricQuery> queries) {
    long known = queries.stream().filter(query -> query.returnData().orElse(false)).count();
    long open = queries.stream().filter(query -> !query.returnData().isKnown()).count();
    if (known > 1) {
      return Requirements.refuse(known + " metric queries return data, and only one may");
    }
    if (known == 0 && open == 0) {
      return Requirements.refuse("no metric query returns data");
    }
    return known + open == 1
        ? Optional.empty()
        : Optional.of(
            Firing.unknown(
                Aspect.CONFIGURATION,
                "which of the metric queries returns data is not said for each of them"));
  }

  Firing firing() {
    MetricQuery watched =
        settings.knownQueries().stream()
            .filter(query -> query.returnData().orElse(true))
            .findFirst()
            .orElseThrow();
    QueryGraph graph = new QueryGraph(settings.knownQueries());
    Set<String> needed = graph.metricsBehind(watched.id());
    Optional<String> doubt = graph.doubt(watched.id());
    if (doubt.isPresent()) {
      return Firing.unknown(Aspect.CONFIGURATION, doubt.get());
    }
    if (supplies.keySet().stream().noneMatch(needed::contains)) {
      return Firing.no(
          Aspect.METRIC, "what the alarm watches does not read the metric of the filter");
    }
    return graph.problem(needed, settings).orElseGet(() -> watching(watched, graph, needed));
  }

  private Firing watching(MetricQuery watched, QueryGraph graph, Set<String> needed) {
    List<String> strangers =
        needed.stream().filter(id -> !supplies.containsKey(id)).sorted().toList();
    Firing silent = with(Others.SILENT, watched, graph, needed);
    if (strangers.isEmpty()) {
      return silent.warn(unsaid(watched));
    }
    Firing zero = with(Others.ZERO, watched, graph, needed);
    Firing both = silent.agree(zero);
    boolean refuted =
        both.fires() == Truth.NO
            && with(Others.LITTLE, watched, graph, needed).fires() == Truth.NO
            && with(Others.MUCH, watched, graph, needed).fires() == Truth.NO;
    String names = "`" + String.join("`, `", strangers) + "`";
    if (both.fires() == Truth.YES) {
      List<String> warnings = new ArrayList<>(unsaid(watched));
      warnings.add("the alarm fires as long as " + names + " does not keep it in ALARM by itself");
      return both.warn(warnings);
    }
    return refuted
        ? both
        : Firing.unknown(
            both.aspect().orElse(Aspect.METRIC),
            "whether one event is enough depends on what " + names + " holds at that time");
  }

  private static List<String> unsaid(MetricQuery watched) {
    return watched.returnData().isUnset()
        ? List.of("the metric query `" + watched.id() + "` does not say that it returns data")
        : List.of();
  }

  private Firing with(Others others, MetricQuery watched, QueryGraph graph, Set<String> needed) {
    Map<String, Wave> busy = new HashMap<>();
    Map<String, Wave> quiet = new HashMap<>();
    for (String id : graph.metrics()) {
      MetricQuery.MetricStat metric = graph.metric(id);
      Supply supply = supplies.get(id);
      Statistic statistic = graph.statistic(id);
      long minutes = graph.period(id) / 60;
      if (supply == null) {
        busy.put(id, others.wave());
        quiet.put(id, others.wave());
      } else if (metric.unit().orElse(supply.unit()).equals(supply.unit())) {
        busy.put(id, supply.busy(statistic, minutes));
        quiet.put(id, supply.quiet(statistic));
      } else {
        busy.put(id, Wave.SILENT);
        quiet.put(id, Wave.SILENT);
      }
    }
    Reading reading = reading(watched, graph, needed, busy, quiet);
    return new Outlook(Rules.of(settings), reading).firing();
  }

  private Reading reading(
      MetricQuery watched,
      QueryGraph graph,
      Set<String> needed,
      Map<String, Wave> busy,
      Map<String, Wave> quiet) {
    String fed = needed.stream().filter(supplies::containsKey).sorted().findFirst().orElseThrow();
    Supply supply =
        supplies.getOrDefault(fed, new Supply(Amount.ANY, Optional.empty(), Supply.NO_UNIT));
    Wave loud = graph.wave(watched.id(), busy);
    Wave still = graph.wave(watched.id(), quiet);
    Reading single = Attempt.reading(graph.statistic(fed), supply, graph.period(fed));
    boolean math = watched.metric().isEmpty();
    return new Reading(
        math ? "`" + watched.expression().orElse("") + "`" : single.measure(),
        single.period(),
        single.value(),
        single.counts(),
        loud,
        loud.equals(still) ? Optional.empty() : Optional.of(still),
        single.diluted());
  }
}
