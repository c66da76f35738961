package io.trailproof.cli;

import io.trailproof.check.Checker;
import io.trailproof.check.Disagreement;
import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.CommonNotes;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Opener;
import io.trailproof.input.declared.DeclaredFile;
import io.trailproof.report.Format;
import io.trailproof.report.Reporter;
import io.trailproof.rule.Rule;
import io.trailproof.source.ReadProgress;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One run of {@code trailproof check}, from paths to exit code. */
final class CheckRun {
  private final CheckOptions options;
  private final Terminal terminal;
  private final ParseResult parsed;
  private final Wiring wiring = new Wiring();
  private int leftOut;

  CheckRun(CheckOptions options, Terminal terminal, ParseResult parsed) {
    this.options = options;
    this.terminal = terminal;
    this.parsed = parsed;
  }

  ExitCode run() {
    CheckResult result;
    try (Progress progress = new Progress(terminal, options.quiet(), System::nanoTime)) {
      result = check(progress);
    }
    noteWhatWasLeftOut(leftOut, result.deployments());
    return write(result, exitCode(result));
  }

  private CheckResult check(ReadProgress progress) {
    List<Rule> rules = chosenRules();
    Outcome<List<InputFormat>> formats = wiring.formats(options.given());
    Opener opener =
        new Opener(
            formats.value().orElseThrow(), terminal.in(), options.skipUnrecognised(), progress);
    options.inputs().forEach(opener::add);
    List<Diagnostic> diagnostics = new ArrayList<>(opener.diagnostics());
    diagnostics.addAll(formats.diagnostics());
    DeclaredFile declared =
        DeclaredFile.read(options.config(), wiring.catalog(), options.settings());
    diagnostics.addAll(declared.diagnostics());
    CommonNotes notes = new CommonNotes();
    List<DeploymentResult> deployments = new ArrayList<>();
    for (Opener.DeploymentFiles deployment : opener.deployments(options.each())) {
      deployments.add(check(deployment, notes, declared, rules, diagnostics));
    }
    diagnostics.addAll(notes.all());
    leftOut = opener.skipped();
    return new CheckResult(deployments, diagnostics, options.gate());
  }

  private List<Rule> chosenRules() {
    List<Rule> all = wiring.rules();
    List<String> known = all.stream().map(Rule::id).toList();
    for (String id : options.rules()) {
      if (!known.contains(id)) {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            "there is no rule `" + id + "`; " + DidYouMean.help(id, known));
      }
    }
    return options.rules().isEmpty()
        ? all.stream().filter(Rule::byDefault).toList()
        : all.stream().filter(rule -> options.rules().contains(rule.id())).toList();
  }

  private DeploymentResult check(
      Opener.DeploymentFiles deployment,
      CommonNotes notes,
      DeclaredFile declared,
      List<Rule> rules,
      List<Diagnostic> diagnostics) {
    Map<SourceFile, InputFormat> files = deployment.files();
    Outcome<DeploymentGraphs> graph =
        new DeploymentReader(wiring.catalog(), declared.declared())
            .read(files, declared.with(deployment.unread()), options.settings());
    diagnostics.addAll(notes.without(files.values(), graph.diagnostics()));
    Checker checker = new Checker(wiring.catalog());
    DeploymentGraphs read = graph.value().orElseThrow();
    List<RuleResult> results = rules.stream().map(rule -> judge(checker, rule, read)).toList();
    return new DeploymentResult(
        deployment.name(),
        files.keySet().stream().map(SourceFile::name).toList(),
        read.sources(),
        Disagreement.noted(results, rule -> judge(checker, rule, read)));
  }

  /** Of files that a hook hands over unseen, most are about something else. */
  private RuleResult judge(Checker checker, Rule rule, DeploymentGraphs graphs) {
    return options.skipUnrecognised() && !Checker.isAbout(rule, graphs.graph())
        ? RuleResult.notApplicable(rule)
        : checker.check(rule, graphs);
  }

  /** Nothing is left out in silence, but what is left out is no part of the result. */
  private void noteWhatWasLeftOut(int skipped, List<DeploymentResult> deployments) {
    if (options.quiet()) {
      return;
    }
    if (skipped > 0) {
      note(skipped, "left out: neither plan nor template");
    }
    int about =
        deployments.stream()
            .filter(one -> one.rules().stream().noneMatch(RuleResult::isApplicable))
            .mapToInt(one -> one.inputs().size())
            .sum();
    if (about > 0) {
      note(about, "left out: nothing of what the rules are about");
    }
  }

  private void note(int files, String what) {
    terminal.err().println("note: " + files + (files == 1 ? " file " : " files ") + what);
  }

  private static ExitCode exitCode(CheckResult result) {
    if (result.hasUnreadable()) {
      return ExitCode.UNREADABLE;
    }
    return result.isRefused() ? ExitCode.FINDINGS : ExitCode.PROVEN;
  }

  private ExitCode write(CheckResult result, ExitCode code) {
    boolean toFile = options.output().isPresent();
    Reporter reporter =
        options
            .format()
            .reporter(
                new Format.Surroundings(
                    terminal.style(options.colour(), toFile),
                    options.quiet(),
                    Version.current(),
                    code.status()));
    try {
      StringBuilder report = new StringBuilder();
      reporter.write(result, report);
      if (toFile) {
        Files.writeString(Path.of(options.output().orElseThrow()), report, StandardCharsets.UTF_8);
      } else {
        terminal.out().append(report);
      }
      return code;
    } catch (IOException | InvalidPathException e) {
      terminal
          .err()
          .println(
              "error[output]: cannot write the report to `"
                  + terminal.bare().plain(options.output().orElse("standard output"))
                  + "`");
      return ExitCode.USAGE;
    }
  }
}
