package io.trailproof.corpus;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How far a template goes, in the words of the truth file (cloudformation.md 9): from filter to
 * alarm, and from trail to filter, whatever else the alarm and what follows it would need.
 */
record Coverage(DeploymentGraphs graphs, Catalog catalog, Rule rule) {
  private ResourceGraph graph() {
    return graphs.graph();
  }

  /** {@code missing}, {@code external}, {@code partial} or {@code complete}. */
  String word() {
    List<Resource> watched =
        made("aws.logs.MetricFilter").stream()
            .filter(filter -> !covered(filter).isEmpty())
            .filter(filter -> made("aws.cloudwatch.Alarm").stream().anyMatch(a -> acts(filter, a)))
            .toList();
    if (watched.isEmpty()) {
      return hidesResources() ? "external" : "missing";
    }
    List<Resource> fed = watched.stream().filter(this::isFed).toList();
    if (fed.isEmpty()) {
      return "external";
    }
    Set<String> events = new TreeSet<>();
    fed.forEach(filter -> events.addAll(covered(filter)));
    return events.size() < rule.events().size() ? "partial" : "complete";
  }

  /** The events that some filter covers. */
  Set<String> covered() {
    Set<String> events = new TreeSet<>();
    made("aws.logs.MetricFilter").forEach(filter -> events.addAll(covered(filter)));
    return events;
  }

  /** True for a template that consists of what it does not show. */
  private boolean hidesResources() {
    return graph().resources().isEmpty()
        && graph().gaps().stream().anyMatch(gap -> gap.message().contains("nested stack"));
  }

  private List<Resource> made(String type) {
    return graph().ofType(type).stream()
        .filter(resource -> resource.existence() == Existence.MANAGED)
        .filter(resource -> resource.property("exists").isAbsent())
        .toList();
  }

  private Set<String> covered(Resource filter) {
    Requirement pattern =
        link("metricFilter").requirements().stream()
            .filter(one -> one.id().equals("filter-pattern"))
            .findFirst()
            .orElseThrow();
    return rule.events().stream()
        .filter(
            event ->
                pattern
                        .condition()
                        .judge(new Step(graph(), catalog, Optional.empty(), filter), event)
                        .verdict()
                    == Verdict.PASS)
        .map(Event::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** True if an alarm watches the metric of a filter and does something about it. */
  private boolean acts(Resource filter, Resource alarm) {
    Value actions = graph().property(alarm, "actions");
    boolean any =
        !actions.isAbsent() && !(actions instanceof Value.Items list && list.items().isEmpty());
    Event event = rule.events().get(0);
    return any
        && link("alarm")
            .relation()
            .judge(new Step(graph(), catalog, Optional.of(filter), alarm), event)
            .stream()
            .allMatch(judged -> judged.judgement().verdict() == Verdict.PASS);
  }

  /** True if a trail that records at all delivers to the log group of a filter. */
  private boolean isFed(Resource filter) {
    return graph().ofType("aws.logs.LogGroup").stream()
        .filter(group -> names(filter, group))
        .anyMatch(
            group ->
                made("aws.cloudtrail.Trail").stream()
                    .filter(trail -> names(trail, group))
                    .anyMatch(
                        trail ->
                            !graph()
                                .property(trail, "logging")
                                .asText()
                                .filter("false"::equals)
                                .isPresent()));
  }

  private boolean names(Resource holder, Resource group) {
    return graph().names(holder.property("logGroup"), group) == Truth.YES;
  }

  private ChainLink link(String name) {
    return rule.chain().links().stream()
        .filter(link -> link.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
