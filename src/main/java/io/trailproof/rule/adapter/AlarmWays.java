package io.trailproof.rule.adapter;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import java.util.List;

/** The ways in which the settings of an alarm may turn out that are one of several values each. */
public final class AlarmWays {
  /** More ways than this are not told apart. */
  private static final int MOST = 16;

  private static final List<String> SETTINGS =
      List.of(
          "comparisonOperator",
          "datapointsToAlarm",
          "evaluationPeriods",
          "missingData",
          "period",
          "statistic",
          "threshold");

  private static final List<String> PERIODS = List.of("period", "metricPeriod");

  private AlarmWays() {}

  /** True if every setting is known or left out, and so are the periods of the queries. */
  public static boolean areSettled(ResourceGraph graph, Resource alarm) {
    return !WatchedMetric.areHidden(alarm)
        && SETTINGS.stream().allMatch(one -> isSettled(graph.property(alarm, one)))
        && WatchedMetric.queries(alarm).stream()
            .flatMap(query -> PERIODS.stream().map(one -> WatchedMetric.field(query, one)))
            .allMatch(one -> isSettled(graph.resolve(one)));
  }

  private static boolean isSettled(Value value) {
    return value.isKnown() || value.isAbsent();
  }

  /** The alarm in each of them; none if nothing of it is open so, or there are too many. */
  public static List<Resource> of(ResourceGraph graph, Resource alarm) {
    List<Resource> ways = List.of(alarm);
    for (String setting : SETTINGS) {
      if (graph.property(alarm, setting) instanceof Value.Choice choice) {
        ways =
            ways.stream()
                .flatMap(way -> choice.candidates().stream().map(one -> way.with(setting, one)))
                .toList();
        if (ways.size() > MOST) {
          return List.of();
        }
      }
    }
    return ways.size() == 1 ? List.of() : ways;
  }
}
