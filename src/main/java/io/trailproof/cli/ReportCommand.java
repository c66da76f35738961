package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.report.Format;
import io.trailproof.report.told.Joined;
import io.trailproof.report.told.ResultFile;
import io.trailproof.report.told.ToldRun;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code trailproof report}: makes reports of results that runs wrote in JSON. */
final class ReportCommand implements Command {
  private static final String FORMAT = "--format";
  private static final String OUTPUT = "--output";
  private static final String COLOUR = "--color";
  private static final String QUIET = "--quiet";
  private static final String STANDARD_INPUT = "-";

  @Override
  public String name() {
    return "report";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof report",
            "Makes any report of results in JSON, and one of the parts of a run.",
            "Exit codes: those of the run: 0 proven, 1 findings, 3 something could not be read, a"
                + " result among it, or results that do not go together, 70 internal error; 2"
                + " usage.");
    usage.words(
        "RESULT",
        Usage.Count.ANY,
        "files that `trailproof check -f json` or `-f jsonl` wrote, or - for standard input, in the"
            + " order in which their deployments are shown");
    usage.texts(
        "FORMAT[=FILE]",
        Options.listed(Format.words())
            + " (default: text), to standard output or to a file beside it",
        "-f",
        FORMAT);
    usage.text("FILE", "write the report to a file, - for standard output", "-o", OUTPUT);
    usage.text("WHEN", "auto, always or never (default: auto)", COLOUR);
    usage.flag("print only what is not proven", "-q", QUIET);
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    List<String> names = arguments.words();
    if (names.isEmpty()) {
      throw new Misuse("a result is missing; `trailproof check -f json=FILE` writes one");
    }
    List<ReportTarget> reports = reports(arguments);
    Terminal.Colour colour = Options.colour(arguments, COLOUR);
    FilesRead read = new FilesRead();
    List<ToldRun> runs = new ArrayList<>();
    List<Diagnostic> unread = new ArrayList<>();
    for (String name : names) {
      read.add(name);
      Outcome<ToldRun> run = open(name, terminal);
      run.value().ifPresent(runs::add);
      unread.addAll(run.diagnostics());
    }
    Outcome<CheckResult> joined = Joined.of(runs, unread);
    for (Diagnostic conflict : joined.diagnostics()) {
      Complaint.of(conflict).to(terminal);
      return ExitCode.UNREADABLE;
    }
    return new ReportsWritten(reports, colour, arguments.has(QUIET), read, terminal)
        .write(
            joined.value().orElseThrow(),
            () -> runs.isEmpty() ? Version.current() : runs.get(0).version());
  }

  private static Outcome<ToldRun> open(String name, Terminal terminal) {
    try {
      SourceFile file =
          name.equals(STANDARD_INPUT)
              ? SourceFile.read(name, terminal.in())
              : SourceFile.open(name);
      return ResultFile.read(file, result -> ExitCode.of(result).status());
    } catch (UnreadableSource e) {
      return Outcome.failed(ResultFile.unreadable(name, e));
    } catch (IOException e) {
      return Outcome.failed(ResultFile.brokenOff(name));
    }
  }

  private static List<ReportTarget> reports(Arguments arguments) {
    try {
      return ReportTarget.of(arguments.texts(FORMAT), arguments.text(OUTPUT));
    } catch (ReportTarget.Refused refused) {
      throw new Misuse(refused);
    }
  }
}
