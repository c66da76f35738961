package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Gap;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Condition;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges rules over a graph. */
public final class Checker {
  private final Catalog catalog;

  /** A checker that knows the catalog's spellings. */
  public Checker(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * True if a graph gives a rule anything to judge by: a resource of its chain, were it one that is
   * taken away, or something hidden that may hold one.
   */
  public static boolean isAbout(Rule rule, ResourceGraph graph) {
    return !graph.gaps().isEmpty()
        || rule.chain().links().stream()
            .flatMap(link -> link.types().stream())
            .anyMatch(graph::isAbout);
  }

  /** What comes of one rule. */
  public RuleResult check(Rule rule, ResourceGraph graph) {
    Optional<Gap> total =
        graph.gaps().stream().filter(gap -> gap.extent() == Gap.Extent.EVERYTHING).findFirst();
    List<EventProof> proofs = new ArrayList<>();
    PathSearch search = new PathSearch(graph, catalog, rule.chain());
    for (Event event : rule.events()) {
      Path path = total.map(gap -> nothingKnown(rule, gap)).orElseGet(() -> search.best(event));
      proofs.add(new EventProof(event, path));
    }
    return new RuleResult(
        rule, proofs, assumptions(proofs), new Findings(rule, graph, catalog).of(proofs));
  }

  private static Path nothingKnown(Rule rule, Gap gap) {
    ChainLink first = rule.chain().links().get(0);
    Label[] labels = gap.span() == null ? new Label[0] : new Label[] {new Label(gap.span(), "")};
    Requirement readable =
        new Requirement(
            "input", new Condition.Equals("", List.of()), "{because}", List.of(), List.of());
    return new Path(
        List.of(
            new PathStep(
                first,
                Optional.empty(),
                Optional.empty(),
                List.of(new Judged(readable, Judgement.unknown(gap.message(), labels))))));
  }

  private static List<Assumption> assumptions(List<EventProof> proofs) {
    Set<Assumption> all = new LinkedHashSet<>();
    for (EventProof proof : proofs) {
      for (PathStep step : proof.path().steps()) {
        for (Judged judged : step.judged()) {
          all.addAll(judged.judgement().assumptions());
        }
      }
    }
    return List.copyOf(all);
  }
}
