package io.trailproof.check.search;

import io.trailproof.check.result.EventProof;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the verdict of a rule rests on beside its inputs. */
public final class PremisesOfProof {
  private PremisesOfProof() {}

  /**
   * The premises of the resources on the paths, and of those that may have been looked at beside
   * them, such as a role's policies; not those of a link's other candidates, which were not taken.
   */
  public static Set<Premise> of(List<EventProof> proofs, ResourceGraph graph) {
    if (graph.premises().byResource().isEmpty()) {
      return Set.of();
    }
    Map<String, List<EventProof>> byWay = new LinkedHashMap<>(); // a chain is what its name names
    proofs.forEach(
        one -> byWay.computeIfAbsent(one.chain().id(), any -> new ArrayList<>()).add(one));
    Set<Premise> used = new LinkedHashSet<>();
    byWay.values().forEach(those -> used.addAll(of(those.get(0).chain(), those, graph)));
    return used;
  }

  /** Those of the proofs that go one way. */
  private static Set<Premise> of(Chain chain, List<EventProof> proofs, ResourceGraph graph) {
    Premises all = graph.premises();
    Set<Premise> used = new LinkedHashSet<>();
    Map<ResourceId, Resource> onPaths = onPaths(proofs);
    List<EventProof> proven =
        proofs.stream().filter(proof -> proof.verdict() == Verdict.PASS).toList();
    Set<String> linkTypes = new HashSet<>();
    chain.links().stream().map(ChainLink::types).forEach(linkTypes::addAll);
    // What some events prove falls with a premise, whatever becomes of the others.
    Set<ResourceId> proof =
        proven.isEmpty()
            ? Set.of()
            : new SideResources(graph, linkTypes).of(onPaths(proven).values(), ends(proven));
    all.byResource()
        .forEach(
            (id, premises) -> {
              boolean beside =
                  graph.find(id).map(resource -> !linkTypes.contains(resource.type())).orElse(true);
              for (Premise premise : premises) {
                boolean rests =
                    premise.reach() == Premise.Reach.PROOF
                        ? proof.contains(id)
                        : beside || onPaths.containsKey(id);
                if (rests) {
                  used.add(premise);
                }
              }
            });
    return used;
  }

  private static Map<ResourceId, Resource> onPaths(List<EventProof> proofs) {
    Map<ResourceId, Resource> onPaths = new LinkedHashMap<>();
    proofs.stream()
        .flatMap(proof -> proof.path().steps().stream())
        .flatMap(step -> step.resource().stream())
        .forEach(resource -> onPaths.put(resource.id(), resource));
    return onPaths;
  }

  private static List<Resource> ends(List<EventProof> proofs) {
    return proofs.stream()
        .map(proof -> proof.path().steps())
        .flatMap(steps -> steps.get(steps.size() - 1).resource().stream())
        .distinct()
        .toList();
  }
}
