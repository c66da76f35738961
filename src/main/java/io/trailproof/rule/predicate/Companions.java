package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.graph.Likeness;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.EventScenario;
import io.trailproof.rule.adapter.WrittenPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The filters of a log group that count as much into one metric, with their patterns: together they
 * may match what each of them leaves out (F53). Filters that are alike share them.
 */
final class Companions {
  /** What two filters have the same of that count as much into one metric. */
  private static final List<String> COUNTED = List.of("metricName", "namespace", "value", "unit");

  private static final Companions NONE = new Companions(Map.of());

  /** The patterns that the service takes of those that certainly count so, by their filters. */
  private final Map<ResourceId, String> texts;

  private final List<FilterPattern> patterns;
  private final Map<Asked, Coverage> known = new HashMap<>();

  /**
   * What is asked about.
   *
   * @param text the pattern of the filter that asks, if that is none of those itself
   */
  private record Asked(String text, Event event, String iamRegion) {}

  /** Those of a graph, by log group. */
  private static final class Known {
    private final IdentityHashMap<Resource, Map<String, Companions>> alike =
        new IdentityHashMap<>();
  }

  private Companions(Map<ResourceId, String> texts) {
    this.texts = texts;
    this.patterns = texts.values().stream().distinct().flatMap(Companions::read).toList();
  }

  private static Stream<FilterPattern> read(String text) {
    return WrittenPattern.parse(text)
        .match(accepted -> Stream.of(accepted.pattern()), rejected -> Stream.empty());
  }

  /** Those that count like the filter at a step; none of a filter outside of a chain. */
  static Companions of(Step step) {
    if (step.previous().isEmpty()) {
      return NONE;
    }
    ResourceId own = step.resource().id();
    String likeness =
        Likeness.of(step.resource(), COUNTED)
            .orElseGet(() -> "only " + own.address() + " of " + own.input());
    return step.graph()
        .once(Known.class, Known::new)
        .alike
        .computeIfAbsent(step.before(), group -> new HashMap<>())
        .computeIfAbsent(likeness, any -> new Companions(texts(step)));
  }

  private static Map<ResourceId, String> texts(Step step) {
    Map<ResourceId, String> texts = new LinkedHashMap<>();
    for (Resource other :
        ResourceIndex.of(step.graph())
            .possibleReferrers(step.resource().type(), "logGroup", step.before())) {
      if (counts(step, other)) {
        WrittenPattern.text(step.graph().property(other, "pattern"), other)
            .ifPresent(text -> texts.put(other.id(), text));
      }
    }
    return texts;
  }

  private static boolean counts(Step step, Resource other) {
    ResourceGraph graph = step.graph();
    Resource own = step.resource();
    return COUNTED.stream().allMatch(property -> same(graph, own, other, property))
        && other.property("dimensions").isAbsent()
        && other.property("systemDimensions").isAbsent()
        && other.property("fieldSelection").isAbsent()
        && graph.isCertain(other)
        && graph.names(other.property("logGroup"), step.before()) == Truth.YES
        && graph.same(own.place().region(), other.place().region()) == Truth.YES;
  }

  private static boolean same(ResourceGraph graph, Resource a, Resource b, String property) {
    return graph.same(a.property(property), b.property(property)) == Truth.YES;
  }

  /** True if there are none beside a filter. */
  boolean areNoneBeside(Resource filter) {
    return patterns.isEmpty() || (texts.size() == 1 && texts.containsKey(filter.id()));
  }

  /** What all of them cover together with the pattern of a filter. */
  Coverage coverage(Resource filter, WrittenPattern own, Event event, String iamRegion) {
    boolean isAmong = texts.containsKey(filter.id());
    return known.computeIfAbsent(
        new Asked(isAmong ? "" : own.text(), event, iamRegion),
        any -> {
          List<FilterPattern> all = new ArrayList<>();
          if (!isAmong) {
            all.add(own.pattern());
          }
          all.addAll(patterns);
          return Coverage.inWords(all, EventScenario.of(event).in(iamRegion));
        });
  }
}
