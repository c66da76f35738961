package io.trailproof.check;

import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a plan takes away from events that reached somebody before it. */
final class Regressions {
  private Regressions() {}

  /** The lines to say, one for each thing that is taken away. */
  static List<String> between(
      List<EventProof> before, List<EventProof> after, ResourceGraph graphAfter) {
    Map<String, List<String>> events = new LinkedHashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).verdict() == Verdict.PASS && after.get(i).verdict() != Verdict.PASS) {
        events
            .computeIfAbsent(
                taken(before.get(i), after.get(i), graphAfter), any -> new ArrayList<>())
            .add(before.get(i).event().name());
      }
    }
    List<String> lines = new ArrayList<>();
    events.forEach(
        (what, names) -> lines.add("this plan " + what + " for " + named(names, before.size())));
    return lines;
  }

  private static String taken(EventProof before, EventProof after, ResourceGraph graphAfter) {
    for (PathStep step : before.path().steps()) {
      Optional<Resource> gone =
          step.resource().filter(resource -> graphAfter.find(resource.id()).isEmpty());
      if (gone.isPresent()) {
        return "removes the " + step.link().title() + " `" + gone.get().address() + "`";
      }
    }
    if (!before.chain().equals(after.chain())) {
      return "breaks the chain by way of " + before.chain().title(); // what is nearest goes another
    }
    return after
        .path()
        .broken()
        .map(step -> "breaks the " + step.link().title() + " `" + step.address() + "`")
        .orElse("breaks the chain");
  }

  private static String named(List<String> names, int all) {
    return names.size() == all
        ? "all " + all + " events"
        : String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }
}
