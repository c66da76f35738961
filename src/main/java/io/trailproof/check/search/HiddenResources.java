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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources that no input shows but that may be there: relations of what exists already, and what a
 * gap hides.
 */
final class HiddenResources {
  private final ResourceGraph graph;
  private final List<ChainLink> links;
  private final Map<String, Resource> made = new HashMap<>();
  private final Map<String, Optional<Gap>> gaps = new HashMap<>();

  HiddenResources(ResourceGraph graph, List<ChainLink> links) {
    this.graph = graph;
    this.links = links;
  }

  /** What may hide a resource of a link. */
  private Optional<Gap> gap(ChainLink link) {
    return gaps.computeIfAbsent(
        link.name(),
        any -> graph.gaps().stream().filter(gap -> gap.mayHide(link.types())).findFirst());
  }

  /** True if the link after this resource may be taken by something we do not see. */
  boolean mayRelateTo(Resource from, ChainLink link) {
    boolean isThere = gap(link).isPresent() || from.existence().mayHaveRelationsElsewhere();
    return isThere && (link.relation().looksBack() || from.existence() == Existence.UNSEEN);
  }

  /** True if a resource that we do not see may lead to this one. */
  boolean mayLeadTo(Resource resource, Resource unseen) {
    return resource.existence().mayHaveRelationsElsewhere()
        || links.stream()
            .filter(link -> unseen.equals(made.get(link.name())))
            .anyMatch(link -> gap(link).isPresent());
  }

  /** True if something unseen may stand at the first link: a resource of the next may tell. */
  boolean mayStart(ChainLink first, ChainLink next) {
    return gap(first).isPresent()
        || next.types().stream()
            .flatMap(type -> graph.ofType(type).stream())
            .anyMatch(resource -> resource.existence().mayHaveRelationsElsewhere());
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
        gap(link).map(Gap::message).orElse("the " + link.title() + " is not in this input"));
  }
}
