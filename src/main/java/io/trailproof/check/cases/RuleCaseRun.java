package io.trailproof.check.cases;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.Checker;
import io.trailproof.check.result.CaseResult;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.cases.RuleCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs the cases of a rule. */
public final class RuleCaseRun {
  private final Catalog catalog;
  private final Rule rule;

  /** A run over cases of a rule. */
  public RuleCaseRun(Catalog catalog, Rule rule) {
    this.catalog = catalog;
    this.rule = rule;
  }

  /** What comes of a case. */
  public CaseResult of(RuleCase one) {
    ResourceGraph graph = Outsiders.complete(catalog, one.given(), List.of(), List.of());
    RuleResult result = check(rule, graph);
    List<String> differences = new ArrayList<>();
    if (result.verdict() != one.verdict()) {
      differences.add(
          "expected `" + one.verdict().word() + "`, found `" + result.verdict().word() + "`");
    }
    Optional<Verdict> comparedWith =
        one.comparedWith()
            .flatMap(any -> rule.comparedWith())
            .map(other -> check(other, graph).verdict());
    if (!comparedWith.equals(one.comparedWith())) {
      differences.add(
          "expected %s of the rule that it is compared with, found %s"
              .formatted(word(one.comparedWith()), word(comparedWith)));
    }
    List<String> broken = result.findings().stream().map(Finding::code).toList();
    if (one.broken().isPresent() && !broken.contains(rule.id() + "/" + one.broken().get())) {
      differences.add(
          "expected `" + one.broken().get() + "` to break, found " + listed(requirements(broken)));
    }
    List<String> missing =
        result.proofs().stream()
            .filter(proof -> proof.verdict() == Verdict.FAIL)
            .map(proof -> proof.event().name())
            .toList();
    if (one.missing().isPresent() && !missing.equals(one.missing().get())) {
      differences.add(
          "expected %s to get away, found %s"
              .formatted(listed(one.missing().get()), listed(missing)));
    }
    return new CaseResult(one, result, differences);
  }

  private RuleResult check(Rule which, ResourceGraph graph) {
    return new Checker(catalog)
        .check(which, new DeploymentGraphs(graph, List.of(), Optional.empty()));
  }

  private List<String> requirements(List<String> codes) {
    return codes.stream().map(code -> code.substring(rule.id().length() + 1)).distinct().toList();
  }

  private static String word(Optional<Verdict> verdict) {
    return verdict.map(one -> "`" + one.word() + "`").orElse("nothing");
  }

  private static String listed(List<String> words) {
    return words.isEmpty()
        ? "nothing"
        : words.stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
  }
}
