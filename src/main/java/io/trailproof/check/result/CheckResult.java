package io.trailproof.check.result;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.rule.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A finished run: everything that a report may show.
 *
 * @param basis what decides beside the inputs
 * @param leftOut what was not judged
 * @param files the bytes that were judged; empty where no report shows them
 */
public record CheckResult(
    List<DeploymentResult> deployments,
    List<Diagnostic> diagnostics,
    Gate gate,
    Basis basis,
    LeftOut leftOut,
    List<InputFile> files) {
  /**
   * What decides beside the inputs.
   *
   * @param configuration the configuration that counts, if there is one
   * @param foundByItself true if nobody named it, and it was there
   * @param declared how many resources it declares
   * @param accepted how many findings it accepts
   * @param set what it sets of rules, beside the ways that count
   * @param controls the controls whose rules the command line asks for, in its words
   * @param stated what the caller says of the run, which nobody checks
   */
  public record Basis(
      Optional<String> configuration,
      boolean foundByItself,
      int declared,
      int accepted,
      RulesSet set,
      List<String> controls,
      Map<String, String> stated) {
    public Basis {
      controls = List.copyOf(controls);
      stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
    }

    /** The inputs alone. */
    public static final Basis INPUTS =
        new Basis(Optional.empty(), false, 0, 0, RulesSet.NONE, List.of(), Map.of());
  }

  /**
   * What a configuration sets of rules.
   *
   * @param off how many it switches off that would be checked
   * @param severities of how many it sets the severity
   * @param parameters how many parameters of requirements it sets
   */
  public record RulesSet(int off, int severities, int parameters) {
    /** Nothing. */
    public static final RulesSet NONE = new RulesSet(0, 0, 0);
  }

  /**
   * What was found, and not judged.
   *
   * @param others files that are neither plan nor template
   * @param ignored files and folders that git ignores
   */
  public record LeftOut(int others, int ignored) {
    /** Nothing. */
    public static final LeftOut NONE = new LeftOut(0, 0);
  }

  public CheckResult {
    deployments = List.copyOf(deployments);
    diagnostics = List.copyOf(diagnostics);
    files = List.copyOf(files);
  }

  /** A run that judged nothing. */
  public static CheckResult of(List<Diagnostic> diagnostics) {
    return new CheckResult(
        List.of(), diagnostics, Gate.STRICT, Basis.INPUTS, LeftOut.NONE, List.of());
  }

  /** How many rules came to what, over all deployments. */
  public Tally tally() {
    Tally tally = new Tally(gate);
    deployments.forEach(tally::add);
    return tally;
  }

  /** How many rules that count have a verdict, over all deployments. */
  public int count(Verdict verdict) {
    return tally().count(verdict);
  }

  /** True for a rule whose verdict is only told: it closes no gate, and is not counted. */
  public boolean informs(RuleResult rule) {
    return gate.informs(rule);
  }

  /** How many rules are only told of, over all deployments. */
  public int informational() {
    return tally().informational();
  }

  /** How many rules had nothing to judge, over all deployments. */
  public int notApplicable() {
    return tally().notApplicable();
  }

  /** The deployments of which something could be read. */
  public List<DeploymentResult> readable() {
    Set<String> unread =
        diagnostics.stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::input)
            .collect(Collectors.toSet());
    return deployments.stream()
        .filter(deployment -> !unread.containsAll(deployment.inputs()))
        .toList();
  }

  /** True for what is said of the configuration that counts, and not of an input. */
  public boolean isOfConfiguration(Diagnostic diagnostic) {
    return basis.configuration().filter(diagnostic.input()::equals).isPresent();
  }

  /** True if an input or a rule could not be read. */
  public boolean hasUnreadable() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** True if some finding closes the gate. */
  public boolean isRefused() {
    return tally().isRefused();
  }
}
