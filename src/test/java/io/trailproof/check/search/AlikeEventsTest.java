package io.trailproof.check.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.cases.RuleCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found once for events that are alike is what is found for each of them by itself. */
final class AlikeEventsTest {
  private int events;
  private int told;

  @Test
  void eachEventFindsThePathThatItWouldFindAlone() {
    for (Rule rule : RulesFolder.RULES) {
      List<RuleCase> cases = RulesFolder.cases(rule);
      List<RuleCase> again = RulesFolder.cases(rule);
      for (int i = 0; i < cases.size(); i++) {
        String which = rule.id() + ": " + cases.get(i).name();
        ResourceGraph together = graph(cases.get(i));
        ResourceGraph apart = graph(again.get(i));
        Stream.concat(rule.ways().counting().stream(), rule.ways().others().stream())
            .forEach(way -> compare(which, rule, way, together, apart));
      }
    }
    assertTrue(events > 5_000, "only " + events + " events were searched for");
    assertTrue(told > 100, "only " + told + " events differ from the one before");
  }

  private void compare(
      String which, Rule rule, Chain way, ResourceGraph together, ResourceGraph apart) {
    WaysSearch shared = search(together, way, rule.events());
    WaysSearch unshared = search(apart, way, rule.events());
    String before = "";
    for (Event event : rule.events()) {
      Event alone = new Event(event.name(), copy(event.kind()));
      String expected = text(unshared.best(alone, any -> true));
      String found = text(shared.best(event, any -> true));
      assertEquals(expected, found, () -> which + ": " + event.name() + " by " + way.id());
      events++;
      told += before.isEmpty() || before.equals(found) ? 0 : 1;
      before = found;
    }
  }

  private static ResourceGraph graph(RuleCase one) {
    return Outsiders.complete(RulesFolder.CATALOG, one.given(), List.of(), List.of());
  }

  private static WaysSearch search(ResourceGraph graph, Chain way, List<Event> events) {
    return new WaysSearch(graph, RulesFolder.CATALOG, List.of(way), events);
  }

  /** A kind that no other event shares, though it is equal to theirs. */
  private static EventKind copy(EventKind kind) {
    return new EventKind(
        kind.source(),
        kind.pattern(),
        kind.when(),
        kind.outcome(),
        kind.access(),
        kind.regions(),
        kind.burst(),
        kind.assumes(),
        kind.mayBeData());
  }

  private static String text(EventProof proof) {
    List<String> lines = new ArrayList<>();
    for (PathStep step : proof.path().steps()) {
      lines.add(step.link().name() + " " + step.address());
      for (Judged judged : step.judged()) {
        lines.add(judged.requirement().id() + " " + judged.judgement());
      }
    }
    return String.join("\n", lines);
  }
}
