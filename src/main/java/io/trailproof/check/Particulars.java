package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Condition;
import io.trailproof.rule.Event;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Whether inputs hold something particular to a chain, were it something that is taken away. */
final class Particulars {
  private final Catalog catalog;
  private final DeploymentGraphs graphs;

  Particulars(Catalog catalog, DeploymentGraphs graphs) {
    this.catalog = catalog;
    this.graphs = graphs;
  }

  /** Anything of a chain that stands in the inputs. */
  boolean of(Chain chain, List<Event> events) {
    return any(chain, Set.of(), (particular, type) -> is(particular, type, events.get(0)));
  }

  /** Anything of a chain that is particular to it by its type alone. */
  boolean byTypeOf(Chain chain) {
    return any(
        chain,
        Set.of(),
        (particular, type) -> particular instanceof Condition.Said && graphs.graph().isAbout(type));
  }

  /**
   * Anything of a chain that is not as particular to another, were it only declared or named, since
   * then it cannot be told what it does.
   */
  boolean notOf(Chain other, Chain chain, List<Event> events) {
    Set<String> shared = new HashSet<>();
    other.links().stream()
        .filter(link -> link.particular().isPresent())
        .forEach(link -> shared.addAll(link.types()));
    return any(
        chain,
        shared,
        (particular, type) ->
            is(particular, type, events.get(0)) || isTold(particular, type, events));
  }

  private static boolean any(Chain chain, Set<String> but, BiPredicate<Condition, String> holds) {
    return chain.links().stream()
        .filter(link -> link.particular().isPresent())
        .anyMatch(
            link ->
                link.types().stream()
                    .filter(type -> !but.contains(type))
                    .anyMatch(type -> holds.test(link.particular().orElseThrow(), type)));
  }

  private boolean is(Condition particular, String type, Event event) {
    if (particular instanceof Condition.Said) {
      return graphs.graph().isAbout(type);
    }
    return Stream.concat(Stream.of(graphs.graph()), graphs.before().stream())
        .anyMatch(
            graph ->
                graph.ofType(type).stream()
                    .filter(one -> one.existence().standsInInput())
                    .anyMatch(one -> holds(particular, graph, one, event)));
  }

  /** What is declared may be as particular; of what is named nothing else is known. */
  private boolean isTold(Condition particular, String type, List<Event> events) {
    ResourceGraph graph = graphs.graph();
    return graph.ofType(type).stream()
        .anyMatch(
            one ->
                one.existence() == Existence.NAMED
                    || (one.existence() == Existence.DECLARED
                        && (particular instanceof Condition.Said
                            || holds(particular, graph, one, events.get(0)))));
  }

  /** What cannot be told may be so. */
  private boolean holds(Condition particular, ResourceGraph graph, Resource one, Event event) {
    Step step = new Step(graph, catalog, Optional.empty(), one);
    return particular.judge(step, event).verdict() != Verdict.FAIL;
  }
}
