package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.Before;
import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.check.search.PathSearch;
import io.trailproof.check.search.PremisesOfProof;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Note;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges rules over a graph. */
public final class Checker {
  private final Catalog catalog;

  /** A checker that knows the catalog's spellings. */
  public Checker(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What comes of one rule, over all ways in which the deployment can turn out. */
  public RuleResult check(Rule rule, DeploymentGraphs graphs) {
    ResourceGraph graph = graphs.graph();
    List<Hypothesis<RuleResult>> ways = new ArrayList<>();
    for (Hypothesis<ResourceGraph> hypothesis : graphs.hypotheses()) {
      RuleResult way = check(rule, hypothesis.then());
      if (ways.stream().allMatch(one -> way.verdict().compareTo(one.then().verdict()) < 0)) {
        graph = hypothesis.then();
      }
      ways.add(new Hypothesis<>(hypothesis.when(), way));
    }
    RuleResult all = ways.isEmpty() ? check(rule, graph) : OpenWays.of(ways);
    return all.after(before(rule, graphs, all, graph));
  }

  private Optional<Before> before(
      Rule rule, DeploymentGraphs graphs, RuleResult after, ResourceGraph graphAfter) {
    return graphs
        .before()
        .map(graph -> check(rule, graph))
        .map(
            result ->
                new Before(
                    result.verdict(),
                    Regressions.between(result.proofs(), after.proofs(), graphAfter)));
  }

  /**
   * True if the inputs hold anything particular to a rule's chain, were it something that is taken
   * away: what is merely turned up is judged only then.
   */
  public static boolean isAbout(Rule rule, ResourceGraph graph) {
    return rule.chain().links().stream()
        .filter(ChainLink::isParticular)
        .flatMap(link -> link.types().stream())
        .anyMatch(graph::isAbout);
  }

  /** What comes of one rule. */
  RuleResult check(Rule rule, ResourceGraph graph) {
    Optional<Gap> total =
        graph.gaps().stream().filter(gap -> gap.extent() == Gap.Extent.EVERYTHING).findFirst();
    JudgedAccounts accounts = JudgedAccounts.of(rule.chain(), graph);
    PathSearch search = new PathSearch(graph, catalog, rule.chain(), rule.events());
    Function<Predicate<Resource>, RuleResult> judge =
        starts ->
            judged(
                rule,
                graph,
                event ->
                    total
                        .map(gap -> nothingKnown(rule, gap))
                        .orElseGet(() -> search.best(event, starts)));
    RuleResult result =
        accounts.areSeveral() && total.isEmpty()
            ? new AccountByAccount(rule, accounts, judge).result()
            : judge.apply(any -> true);
    for (Note note : accounts.notes()) {
      result = result.noting(note);
    }
    Optional<Note> otherWay =
        result.verdict() == Verdict.PASS
            ? Optional.empty()
            : rule.comparedWith().orElse(rule).ofOtherWays().stream()
                .flatMap(other -> anotherWay(check(other, graph)).stream())
                .findFirst();
    return otherWay.map(result::noting).orElse(result);
  }

  private RuleResult judged(Rule rule, ResourceGraph graph, Function<Event, ChainPath> search) {
    List<EventProof> proofs = new ArrayList<>();
    for (Event event : rule.events()) {
      proofs.add(new EventProof(event, search.apply(event)));
    }
    return RuleResult.of(
        rule,
        proofs,
        assumptions(rule, proofs, graph),
        everySaid(proofs, Judgement::notes),
        new Findings(rule, graph, catalog).of(proofs));
  }

  /** F98–F100: another design tells somebody of the events, and is not what the rule asks for. */
  private static Optional<Note> anotherWay(RuleResult other) {
    if (other.verdict() != Verdict.PASS) {
      return Optional.empty();
    }
    List<PathStep> steps = other.proofs().get(0).path().steps();
    String address = steps.size() > 1 ? steps.get(1).address() : steps.get(0).address();
    return Optional.of(
        new Note(
            "detected-another-way",
            "the events are detected another way, but not the one that the control asks for; rule `"
                + other.rule().id()
                + "` holds (F100)",
            address));
  }

  private static ChainPath nothingKnown(Rule rule, Gap gap) {
    ChainLink first = rule.chain().links().get(0);
    Label[] labels = gap.span() == null ? new Label[0] : new Label[] {new Label(gap.span(), "")};
    Requirement readable = Requirement.said("input", "{because}", List.of(), List.of());
    return new ChainPath(
        List.of(
            new PathStep(
                first,
                Optional.empty(),
                Optional.empty(),
                List.of(new Judged(readable, Judgement.unknown(gap.message(), labels))))));
  }

  /** What the judgements along all paths say of one kind, each thing once. */
  private static <T> List<T> everySaid(List<EventProof> proofs, Function<Judgement, List<T>> said) {
    Set<T> all = new LinkedHashSet<>();
    for (EventProof proof : proofs) {
      for (PathStep step : proof.path().steps()) {
        for (Judged judged : step.judged()) {
          all.addAll(said.apply(judged.judgement()));
        }
      }
    }
    return List.copyOf(all);
  }

  /** What the judgements assume, and what the values on the paths rest on. */
  private static List<Assumption> assumptions(
      Rule rule, List<EventProof> proofs, ResourceGraph graph) {
    List<Assumption> all = new ArrayList<>(everySaid(proofs, Judgement::assumptions));
    PremisesOfProof.of(rule, proofs, graph)
        .forEach(
            one -> all.add(new Assumption(one.code(), one.words(graph.secrets()), one.about())));
    return all;
  }
}
