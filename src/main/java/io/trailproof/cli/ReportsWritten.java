package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.report.Format;
import io.trailproof.report.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The reports that a command is asked for, as they are written.
 *
 * @param read the files that the run read, whose place no report may take
 */
record ReportsWritten(
    List<ReportTarget> reports,
    Terminal.Colour colour,
    boolean quiet,
    FilesRead read,
    Terminal terminal) {
  /** Names the file that holds the summary of a step of a GitHub workflow. */
  private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

  /**
   * Writes every report; one that does not get where it should ends the run as unreadable.
   *
   * @param version of the program that the result is of
   */
  ExitCode write(CheckResult result, Supplier<String> version) {
    for (ReportTarget target : reports) {
      if (target.file().filter(read::has).isPresent()) {
        String file = target.file().get();
        Complaint.of(OutputError.INPUT.of(file, file)).to(terminal);
        return ExitCode.USAGE;
      }
    }
    ExitCode code = ExitCode.of(result);
    ExitCode ended = code;
    for (ReportTarget target : reports) {
      String name = target.file().orElse("-");
      Outcome<Optional<Diagnostic>> written =
          InternalFault.REPORT.guard(name, () -> write(target, result, version, code));
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
    boolean annotates = reports.stream().anyMatch(target -> target.format() == Format.GITHUB);
    if (annotates) {
      summarise(result, version, code).ifPresent(why -> Complaint.of(why).to(terminal));
    }
    return ended;
  }

  /** Adds to the summary of a step, where GitHub's runner names a file for it. */
  private Optional<Diagnostic> summarise(
      CheckResult result, Supplier<String> version, ExitCode code) {
    return Optional.ofNullable(terminal.environment().get(STEP_SUMMARY))
        .filter(file -> !file.isEmpty())
        .flatMap(
            file -> {
              StringBuilder summary = new StringBuilder();
              try {
                Format.stepSummary(surroundings(true, version, code)).write(result, summary);
              } catch (IOException e) {
                throw new UncheckedIOException(e); // nothing but memory is written to
              }
              return new ReportFile(file).append(summary);
            });
  }

  private Format.Surroundings surroundings(
      boolean toFile, Supplier<String> version, ExitCode code) {
    return new Format.Surroundings(terminal.style(colour, toFile), quiet, version, code.status());
  }

  private Optional<Diagnostic> write(
      ReportTarget target, CheckResult result, Supplier<String> version, ExitCode code) {
    Reporter reporter =
        target.format().reporter(surroundings(target.file().isPresent(), version, code));
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
