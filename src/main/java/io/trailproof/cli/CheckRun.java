package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputError;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.configuration.ConfigurationFile;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.input.opening.Selection;
import io.trailproof.report.Format;
import io.trailproof.report.Reporter;
import io.trailproof.source.PathName;
import io.trailproof.source.ReadProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of {@code trailproof check}, from paths to exit code. */
final class CheckRun {
  /** Names the file that holds the summary of a step of a GitHub workflow. */
  private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

  private final CheckOptions options;
  private final Terminal terminal;
  private final Wiring wiring;
  private final FilesRead read = new FilesRead();
  private final Timings timings = new Timings(System::nanoTime);

  CheckRun(CheckOptions options, Terminal terminal, Wiring wiring) {
    this.wiring = wiring;
    this.options = options;
    this.terminal = terminal;
  }

  ExitCode run() {
    ExitCode code;
    try (Progress progress = new Progress(terminal, options.quiet(), System::nanoTime)) {
      code = run(progress);
    }
    if (options.timings()) {
      timings.say(terminal);
    }
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
    ExitCode code = write(result, exitCode(result));
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

  private static ExitCode exitCode(CheckResult result) {
    if (InternalFault.isAmong(result.diagnostics())) {
      return ExitCode.INTERNAL;
    }
    if (result.hasUnreadable()) {
      return ExitCode.UNREADABLE;
    }
    return result.isRefused() ? ExitCode.FINDINGS : ExitCode.PROVEN;
  }

  /** Writes every report; one that does not get where it should ends the run as unreadable. */
  private ExitCode write(CheckResult result, ExitCode code) {
    for (ReportTarget target : options.reports()) {
      if (target.file().filter(read::has).isPresent()) {
        String file = target.file().get();
        Complaint.of(OutputError.INPUT.of(file, file)).to(terminal);
        return ExitCode.USAGE;
      }
    }
    ExitCode ended = code;
    for (ReportTarget target : options.reports()) {
      String name = target.file().orElse("-");
      Outcome<Optional<Diagnostic>> written =
          InternalFault.REPORT.guard(name, () -> write(target, result, code));
      for (Diagnostic fault : written.diagnostics()) {
        Complaint.of(fault).to(terminal);
        ended = ExitCode.INTERNAL;
      }
      Optional<Diagnostic> failed = written.value().flatMap(one -> one);
      if (failed.isPresent()) {
        Complaint.of(failed.get()).to(terminal);
        ended = ended == ExitCode.INTERNAL ? ended : ExitCode.UNREADABLE;
      }
    }
    boolean annotates =
        options.reports().stream().anyMatch(target -> target.format() == Format.GITHUB);
    if (annotates) {
      summarise(result, code).ifPresent(why -> Complaint.of(why).to(terminal));
    }
    return ended;
  }

  /** Adds to the summary of a step, where GitHub's runner names a file for it. */
  private Optional<Diagnostic> summarise(CheckResult result, ExitCode code) {
    return Optional.ofNullable(terminal.environment().get(STEP_SUMMARY))
        .filter(file -> !file.isEmpty())
        .flatMap(
            file -> {
              StringBuilder summary = new StringBuilder();
              try {
                Format.stepSummary(surroundings(true, code)).write(result, summary);
              } catch (IOException e) {
                throw new UncheckedIOException(e); // nothing but memory is written to
              }
              return new ReportFile(file).append(summary);
            });
  }

  private Format.Surroundings surroundings(boolean toFile, ExitCode code) {
    return new Format.Surroundings(
        terminal.style(options.colour(), toFile),
        options.quiet(),
        Version.current(),
        code.status());
  }

  private Optional<Diagnostic> write(ReportTarget target, CheckResult result, ExitCode code) {
    Reporter reporter = target.format().reporter(surroundings(target.file().isPresent(), code));
    StringBuilder report = new StringBuilder();
    try {
      reporter.write(result, report);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory is written to
    }
    if (target.file().isEmpty()) {
      terminal.out().append(report); // whether it gets there is asked where the run ends
      return Optional.empty();
    }
    return new ReportFile(target.file().get()).write(report);
  }
}
