package io.trailproof.check.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the shortlist leaves out, the relation rules out: tried on graphs in which every resource is
 * as some case of some rule has it.
 */
final class CandidateIndexProperties {
  private static final int GRAPHS = 1000;

  @Test
  void noResourceThatMayFollowIsLeftOut() {
    Map<String, List<Resource>> seen = new TreeMap<>();
    for (Rule rule : RulesFolder.RULES) {
      RulesFolder.cases(rule).stream()
          .flatMap(one -> one.given().stream())
          .forEach(one -> seen.computeIfAbsent(one.address(), any -> new ArrayList<>()).add(one));
    }
    Random random = new Random(11);
    int[] pairs = {0, 0, 0};
    for (int i = 0; i < GRAPHS; i++) {
      ResourceGraph graph =
          Outsiders.complete(RulesFolder.CATALOG, some(random, seen), List.of(), List.of());
      RulesFolder.RULES.forEach(rule -> hold(graph, rule, pairs));
    }
    assertTrue(pairs[0] > 10_000, "only " + pairs[0] + " pairs may follow one another");
    assertTrue(
        pairs[2] < pairs[1] * 2 / 3, pairs[2] + " of " + pairs[1] + " are on the shortlists");
  }

  private static List<Resource> some(Random random, Map<String, List<Resource>> seen) {
    List<Resource> some = new ArrayList<>();
    for (List<Resource> one : seen.values()) {
      if (random.nextInt(4) > 0) {
        some.add(one.get(random.nextInt(one.size())));
      }
    }
    return some;
  }

  private static void hold(ResourceGraph graph, Rule rule, int[] pairs) {
    CandidateIndex shortlist = new CandidateIndex(graph);
    Event event = rule.events().get(0);
    for (int i = 1; i < rule.chain().links().size(); i++) {
      ChainLink link = rule.chain().links().get(i);
      for (Resource from : shortlist.all(rule.chain().links().get(i - 1))) {
        if (from.existence() == Existence.UNSEEN) {
          continue;
        }
        List<Resource> listed = shortlist.after(from, link);
        List<Resource> possible = possible(graph, link, from, event, shortlist.all(link));
        List<String> missed =
            possible.stream().filter(one -> !listed.contains(one)).map(Resource::address).toList();
        assertEquals(
            List.of(), missed, link.name() + " after " + from.address() + " of " + rule.id());
        pairs[0] += possible.size();
        pairs[1] += shortlist.all(link).size();
        pairs[2] += listed.size();
      }
    }
  }

  private static List<Resource> possible(
      ResourceGraph graph, ChainLink link, Resource from, Event event, List<Resource> all) {
    return all.stream()
        .filter(
            one ->
                link
                    .relation()
                    .judge(new Step(graph, RulesFolder.CATALOG, Optional.of(from), one), event)
                    .stream()
                    .noneMatch(Relation.Judged::rulesOut))
        .toList();
  }
}
