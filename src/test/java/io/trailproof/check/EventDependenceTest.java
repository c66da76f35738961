package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.Step;
import io.trailproof.rule.cases.RuleCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What is said not to depend on the event is judged once for all of them: it must not depend on it.
 */
final class EventDependenceTest {
  private int compared;
  private int different;

  @Test
  void whatDependsOnTheEventSaysSo() {
    for (Rule rule : RulesFolder.RULES) {
      for (RuleCase one : RulesFolder.cases(rule)) {
        ResourceGraph graph =
            Outsiders.complete(RulesFolder.CATALOG, one.given(), List.of(), List.of());
        List<ChainLink> links = rule.chain().links();
        for (int i = 0; i < links.size(); i++) {
          List<Resource> before = i == 0 ? List.of() : of(links.get(i - 1), graph);
          compare(rule, one, graph, links.get(i), before);
        }
      }
    }
    assertTrue(compared > 1000, "only " + compared + " were compared");
    assertTrue(different > 10, "only " + different + " depend on the event");
  }

  private static List<Resource> of(ChainLink link, ResourceGraph graph) {
    return link.types().stream().flatMap(type -> graph.ofType(type).stream()).toList();
  }

  private void compare(
      Rule rule, RuleCase one, ResourceGraph graph, ChainLink link, List<Resource> before) {
    for (Resource resource : of(link, graph)) {
      if (link.equals(rule.chain().links().get(0))) {
        compare(rule, one, link, () -> step(graph, Optional.empty(), resource));
      }
      for (Resource earlier : before) {
        compare(rule, one, link, () -> step(graph, Optional.of(earlier), resource));
      }
    }
  }

  private static Step step(ResourceGraph graph, Optional<Resource> before, Resource resource) {
    return new Step(graph, RulesFolder.CATALOG, before, resource);
  }

  private void compare(Rule rule, RuleCase one, ChainLink link, Supplier<Step> steps) {
    for (Requirement requirement : link.requirements()) {
      List<Judgement> judged = new ArrayList<>();
      for (Event event : sample(rule)) {
        judged.add(requirement.condition().judge(steps.get(), event));
      }
      boolean same = judged.stream().distinct().count() == 1;
      if (requirement.condition().dependsOnEvent()) {
        different += same ? 0 : 1;
      } else {
        compared++;
        assertEquals(
            true, same, () -> rule.id() + "/" + requirement.id() + " of " + one.name() + judged);
      }
    }
  }

  /** The first, one in the middle, the last, and a read of another service. */
  private static List<Event> sample(Rule rule) {
    List<Event> events = rule.events();
    return List.of(
        events.get(0),
        events.get(events.size() / 2),
        events.get(events.size() - 1),
        Event.call("Decrypt", "kms.amazonaws.com"));
  }
}
