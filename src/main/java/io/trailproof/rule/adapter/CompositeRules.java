package io.trailproof.rule.adapter;

import io.trailproof.aws.alarm.composite.CompositeRule;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of the composite alarms of a graph, and what the names in them mean (F159). */
final class CompositeRules {
  private static final String COMPOSITE = "aws.cloudwatch.CompositeAlarm";
  private static final String HOLE = "trailproof-hole-";

  private final ResourceGraph graph;
  private final Map<ResourceId, CompositeAlarms.Rule> rules = new HashMap<>();
  private final Map<ResourceId, Boolean> circles = new HashMap<>();

  /** The composites that the rule of each certainly names. */
  private final Map<ResourceId, List<Resource>> composites = new HashMap<>();

  private CompositeRules(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The rules of a graph, which are read once. */
  static CompositeRules of(ResourceGraph graph) {
    return graph.once(CompositeRules.class, () -> new CompositeRules(graph));
  }

  /** The rule of a composite alarm; none where nothing of it is known. */
  CompositeAlarms.Rule rule(Resource composite) {
    return rules.computeIfAbsent(composite.id(), any -> read(graph.property(composite, "rule")));
  }

  private static CompositeAlarms.Rule read(Value rule) {
    Map<String, Value> holes = new LinkedHashMap<>();
    String text = written(rule, holes);
    return new CompositeAlarms.Rule(
        text.isEmpty() ? Optional.empty() : Optional.of(CompositeRule.parse(text)), holes);
  }

  private static String written(Value rule, Map<String, Value> holes) {
    if (!(rule instanceof Value.Template template)) {
      return rule.asText().orElse("");
    }
    StringBuilder text = new StringBuilder();
    for (Value part : template.parts()) {
      text.append(
          part.asText()
              .orElseGet(
                  () -> {
                    String hole = HOLE + holes.size() + "-";
                    holes.put(hole, part);
                    return hole;
                  }));
    }
    return text.toString();
  }

  /** The names in the rule of a composite; none where it cannot be read. */
  Set<String> namesOf(Resource composite) {
    return rule(composite)
        .parsed()
        .flatMap(CompositeRule.Parsed::rule)
        .map(CompositeRule::names)
        .orElse(Set.of());
  }

  /** Whether the rule of a composite leads back to it. */
  boolean isInCircle(Resource composite) {
    Boolean known = circles.get(composite.id());
    if (known == null) {
      known = leadsBack(composite);
      circles.put(composite.id(), known);
    }
    return known;
  }

  private boolean leadsBack(Resource composite) {
    Set<ResourceId> seen = new HashSet<>();
    List<Resource> open = new ArrayList<>(List.of(composite));
    while (!open.isEmpty()) {
      Resource one = open.remove(open.size() - 1);
      for (Resource other : composites.computeIfAbsent(one.id(), any -> certain(COMPOSITE, one))) {
        if (other.id().equals(composite.id())) {
          return true;
        }
        // One that does not lead back to itself does not stand in the circle of another.
        if (circles.getOrDefault(other.id(), true) && seen.add(other.id())) {
          open.add(other);
        }
      }
    }
    return false;
  }

  /** Whether a name in the rule of a composite means an alarm. */
  Truth names(Resource composite, String name, Resource meant) {
    return value(composite, name).map(value -> means(value, meant)).orElse(Truth.UNKNOWN);
  }

  /** The alarms of a type that the rule of a composite certainly names. */
  List<Resource> certain(String type, Resource composite) {
    List<Resource> all = new ArrayList<>();
    for (String name : namesOf(composite)) {
      value(composite, name)
          .ifPresent(value -> all.addAll(ResourceIndex.of(graph).named(type, value)));
    }
    return all;
  }

  /** The alarms of a type that a name in the rule of a composite may mean, and perhaps others. */
  List<Resource> candidates(String type, Resource composite, String name) {
    return value(composite, name)
        .map(value -> ResourceIndex.of(graph).possiblyNamed(type, value))
        .orElseGet(() -> graph.ofType(type));
  }

  /** What a name stands for; empty for one of which a part is not known yet. */
  private Optional<Value> value(Resource composite, String name) {
    Map<String, Value> holes = rule(composite).holes();
    Value value = holes.get(name);
    if (value == null && name.contains(HOLE) && holes.keySet().stream().anyMatch(name::contains)) {
      return Optional.empty();
    }
    return Optional.of(value == null ? Value.text(name, Origin.NOWHERE) : value);
  }

  /** A name that is written down is not the one that AWS makes up for an alarm without one. */
  Truth means(Value name, Resource one) {
    Truth named = graph.names(name, one);
    boolean madeUp =
        one.property("name") instanceof Value.Reference itself
            && itself.target().equals(one.id())
            && named == Truth.UNKNOWN
            && graph.resolve(name).isKnown();
    return madeUp ? Truth.NO : named;
  }
}
