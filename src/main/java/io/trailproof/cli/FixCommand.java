package io.trailproof.cli;

import io.trailproof.check.result.Gate;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.configuration.ConfigurationFile;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.input.opening.Selection;
import io.trailproof.remedy.FixText;
import io.trailproof.remedy.Fixed;
import io.trailproof.remedy.Wishes;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code trailproof fix}: the smallest changes that close what a check finds, proven. */
final class FixCommand implements Command {
  private static final String RULE = "--rule";
  private static final String SET = "--set";
  private static final String REGION = "--region";
  private static final String ACCOUNT = "--account";
  private static final String CONFIG = "--config";
  private static final String NO_CONFIG = "--no-config";

  @Override
  public String name() {
    return "fix";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof fix",
            "Says which changes close what a check finds, and proves that they do.",
            "Exit codes: 0 with the changes everything is proven, or was before, 1 something is"
                + " not, 2 usage, 3 unreadable input or rule, 70 internal error.");
    usage.words(
        "INPUT",
        Usage.Count.ANY,
        "files and folders, as `check` takes them; none: the deployments of trailproof.yaml");
    usage.texts("ID", "close what this rule finds only; * in it stands for any characters", RULE);
    usage.add(
        new Usage.Option(
            List.of(SET),
            Usage.Takes.PAIRS,
            "NAME=VALUE",
            "a value that only you know, such as email=soc@corp.test"));
    usage.text("REGION", "the Region of what does not name one", REGION);
    usage.text("ACCOUNT", "the account of what does not name one", ACCOUNT);
    usage.text("FILE", "the configuration that counts (default: trailproof.yaml)", CONFIG);
    usage.flag("let no configuration count", NO_CONFIG);
    Wiring.formatOptions().forEach(option -> usage.add(CheckCommand.option(option)));
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    CheckOptions options = options(arguments);
    Wiring wiring = new Wiring();
    RulesOfRun rules = new RulesOfRun(wiring, options);
    Configuration configuration =
        options.noConfig()
            ? Configuration.NONE
            : new ConfigurationFile(wiring::catalog, options.settings(), rules::with)
                .read(options.config());
    List<Diagnostic> problems = new ArrayList<>(rules.settle(configuration));
    if (!problems.isEmpty()) {
      return refused(problems, terminal);
    }
    if (arguments.words().isEmpty() && configuration.isEmpty()) {
      throw new Misuse(
          "nothing to mend: name plans, templates or folders, or state `deployments` in `"
              + ConfigurationFile.FILE
              + "`");
    }
    ReadyToCheck ready = ReadyToCheck.of(wiring, options, configuration, rules);
    Selection selection;
    try (Progress progress = new Progress(terminal, true, System::nanoTime)) {
      selection = ready.selection(options, terminal, progress);
    }
    problems.addAll(selection.diagnostics());
    problems.addAll(ready.diagnostics());
    Judging judging = ready.judging(options, new Timings(System::nanoTime, false));
    Wishes wishes = new Wishes(arguments.pairs(SET));
    boolean isProven = !selection.deployments().isEmpty();
    for (DeploymentFiles deployment : selection.deployments()) {
      DeploymentJudging.Fixes fixes = judging.fix(deployment, wishes);
      problems.addAll(fixes.diagnostics());
      isProven &= fixes.fixed().isProven();
      say(fixes, selection.deployments().size() > 1, wiring, terminal);
    }
    problems.forEach(one -> Complaint.of(one).to(terminal));
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      return ExitCode.UNREADABLE;
    }
    return isProven ? ExitCode.PROVEN : ExitCode.FINDINGS;
  }

  private static void say(
      DeploymentJudging.Fixes fixes, boolean named, Wiring wiring, Terminal terminal) {
    FixText text =
        new FixText(
            wiring.catalog(), fixes.graph(), fixes.fixed().changes(), terminal.bare()::plain);
    StringBuilder said = new StringBuilder();
    for (Fixed fixed : fixes.fixed().rules()) {
      if (fixed.before().verdict() != Verdict.PASS) {
        said.append(said.length() > 0 ? "\n" : "").append(text.of(fixed));
      }
    }
    fixes.fixed().weakened().forEach(one -> said.append(text.of(one)));
    if (said.length() == 0 && fixes.fixed().isProven()) {
      said.append("nothing to do: everything that was asked for is proven\n");
    }
    terminal
        .out()
        .append(named ? "deployment " + terminal.bare().plain(fixes.name()) + "\n\n" : "")
        .append(said);
  }

  private static ExitCode refused(List<Diagnostic> problems, Terminal terminal) {
    problems.forEach(one -> Complaint.of(one).to(terminal));
    return ExitCode.UNREADABLE;
  }

  private static CheckOptions options(Arguments arguments) {
    Optional<String> config = arguments.text(CONFIG);
    return new CheckOptions(
        new Selection.Request(arguments.words(), Selection.Ties.TOLD, false, false),
        List.of(),
        arguments.texts(RULE),
        List.of(),
        List.of(),
        List.of(),
        Gate.STRICT,
        Terminal.Colour.AUTO,
        true,
        new ReadSettings(arguments.text(REGION), arguments.text(ACCOUNT)),
        config,
        arguments.has(NO_CONFIG),
        java.time.LocalDate::now,
        Optional.empty(),
        false,
        false,
        Map.of(),
        CheckCommand.given(arguments));
  }
}
