package io.trailproof.check;

import io.trailproof.graph.Premise;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Rule;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the verdict of a rule rests on beside its inputs. */
final class Premises {
  private Premises() {}

  /**
   * The premises of the resources on the paths, and of those that may have been looked at beside
   * them, such as a role's policies; not those of a link's other candidates, which were not taken.
   */
  static Set<Premise> of(Rule rule, List<EventProof> proofs, ResourceGraph graph) {
    Set<Premise> used = new LinkedHashSet<>();
    if (graph.premises().isEmpty()) {
      return used;
    }
    Set<ResourceId> onPaths = new HashSet<>();
    proofs.stream()
        .flatMap(proof -> proof.path().steps().stream())
        .flatMap(step -> step.resource().stream())
        .map(Resource::id)
        .forEach(onPaths::add);
    Set<String> linkTypes = new HashSet<>();
    rule.chain().links().stream().map(ChainLink::types).forEach(linkTypes::addAll);
    for (Map.Entry<ResourceId, Premise> premise : graph.premises().entrySet()) {
      boolean beside =
          graph
              .find(premise.getKey())
              .map(resource -> !linkTypes.contains(resource.type()))
              .orElse(true);
      if (beside || onPaths.contains(premise.getKey())) {
        used.add(premise.getValue());
      }
    }
    return used;
  }
}
