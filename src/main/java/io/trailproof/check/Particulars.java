package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Condition;
import io.trailproof.rule.Event;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether inputs hold something particular to a chain, were it something that is taken away. */
final class Particulars {
  private final Catalog catalog;
  private final DeploymentGraphs graphs;

  Particulars(Catalog catalog, DeploymentGraphs graphs) {
    this.catalog = catalog;
    this.graphs = graphs;
  }

  /** Anything of a chain. */
  boolean of(Chain chain, List<Event> events) {
    return of(chain, events, Set.of());
  }

  /** Anything of a chain that is not as particular to another. */
  boolean notOf(Chain other, Chain chain, List<Event> events) {
    Set<String> shared = new HashSet<>();
    other.links().stream()
        .filter(link -> link.particular().isPresent())
        .forEach(link -> shared.addAll(link.types()));
    return of(chain, events, shared);
  }

  private boolean of(Chain chain, List<Event> events, Set<String> but) {
    for (ChainLink link : chain.links()) {
      for (String type : link.particular().isPresent() ? link.types() : List.<String>of()) {
        if (!but.contains(type) && is(link.particular().orElseThrow(), type, events.get(0))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean is(Condition particular, String type, Event event) {
    if (particular instanceof Condition.Said) {
      return graphs.graph().isAbout(type);
    }
    return Stream.concat(Stream.of(graphs.graph()), graphs.before().stream())
        .anyMatch(graph -> holds(particular, graph, type, event));
  }

  /** What cannot be told may be so. */
  private boolean holds(Condition particular, ResourceGraph graph, String type, Event event) {
    for (Resource one : graph.ofType(type)) {
      Step step = new Step(graph, catalog, Optional.empty(), one);
      if (one.existence().standsInInput()
          && particular.judge(step, event).verdict() != Verdict.FAIL) {
        return true;
      }
    }
    return false;
  }
}
