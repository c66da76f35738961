package io.trailproof.check.search;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Event;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the best path of one event over several ways, so that each event may take its own. What one
 * way does no other takes away, so more ways never come to less.
 */
public final class WaysSearch {
  /** By verdict, then by how many links are still to do, then by how little is wrong. */
  private static final Comparator<EventProof> NEARER = WaysSearch::nearer;

  private static int nearer(EventProof a, EventProof b) {
    int order = b.verdict().compareTo(a.verdict());
    if (order == 0) {
      order = Integer.compare(a.remaining(), b.remaining());
    }
    return order != 0 ? order : ChainPath.LESS_WRONG.compare(a.path(), b.path());
  }

  private final ResourceGraph graph;
  private final Catalog catalog;
  private final List<Chain> ways;
  private final List<Event> events;

  /** For the first ways, as far as an event needed them. */
  private final List<PathSearch> searches = new ArrayList<>();

  /**
   * A search in one graph.
   *
   * @param ways one at least; the first goes before others that are as good
   * @param events those of the rule
   */
  public WaysSearch(ResourceGraph graph, Catalog catalog, List<Chain> ways, List<Event> events) {
    this.graph = graph;
    this.catalog = catalog;
    this.ways = List.copyOf(ways);
    this.events = List.copyOf(events);
  }

  /**
   * The best path of an event.
   *
   * @param records of the first links' resources those that record it
   */
  public EventProof best(Event event, Predicate<Resource> records) {
    EventProof best = by(0, event, records);
    for (int i = 1; i < ways.size() && best.verdict() != Verdict.PASS; i++) {
      EventProof other = by(i, event, records);
      best = NEARER.compare(other, best) < 0 ? other : best;
    }
    return best;
  }

  private EventProof by(int way, Event event, Predicate<Resource> records) {
    if (way == searches.size()) {
      searches.add(new PathSearch(graph, catalog, ways.get(way), events));
    }
    return new EventProof(event, ways.get(way), searches.get(way).best(event, records));
  }
}
