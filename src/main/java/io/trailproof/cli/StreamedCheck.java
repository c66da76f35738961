package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.InputError;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.input.opening.EachInput;
import io.trailproof.input.opening.Selection;
import io.trailproof.sequence.SideBySide;
import io.trailproof.source.PathName;
import io.trailproof.source.ReadProgress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A check whose result goes to standard output line by line. Inputs that are judged each by itself
 * are opened, judged, written and forgotten one after another, so that there may be any number.
 */
final class StreamedCheck {
  private final ReadyToCheck ready;
  private final CheckOptions options;
  private final Terminal terminal;
  private final Timings timings;
  private final Judging judging;
  private final Acceptances acceptances;
  private final LineByLine lines;

  StreamedCheck(ReadyToCheck ready, CheckOptions options, Terminal terminal, Timings timings) {
    this.ready = ready;
    this.options = options;
    this.terminal = terminal;
    this.timings = timings;
    this.judging = ready.judging(options, timings);
    this.acceptances = new Acceptances(ready.configuration().accepted(), options.today());
    this.lines = new LineByLine(terminal.out(), options.gate());
  }

  ExitCode run(ReadProgress progress) {
    lines.write(ready.diagnostics());
    CheckResult.LeftOut leftOut;
    try (SideBySide<List<DeploymentFiles>, Judged> work = judging.sideBySide(this::write)) {
      leftOut =
          options.request().ties() == Selection.Ties.EACH
              ? openedOneByOne(work, progress)
              : openedTogether(work, progress);
    }
    lines.write(judging.diagnostics());
    lines.write(acceptances.problems());
    lines.write(missing());
    return lines.end(
        new CheckResult(
            List.of(),
            List.of(),
            options.gate(),
            ready.basis(options, acceptances.count()),
            leftOut,
            List.of()));
  }

  private CheckResult.LeftOut openedOneByOne(
      SideBySide<List<DeploymentFiles>, Judged> work, ReadProgress progress) {
    Opening opening = new Opening(work);
    EachInput inputs =
        new EachInput(
            options.request(), ready.formats(), terminal.in(), progress, opening::handOver);
    inputs.openAll();
    opening.ended();
    work.finish();
    lines.write(inputs.diagnostics());
    return new CheckResult.LeftOut(inputs.others(), inputs.ignored());
  }

  private CheckResult.LeftOut openedTogether(
      SideBySide<List<DeploymentFiles>, Judged> work, ReadProgress progress) {
    long began = timings.now();
    Selection selection = ready.selection(options, terminal, progress);
    timings.ended(Timings.Phase.OPENING, began);
    lines.write(selection.diagnostics());
    judging.add(selection.deployments(), work);
    work.finish();
    return new CheckResult.LeftOut(selection.others(), selection.ignored());
  }

  /** The time in which files are opened, without that in which what they hold is handed over. */
  private final class Opening {
    private final SideBySide<List<DeploymentFiles>, Judged> work;
    private long began = timings.now();

    Opening(SideBySide<List<DeploymentFiles>, Judged> work) {
      this.work = work;
    }

    void handOver(List<DeploymentFiles> some) {
      ended();
      judging.add(some, work);
      began = timings.now();
    }

    void ended() {
      timings.ended(Timings.Phase.OPENING, began);
    }
  }

  private void write(Judged judged) {
    long began = timings.now();
    for (DeploymentResult one : judging.taken(judged)) {
      lines.write(
          acceptances.marked(one),
          InputHashes.of(judged.of()).stream()
              .filter(file -> one.inputs().contains(file.path()))
              .toList());
    }
    lines.write(judging.newDiagnostics());
    timings.ended(Timings.Phase.REPORTS, began);
  }

  /** A folder is named to be judged; a hook names what changed. */
  private List<Diagnostic> missing() {
    List<Diagnostic> missing = new ArrayList<>();
    if (!options.request().skipUnrecognised()
        && lines.tally().deployments() > 0
        && !lines.tally().isJudged()
        && !lines.hasUnreadable()) {
      options.request().arguments().stream()
          .filter(argument -> PathName.of(argument).filter(Files::isDirectory).isPresent())
          .findFirst()
          .ifPresent(folder -> missing.add(InputError.NOTHING_APPLIES.of(folder)));
    }
    return missing;
  }
}
