package io.trailproof.check.search;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Stranger;
import io.trailproof.graph.Value;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this version does not know of is not passed over: a property that the catalog does not
 * classify, on a resource of the path or on what helps it, and a type of AWS's that no snapshot
 * names and that refers to one of these. Beside the path neither changes anything.
 */
final class ClosedWorld {
  /** What the catalog marks a resource with. */
  private static final String UNCLASSIFIED = "unclassified";

  private static final String SILENCING = "silencing";

  /** What CloudFormation refuses as a whole is said otherwise. */
  private static final String REFUSED = "refused";

  private static final Requirement KNOWN =
      Requirement.said(
          "newer",
          "{because}",
          List.of("take a newer version of trailproof, or leave it out"),
          List.of("F203"));

  private static final Requirement HEARD =
      Requirement.said(
          "may-silence",
          "{because}",
          List.of("leave it out, or accept this finding if it does no harm here"),
          List.of());

  private final StrangersWords strangers;
  private final boolean supportersMatter;
  private final Supplier<Supporters> made;
  private @Nullable Supporters supporters;
  private final Map<ResourceId, List<Judged>> said = new HashMap<>();

  /**
   * That of one graph.
   *
   * @param linkTypes the types of the links of the chain
   */
  ClosedWorld(ResourceGraph graph, Catalog catalog, Set<String> linkTypes) {
    this.strangers = StrangersWords.of(graph);
    this.supportersMatter =
        !graph.ofType(Stranger.TYPE).isEmpty()
            || graph.resources().stream()
                .anyMatch(one -> SupportLinks.canBe(one.type(), linkTypes) && isMarked(one));
    this.made = () -> new Supporters(graph, catalog, linkTypes);
  }

  /**
   * What is to be said of a resource of the path; nothing where all is known.
   *
   * @param before the resource of the link before, of which it was said already
   */
  List<Judged> judge(Optional<Resource> before, Resource resource) {
    boolean known = !supportersMatter && !isMarked(resource);
    if (known || resource.has(REFUSED)) {
      return List.of();
    }
    return before.filter(one -> one.id().equals(resource.id())).isPresent()
        ? List.of()
        : said.computeIfAbsent(resource.id(), any -> judge(resource));
  }

  private static boolean isMarked(Resource resource) {
    return resource.has(UNCLASSIFIED) || resource.has(SILENCING) || resource.has(REFUSED);
  }

  private List<Judged> judge(Resource resource) {
    List<Judged> all = new ArrayList<>();
    settings(resource, resource, all);
    referring(resource, all);
    if (supportersMatter) {
      for (Resource supporter : supporters().of(resource)) {
        ExistenceCheck.refused(supporter).ifPresent(all::add);
        settings(supporter, resource, all);
        referring(supporter, all);
      }
    }
    return List.copyOf(all);
  }

  /** Made when it is asked for, as hardly any graph has anything that matters. */
  private Supporters supporters() {
    Supporters some = supporters;
    if (some == null) {
      some = made.get();
      supporters = some;
    }
    return some;
  }

  private static void settings(Resource marked, Resource onPath, List<Judged> into) {
    settings(UNCLASSIFIED, KNOWN, marked, onPath, into);
    settings(SILENCING, HEARD, marked, onPath, into);
  }

  private static void settings(
      String property,
      Requirement requirement,
      Resource marked,
      Resource onPath,
      List<Judged> into) {
    for (Value reason : marked.property(property).children()) {
      if (reason instanceof Value.Unknown unknown) {
        String whose =
            marked.id().equals(onPath.id()) ? "" : "; it is set on `" + marked.address() + "`";
        into.add(
            new Judged(
                requirement, Judgement.unknown(unknown.why() + whose, Labels.at(reason, marked))));
      }
    }
  }

  private void referring(Resource resource, List<Judged> into) {
    strangers
        .naming(resource)
        .forEach(
            (stranger, at) ->
                into.add(
                    new Judged(
                        Stranger.silences(stranger) ? HEARD : KNOWN,
                        Judgement.unknown(
                            "`"
                                + stranger.address()
                                + "` refers to `"
                                + resource.address()
                                + "`, and "
                                + Stranger.why(stranger),
                            Labels.at(at, stranger)))));
  }
}
