package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.Gate;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.configuration.ConfigurationFile;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.input.opening.Selection;
import io.trailproof.remedy.Wishes;
import io.trailproof.report.TextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final String RULES = "--rules";
  private static final String EACH = "--each";
  private static final String FORMAT = "--format";
  private static final String WRITE = "--write";
  private static final List<String> FORMATS = List.of("text", "json", "diff");

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
    usage.text("FORMAT", Options.listed(FORMATS) + " (default: text)", "-f", FORMAT);
    usage.flag("write the changes into the files, if they prove all that was asked for", WRITE);
    usage.flag("take every file by itself", EACH);
    usage.texts(
        "FOLDER",
        "own rules, a folder or a file, in place of those that the configuration names",
        RULES);
    usage.text("REGION", "the Region of what does not name one", REGION);
    usage.text("ACCOUNT", "the account of what does not name one", ACCOUNT);
    usage.text("FILE", "the configuration that counts (default: trailproof.yaml)", CONFIG);
    usage.flag("let no configuration count", NO_CONFIG);
    Wiring.formatOptions().forEach(option -> usage.add(CheckCommand.option(option)));
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String format = Options.oneOf(arguments, FORMAT, FORMATS.get(0), FORMATS);
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
    List<Fixes> all = new ArrayList<>();
    for (DeploymentFiles deployment : selection.deployments()) {
      Fixes fixes = judging.fix(deployment, wishes);
      problems.addAll(fixes.diagnostics());
      if (deployment.isRequired() || !fixes.fixed().rules().isEmpty()) {
        fixes.newer().forEach(name -> problems.add(FixNote.NEWER_THAN_PLAN.of(name)));
        all.add(fixes); // of what a folder turns up, most is about something else
      }
    }
    boolean isUnreadable = problems.stream().anyMatch(Diagnostic::isError);
    FixWriting writing =
        arguments.has(WRITE) && !isUnreadable ? FixWriting.of(all) : FixWriting.NONE;
    problems.addAll(writing.problems());
    ExitCode exit = exit(all, writing, problems);
    new FixOutput(wiring.catalog(), terminal).write(format, all, writing, exit);
    say(problems, terminal);
    return exit;
  }

  private static ExitCode exit(List<Fixes> all, FixWriting writing, List<Diagnostic> problems) {
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      return ExitCode.UNREADABLE;
    }
    boolean isProven = !all.isEmpty() && all.stream().allMatch(Fixes::isProven);
    return isProven && writing.refusal().isEmpty() ? ExitCode.PROVEN : ExitCode.FINDINGS;
  }

  private static ExitCode refused(List<Diagnostic> problems, Terminal terminal) {
    say(problems, terminal);
    return ExitCode.UNREADABLE;
  }

  private static void say(List<Diagnostic> problems, Terminal terminal) {
    try {
      TextReport report = new TextReport(terminal.bare(), true);
      if (problems.stream().anyMatch(Diagnostic::isError)) {
        report.write(CheckResult.of(problems), terminal.err());
      } else {
        report.say(problems, terminal.err());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a print stream keeps what goes wrong to itself
    }
  }

  private static CheckOptions options(Arguments arguments) {
    Optional<String> config = arguments.text(CONFIG);
    return new CheckOptions(
        new Selection.Request(
            arguments.words(),
            arguments.has(EACH) ? Selection.Ties.EACH : Selection.Ties.TOLD,
            false,
            false),
        List.of(),
        arguments.texts(RULE),
        List.of(),
        arguments.texts(RULES),
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
