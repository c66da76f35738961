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
import io.trailproof.rule.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Resources that no input shows but that may be there: relations of what exists already, and what a
 * gap hides.
 */
final class HiddenResources {
  private final ResourceGraph graph;
  private final List<ChainLink> links;
  private final Map<String, Resource> made = new HashMap<>();
  private final Map<String, Optional<Gap>> gaps = new HashMap<>();

  /** What stands in for a resource of the first link, asked of those of the next. */
  private final Map<ResourceId, Judgement> standIns = new HashMap<>();

  private final Function<Resource, Judgement> standIn;

  /**
   * Those of one graph.
   *
   * @param standIn what is said at the first link of a resource that nothing there leads to:
   *     unknown if something else may stand in for it, fails if nothing can
   */
  HiddenResources(
      ResourceGraph graph, List<ChainLink> links, Function<Resource, Judgement> standIn) {
    this.graph = graph;
    this.links = links;
    this.standIn = standIn;
  }

  /** What may stand in for a resource of the first link, before any of the next. */
  private Optional<Judgement> stoodIn() {
    return links.size() < 2
        ? Optional.empty()
        : ofTypes(links.get(1))
            .map(this::standIn)
            .filter(told -> told.verdict() == Verdict.UNKNOWN)
            .findFirst();
  }

  private Stream<Resource> ofTypes(ChainLink link) {
    return link.types().stream().flatMap(type -> graph.ofType(type).stream());
  }

  private Judgement standIn(Resource resource) {
    return standIns.computeIfAbsent(resource.id(), any -> standIn.apply(resource));
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
    boolean isFirst = unseen.equals(made.get(links.get(0).name()));
    Verdict told = isFirst ? standIn(resource).verdict() : Verdict.PASS;
    return (told == Verdict.PASS && resource.existence().mayHaveRelationsElsewhere())
        || told == Verdict.UNKNOWN
        || links.stream()
            .filter(link -> unseen.equals(made.get(link.name())))
            .anyMatch(link -> gap(link).isPresent());
  }

  /** True if something unseen may stand at the first link: a resource of the next may tell. */
  boolean mayStart(ChainLink first, ChainLink next) {
    return gap(first).isPresent()
        || ofTypes(next)
            .anyMatch(
                resource ->
                    switch (standIn(resource).verdict()) {
                      case PASS -> resource.existence().mayHaveRelationsElsewhere();
                      case UNKNOWN -> true;
                      case FAIL -> false;
                    });
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
    Optional<Judgement> told =
        gap(link).isEmpty() && link.equals(links.get(0)) ? stoodIn() : Optional.empty();
    return told.orElseGet(
        () ->
            Judgement.unknown(
                gap(link)
                    .map(Gap::message)
                    .orElse("the " + link.title() + " is not in this input")));
  }
}
