package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFormat;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.opening.Selection;
import io.trailproof.source.ReadProgress;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run knows before it opens an input.
 *
 * @param formats the input formats as the options have them
 * @param diagnostics what was to be said of options, rules and configuration
 */
record ReadyToCheck(
    Wiring wiring,
    Configuration configuration,
    RulesOfRun rules,
    List<InputFormat> formats,
    List<Diagnostic> diagnostics) {
  static ReadyToCheck of(
      Wiring wiring, CheckOptions options, Configuration configuration, RulesOfRun rules) {
    Outcome<List<InputFormat>> formats = wiring.formats(options.given());
    List<Diagnostic> diagnostics = new ArrayList<>(formats.diagnostics());
    diagnostics.addAll(configuration.diagnostics());
    diagnostics.addAll(rules.notes());
    return new ReadyToCheck(
        wiring, configuration, rules, formats.value().orElseThrow(), List.copyOf(diagnostics));
  }

  /** What is judged. */
  Selection selection(CheckOptions options, Terminal terminal, ReadProgress progress) {
    return Selection.of(
        options.request(),
        configuration.deployments(),
        formats,
        terminal.in(),
        progress,
        wiring.threads());
  }

  /** What judges it. */
  Judging judging(CheckOptions options, Timings timings) {
    return new Judging(wiring, options, configuration, rules, timings);
  }

  /** What decides beside the inputs. */
  CheckResult.Basis basis(CheckOptions options, int accepted) {
    return new CheckResult.Basis(
        configuration.file(),
        configuration.foundByItself(),
        configuration.declared().size(),
        accepted,
        rules.set(),
        options.controls(),
        options.stated());
  }
}
