package io.trailproof.check.search;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Judgement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Resources that no input shows but that may be there: relations of what exists already, and what a
 * gap hides.
 */
final class HiddenResources {
  private final ResourceGraph graph;
  private final Optional<Gap> gap;
  private final Map<String, Resource> made = new HashMap<>();

  HiddenResources(ResourceGraph graph) {
    this.graph = graph;
    this.gap =
        graph.gaps().stream().filter(one -> one.extent() == Gap.Extent.MORE_RESOURCES).findFirst();
  }

  /** True if something we do not see may be related to this resource. */
  boolean mayRelateTo(Resource resource) {
    return gap.isPresent() || resource.existence().mayHaveRelationsElsewhere();
  }

  /** True if the link after this resource may be taken by something we do not see. */
  boolean mayRelateTo(Resource from, ChainLink link) {
    return mayRelateTo(from)
        && (link.relation().looksBack() || from.existence() == Existence.UNSEEN);
  }

  /** True if something unseen may stand before a link: some resource there may be its target. */
  boolean mayLeadTo(ChainLink link) {
    return gap.isPresent()
        || link.types().stream()
            .flatMap(type -> graph.ofType(type).stream())
            .anyMatch(this::mayRelateTo);
  }

  /** A resource of a link that no input shows; the same one every time. */
  Resource of(ChainLink link) {
    return made.computeIfAbsent(link.name(), any -> make(link));
  }

  private static Resource make(ChainLink link) {
    Value unknown = new Value.Unknown("is not in this input", Origin.NOWHERE);
    return new Resource(
        new ResourceId("", "(" + link.title() + " elsewhere)"),
        link.types().get(0),
        Dialect.CANONICAL,
        Existence.UNSEEN,
        new Place(unknown, unknown),
        Map.of(),
        null);
  }

  /** Why nothing is known of it. */
  Judgement judgement(ChainLink link) {
    return Judgement.unknown(
        gap.map(Gap::message).orElse("the " + link.title() + " is not in this input"));
  }
}
