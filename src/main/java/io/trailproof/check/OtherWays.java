package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.OtherWay;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Hypothesis;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the events that are not proven by a way that does not count (F98–F100): the
 * verdict stays, and nobody is told that an event gets away which such a way takes. Ways of which
 * the inputs hold nothing are passed over.
 */
final class OtherWays {
  private final Checker checker;
  private final DeploymentGraphs graphs;
  private final Particulars particulars;

  OtherWays(Checker checker, Catalog catalog, DeploymentGraphs graphs) {
    this.checker = checker;
    this.graphs = graphs;
    this.particulars = new Particulars(catalog, graphs);
  }

  /** A result with what such ways do beside it, and a note if they leave nothing to do. */
  RuleResult beside(RuleResult result) {
    if (result.verdict() == Verdict.PASS || Checker.totalGap(graphs.graph()).isPresent()) {
      return result;
    }
    List<OtherWay> ways = new ArrayList<>();
    for (Chain chain : result.rule().ways().others()) {
      if (particulars.notOf(result.rule().chain(), chain, result.rule().events())) {
        RuleResult other = of(result, chain);
        List<EventProof> proofs = decisive(result, other);
        ways.add(new OtherWay(chain, proofs, other.accounts(), settledBy(result, other, proofs)));
      }
    }
    RuleResult beside = result.beside(ways);
    for (Note note : brokenAsAsked(result)) {
      beside = beside.noting(note);
    }
    for (Note note : new NotifiedCalls(graphs.graph()).of(result.rule().events())) {
      beside = beside.noting(note);
    }
    return detected(beside).map(beside::noting).orElse(beside);
  }

  /**
   * Where all that keeps a rule from failing is that a way which counts may stand elsewhere, as the
   * inputs hold nothing of it: what is broken on the way that is asked for.
   */
  private List<Note> brokenAsAsked(RuleResult result) {
    Rule rule = result.rule();
    boolean mayStandElsewhere =
        result.proofs().stream()
            .filter(one -> one.verdict() == Verdict.UNKNOWN && !one.chain().equals(rule.chain()))
            .anyMatch(one -> !particulars.notOf(rule.chain(), one.chain(), rule.events()));
    return mayStandElsewhere
        ? of(result, rule.chain()).findings().stream()
            .filter(one -> one.verdict() == Verdict.FAIL)
            .map(
                one ->
                    new Note(
                        "broken-as-asked",
                        "by " + rule.chain().title() + " it is broken: " + one.message(),
                        one.address()))
            .toList()
        : List.of();
  }

  private RuleResult of(RuleResult result, Chain chain) {
    List<Chain> way = List.of(chain);
    if (graphs.hypotheses().isEmpty()) {
      return checker.judge(result.rule(), way, graphs.graph(), OpenWays::eachEvent);
    }
    return OpenWays.eachEvent(
        graphs.hypotheses().stream()
            .map(
                one ->
                    new Hypothesis<>(
                        one.when(),
                        checker.judge(result.rule(), way, one.then(), OpenWays::eachEvent)))
            .toList());
  }

  /** What would tell whether it takes the events that it may, and that are not proven. */
  private static List<String> settledBy(
      RuleResult result, RuleResult other, List<EventProof> proofs) {
    Set<String> help = new LinkedHashSet<>();
    for (int i = 0; i < proofs.size(); i++) {
      if (result.proofs().get(i).verdict() != Verdict.PASS) {
        proofs.get(i).path().broken().ifPresent(step -> help.addAll(settledBy(step)));
      }
    }
    other.outlooks().stream()
        .flatMap(one -> one.settledBy().stream())
        .distinct()
        .forEach(option -> help.add("`" + option + "` tells which way it is"));
    return List.copyOf(help);
  }

  private static List<String> settledBy(PathStep step) {
    return step.judged(Verdict.UNKNOWN).stream()
        .flatMap(one -> NextStep.help(step, one.judgement()).stream())
        .toList();
  }

  /** Of several accounts, event by event those where the ways that count do not do. */
  private static List<EventProof> decisive(RuleResult result, RuleResult other) {
    if (result.accounts().size() != other.accounts().size() || result.accounts().isEmpty()) {
      return other.proofs();
    }
    List<EventProof> decisive = new ArrayList<>(other.proofs());
    for (int event = 0; event < decisive.size(); event++) {
      Optional<EventProof> worst = Optional.empty();
      for (int i = 0; i < result.accounts().size(); i++) {
        AccountProofs account = result.accounts().get(i);
        EventProof proof = other.accounts().get(i).proofs().get(event);
        boolean matters = account.proofs().get(event).verdict() != Verdict.PASS;
        boolean isWorse =
            worst
                .map(EventProof::verdict)
                .filter(it -> it.compareTo(proof.verdict()) <= 0)
                .isEmpty();
        worst = matters && isWorse ? Optional.of(proof) : worst;
      }
      decisive.set(event, worst.orElse(decisive.get(event)));
    }
    return decisive;
  }

  /** The step behind the first one that only such a way has. */
  private static PathStep particular(List<PathStep> steps) {
    return steps.stream()
        .skip(1)
        .filter(step -> step.link().particular().isPresent())
        .findFirst()
        .orElse(steps.get(0));
  }

  /** That all events which are not proven are detected by ways that do not count. */
  static Optional<Note> detected(RuleResult result) {
    if (!result.isTakenAnotherWay()) {
      return Optional.empty();
    }
    Set<String> titles = new LinkedHashSet<>();
    List<String> addresses = new ArrayList<>();
    int events = 0;
    for (EventProof proof : result.proofs()) {
      Optional<OtherWay> way =
          result.otherWays().stream()
              .filter(one -> proof.verdict() != Verdict.PASS && one.takes(proof))
              .findFirst();
      if (way.isPresent()) {
        events++;
        titles.add(way.get().chain().title());
        addresses.add(particular(way.get().of(proof, "").path().steps()).address());
      }
    }
    String which =
        events == result.proofs().size()
            ? "the events are"
            : events + " of " + result.proofs().size() + " events " + (events == 1 ? "is" : "are");
    return Optional.of(
        new Note(
            "detected-another-way",
            which
                + " detected another way, by "
                + String.join(" and ", titles)
                + ", but not the one that the control asks for (F100)",
            addresses.get(0)));
  }
}
