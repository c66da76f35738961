package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.SaidOnce;
import io.trailproof.input.InputError;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.configuration.ConfigurationFile;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.input.opening.Selection;
import io.trailproof.source.PathName;
import io.trailproof.source.ReadProgress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** One run of {@code trailproof check}, from paths to exit code. */
final class CheckRun {
  private final CheckOptions options;
  private final Terminal terminal;
  private final Wiring wiring;
  private final FilesRead read = new FilesRead();
  private final Timings timings;

  CheckRun(CheckOptions options, Terminal terminal, Wiring wiring) {
    this.wiring = wiring;
    this.options = options;
    this.terminal = terminal;
    this.timings = new Timings(System::nanoTime, options.timings());
  }

  ExitCode run() {
    ExitCode code;
    try (Progress progress = new Progress(terminal, options.quiet(), System::nanoTime)) {
      code = run(progress);
    }
    timings.say(terminal);
    return code;
  }

  private ExitCode run(Progress progress) {
    long began = timings.now();
    RulesOfRun rules = new RulesOfRun(wiring, options);
    Configuration configuration =
        options.noConfig()
            ? Configuration.NONE
            : new ConfigurationFile(wiring::catalog, options.settings(), rules::with)
                .read(options.config());
    List<Diagnostic> broken = rules.settle(configuration);
    read.addAll(rules.files());
    if (broken.isEmpty() && options.request().arguments().isEmpty() && configuration.isEmpty()) {
      throw new Misuse(
          "nothing to check: name plans, templates or folders, or state `deployments` in `"
              + ConfigurationFile.FILE
              + "`");
    }
    ReadyToCheck ready = ReadyToCheck.of(wiring, options, configuration, rules);
    timings.ended(Timings.Phase.RULES, began);
    if (broken.isEmpty() && options.goesLineByLine()) {
      return new StreamedCheck(ready, options, terminal, timings).run(progress);
    }
    CheckResult result = broken.isEmpty() ? check(ready, progress) : judgedNothing(ready, broken);
    progress.close();
    began = timings.now();
    ExitCode code =
        new ReportsWritten(options.reports(), options.colour(), options.quiet(), read, terminal)
            .write(result, Version::current);
    timings.ended(Timings.Phase.REPORTS, began);
    return code;
  }

  private CheckResult check(ReadyToCheck ready, ReadProgress progress) {
    long began = timings.now();
    Selection selection = ready.selection(options, terminal, progress);
    timings.ended(Timings.Phase.OPENING, began);
    note(ready.configuration(), selection);
    List<Diagnostic> diagnostics = new ArrayList<>(selection.diagnostics());
    diagnostics.addAll(ready.diagnostics());
    Judging judging = ready.judging(options, timings);
    Acceptances acceptances = new Acceptances(ready.configuration().accepted(), options.today());
    List<DeploymentResult> deployments = acceptances.marked(judging.judge(selection.deployments()));
    diagnostics.addAll(judging.diagnostics());
    diagnostics.addAll(acceptances.problems());
    if (isMissing(selection, deployments, diagnostics)) {
      options.request().arguments().stream()
          .filter(argument -> PathName.of(argument).filter(Files::isDirectory).isPresent())
          .findFirst()
          .ifPresent(folder -> diagnostics.add(InputError.NOTHING_APPLIES.of(folder)));
    }
    diagnostics.forEach(one -> read.add(one.input()));
    return new CheckResult(
        deployments,
        onceEach(diagnostics),
        options.gate(),
        ready.basis(options, acceptances.count()),
        new CheckResult.LeftOut(selection.others(), selection.ignored()),
        options.reports().stream().anyMatch(one -> one.format().showsBytes())
            ? InputHashes.of(selection.deployments())
            : List.of());
  }

  /** What comes of a run that does not know what to judge by. */
  private CheckResult judgedNothing(ReadyToCheck ready, List<Diagnostic> why) {
    ready.configuration().file().ifPresent(read::add);
    why.forEach(one -> read.add(one.input()));
    return new CheckResult(
        List.of(),
        why,
        options.gate(),
        ready.basis(options, 0),
        CheckResult.LeftOut.NONE,
        List.of());
  }

  /** Takes note of what is read. */
  private void note(Configuration configuration, Selection selection) {
    read.addAll(options.request().arguments());
    configuration.file().ifPresent(read::add);
    options.given().texts().values().forEach(read::addAll);
    configuration.deployments().forEach(one -> read.addAll(one.parameterFiles()));
    for (DeploymentFiles deployment : selection.deployments()) {
      read.addAll(deployment.inputs());
      deployment.files().forEach((file, format) -> read.addPaths(format.takenIn(file)));
    }
  }

  private static List<Diagnostic> onceEach(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(new SaidOnce()::isNew).toList();
  }

  /** A folder is named to be judged; a hook names what changed. */
  private boolean isMissing(
      Selection selection, List<DeploymentResult> deployments, List<Diagnostic> diagnostics) {
    return !options.request().skipUnrecognised()
        && !selection.deployments().isEmpty()
        && deployments.stream().noneMatch(DeploymentResult::isJudged)
        && diagnostics.stream().noneMatch(Diagnostic::isError);
  }
}
