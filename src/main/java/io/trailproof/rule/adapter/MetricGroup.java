package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.MetricFeed;
import io.trailproof.graph.Likeness;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The filters that publish to one metric, or may, seen from those of them that are alike: worked
 * out once for a thousand filters of one log group and one metric.
 */
final class MetricGroup {
  private static final String FILTER = "aws.logs.MetricFilter";
  private static final List<String> TELLING = List.of("metricName", "namespace", "logGroup");

  private final SharedMetric.Asking asking;
  private final List<SharedMetric.Publisher> members;

  /** The same with what reaches them, as far as somebody asked. */
  private @Nullable List<SharedMetric> shared;

  private final Set<ResourceId> ids = new HashSet<>();

  /** How many of them publish so, by what that is. */
  private final Map<Published, Integer> published = new LinkedHashMap<>();

  private final List<MetricFeed.Sibling> someOfThem;

  /** Some of the filters of this name of a metric that take ordinary records: two are enough. */
  private final List<ResourceId> noisy;

  /** What a filter publishes. */
  record Published(Partial<String> value, Partial<String> defaultValue, Partial<String> unit) {
    static Published by(ResourceGraph graph, Resource filter) {
      return new Published(
          AlarmAdapter.text(graph.property(filter, "value")),
          AlarmAdapter.text(graph.property(filter, "defaultValue")),
          AlarmAdapter.text(graph.property(filter, "unit")));
    }
  }

  /** Those of a graph. */
  private static final class Known {
    private final Map<String, MetricGroup> alike = new HashMap<>();
    private final Map<ResourceId, MetricGroup> alone = new HashMap<>();
  }

  private MetricGroup(ResourceGraph graph, Resource filter) {
    this.asking = SharedMetric.Asking.by(graph, filter);
    this.members = asking.publishers();
    for (SharedMetric.Publisher one : members) {
      ids.add(one.filter().id());
      published.merge(Published.by(graph, one.filter()), 1, Integer::sum);
    }
    this.noisy = noisy(graph, filter);
    this.someOfThem =
        members.stream()
            .limit(MetricFeed.MOST_SIBLINGS + 1L)
            .map(one -> MetricSiblings.sibling(graph, one.filter(), one.belongs(), Truth.NO, false))
            .toList();
  }

  private static List<ResourceId> noisy(ResourceGraph graph, Resource filter) {
    List<ResourceId> noisy = new ArrayList<>();
    for (Resource one :
        ResourceIndex.of(graph)
            .possiblyHaving(FILTER, "metricName", filter.property("metricName"))) {
      if (WrittenPattern.text(graph.property(one, "pattern"), one)
          .filter(WrittenPattern::takesOrdinary)
          .isPresent()) {
        noisy.add(one.id());
        if (noisy.size() == 2) {
          break;
        }
      }
    }
    return noisy;
  }

  /** The group of a filter. */
  static MetricGroup of(ResourceGraph graph, Resource filter) {
    Known known = graph.once(Known.class, Known::new);
    MetricGroup own = known.alone.get(filter.id());
    if (own == null) {
      // Dimensions are compared in more ways than one.
      String likeness =
          filter.property("dimensions").isAbsent() && filter.property("systemDimensions").isAbsent()
              ? Likeness.of(filter, TELLING).orElse("")
              : "";
      own = likeness.isEmpty() ? null : known.alike.get(likeness);
      if (own == null) {
        own = new MetricGroup(graph, filter);
        if (!likeness.isEmpty()) {
          known.alike.put(likeness, own);
        }
      }
      known.alone.put(filter.id(), own);
    }
    return own;
  }

  /** The others, which are few enough to be tried together. */
  List<SharedMetric> besides(Resource filter) {
    List<SharedMetric> all = shared;
    if (all == null) {
      all = members.stream().map(asking::shared).toList();
      shared = all;
    }
    List<SharedMetric> others = new ArrayList<>(all.size());
    for (SharedMetric one : all) {
      if (!one.other().id().equals(filter.id())) {
        others.add(one);
      }
    }
    return others;
  }

  /** True if there are more others than are tried together. */
  boolean isBeyondTrying(Resource filter) {
    return size(filter) > MetricFeed.MOST_SIBLINGS;
  }

  /** So many of them that what they do together is not worked out, and said so. */
  List<MetricFeed.Sibling> tooMany() {
    return someOfThem;
  }

  /** True if there is no other. */
  boolean isOneAlone(Resource filter) {
    return size(filter) == 0;
  }

  private int size(Resource filter) {
    return members.size() - (ids.contains(filter.id()) ? 1 : 0);
  }

  /** Whether something holds of what every other publishes. */
  boolean allBesides(Resource filter, Published own, Predicate<Published> holds) {
    boolean isAmong = ids.contains(filter.id());
    for (Map.Entry<Published, Integer> entry : published.entrySet()) {
      boolean isOwn = isAmong && entry.getValue() == 1 && entry.getKey().equals(own);
      if (!isOwn && !holds.test(entry.getKey())) {
        return false;
      }
    }
    return true;
  }

  /** True if no other filter takes records that are written all the time. */
  boolean isQuietBesides(Resource filter) {
    return noisy.stream().allMatch(filter.id()::equals);
  }
}
