package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RuleCase;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** Runs the cases of a rule. */
public final class RuleCaseRun {
  private final Catalog catalog;
  private final Rule rule;

  /** A run over cases of a rule. */
  public RuleCaseRun(Catalog catalog, Rule rule) {
    this.catalog = catalog;
    this.rule = rule;
  }

  /** What differs from the expectation, in words; empty if nothing does. */
  public Optional<String> difference(RuleCase one) {
    ResourceGraph graph = Outsiders.complete(catalog, one.given(), List.of(), List.of());
    RuleResult result = new Checker(catalog).check(rule, graph);
    List<String> broken = result.findings().stream().map(Finding::code).toList();
    String found = result.verdict().word() + " " + broken;
    if (result.verdict() != one.verdict()) {
      return Optional.of("expected " + one.verdict().word() + ", got " + found);
    }
    Optional<Verdict> comparedWith =
        one.comparedWith()
            .flatMap(any -> rule.comparedWith())
            .map(other -> new Checker(catalog).check(other, graph).verdict());
    if (!comparedWith.equals(one.comparedWith())) {
      return Optional.of(
          "expected "
              + one.comparedWith()
              + " of the rule it is compared with, got "
              + comparedWith);
    }
    if (one.broken().isPresent() && !broken.contains(rule.id() + "/" + one.broken().get())) {
      return Optional.of("expected `" + one.broken().get() + "` to break, got " + found);
    }
    List<String> missing =
        result.proofs().stream()
            .filter(proof -> proof.verdict() == Verdict.FAIL)
            .map(proof -> proof.event().name())
            .toList();
    if (one.missing().isPresent() && !missing.equals(one.missing().get())) {
      return Optional.of("expected " + one.missing().get() + " to get away, got " + missing);
    }
    return Optional.empty();
  }
}
