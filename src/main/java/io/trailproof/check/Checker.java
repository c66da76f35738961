package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.Before;
import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.check.search.PremisesOfProof;
import io.trailproof.check.search.WaysSearch;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Note;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
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
  private final boolean strict;

  /** A checker that knows the catalog's spellings. */
  public Checker(Catalog catalog) {
    this(catalog, false);
  }

  /**
   * A checker that knows the catalog's spellings.
   *
   * @param strict true if what no input can show is unknown, instead of assumed
   */
  public Checker(Catalog catalog, boolean strict) {
    this.catalog = catalog;
    this.strict = strict;
  }

  /** What comes of one rule, over all ways in which the deployment can turn out. */
  public RuleResult check(Rule rule, DeploymentGraphs graphs) {
    ResourceGraph graph = graphs.graph();
    List<Hypothesis<RuleResult>> cases = new ArrayList<>();
    for (Hypothesis<ResourceGraph> hypothesis : graphs.hypotheses()) {
      RuleResult one = judge(rule, hypothesis.then());
      if (cases.stream().allMatch(known -> one.verdict().compareTo(known.then().verdict()) < 0)) {
        graph = hypothesis.then();
      }
      cases.add(new Hypothesis<>(hypothesis.when(), one));
    }
    RuleResult all = cases.isEmpty() ? judge(rule, graph) : OpenWays.of(cases);
    RuleResult result = all.after(before(rule, graphs, all, graph));
    return new OtherWays(this, catalog, graphs).beside(result);
  }

  private Optional<Before> before(
      Rule rule, DeploymentGraphs graphs, RuleResult after, ResourceGraph graphAfter) {
    return graphs
        .before()
        .map(graph -> judge(rule, graph))
        .map(
            result ->
                new Before(
                    result.verdict(),
                    result.proofs().stream().map(EventProof::verdict).toList(),
                    Regressions.between(result.proofs(), after.proofs(), graphAfter)));
  }

  /**
   * True if the inputs hold anything particular to a way that counts for a rule, or anything that
   * is particular to another whatever it says, were it something that is taken away: what is merely
   * turned up is judged only then.
   */
  public boolean isAbout(Rule rule, DeploymentGraphs graphs) {
    Particulars particulars = new Particulars(catalog, graphs);
    return rule.ways().counting().stream().anyMatch(way -> particulars.of(way, rule.events()))
        || rule.ways().others().stream().anyMatch(way -> particulars.byTypeOf(way));
  }

  /** What comes of one rule in a deployment that can turn out in one way only. */
  RuleResult check(Rule rule, ResourceGraph graph) {
    return check(rule, new DeploymentGraphs(graph, List.of(), Optional.empty()));
  }

  /** What comes of a rule by the ways that count. */
  private RuleResult judge(Rule rule, ResourceGraph graph) {
    return judge(rule, rule.ways().counting(), graph, OpenWays::of);
  }

  /**
   * What comes of a rule by some ways. The accounts are those of the way that its controls ask for,
   * so that no other way brings in an account that none of them watches.
   *
   * @param open the one result of an account that may be another one's
   */
  RuleResult judge(
      Rule rule,
      List<Chain> ways,
      ResourceGraph graph,
      Function<List<Hypothesis<RuleResult>>, RuleResult> open) {
    Optional<Gap> total = totalGap(graph);
    JudgedAccounts accounts = JudgedAccounts.of(rule.chain(), ways, graph);
    WaysSearch search = new WaysSearch(graph, catalog, ways, rule.events());
    Function<Predicate<Resource>, RuleResult> judge =
        starts ->
            judged(
                rule,
                graph,
                event ->
                    total
                        .map(gap -> new EventProof(event, ways.get(0), nothingKnown(ways, gap)))
                        .orElseGet(() -> search.best(event, starts)));
    RuleResult result =
        accounts.areSeveral() && total.isEmpty()
            ? new AccountByAccount(rule, accounts, judge, open).result()
            : judge.apply(any -> true);
    for (Note note : accounts.notes()) {
      result = result.noting(note);
    }
    return result;
  }

  /** What keeps everything from being seen, if something does. */
  static Optional<Gap> totalGap(ResourceGraph graph) {
    return graph.gaps().stream().filter(gap -> gap.extent() == Gap.Extent.EVERYTHING).findFirst();
  }

  private RuleResult judged(Rule rule, ResourceGraph graph, Function<Event, EventProof> search) {
    List<EventProof> found = rule.events().stream().map(search).map(AssumedOfEvents::in).toList();
    List<EventProof> proofs = strict ? StrictProofs.of(found, graph) : found;
    return RuleResult.of(
        rule,
        proofs,
        assumptions(proofs, graph),
        everySaid(proofs, Judgement::notes),
        new Findings(rule, graph, catalog).of(proofs));
  }

  private static ChainPath nothingKnown(List<Chain> ways, Gap gap) {
    ChainLink first = ways.get(0).links().get(0);
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
          List<T> some = said.apply(judged.judgement());
          if (!some.isEmpty()) { // hardly any says something
            all.addAll(some);
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** What the judgements assume, and what the values on the paths rest on. */
  private static List<Assumption> assumptions(List<EventProof> proofs, ResourceGraph graph) {
    List<Assumption> all = new ArrayList<>(everySaid(proofs, Judgement::assumptions));
    PremisesOfProof.of(proofs, graph)
        .forEach(
            one -> all.add(new Assumption(one.kind(), one.words(graph.secrets()), one.about())));
    return all;
  }
}
