package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.rule.JoinKeys;
import io.trailproof.rule.adapter.WatchedMetric;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The metric names, or the namespaces, that an alarm reads and a filter publishes. */
final class MetricKeys implements JoinKeys {
  private final String property;
  private final Function<WatchedMetric, Value> read;

  MetricKeys(String property, Function<WatchedMetric, Value> read) {
    this.property = property;
    this.read = read;
  }

  @Override
  public Optional<Set<Object>> ofPrevious(ResourceGraph graph, Resource filter) {
    return keys(graph, List.of(filter.property(property)));
  }

  @Override
  public Optional<Set<Object>> ofResource(ResourceGraph graph, Resource alarm) {
    List<WatchedMetric> readers = WatchedMetric.of(alarm);
    return readers.isEmpty() || WatchedMetric.areHidden(alarm)
        ? Optional.empty()
        : keys(graph, readers.stream().map(read).toList());
  }

  private static Optional<Set<Object>> keys(ResourceGraph graph, List<Value> values) {
    Set<Object> keys = new HashSet<>();
    for (Value value : values) {
      Optional<String> text = graph.resolve(value).asText();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      keys.add(text.get());
    }
    return Optional.of(keys);
  }
}
