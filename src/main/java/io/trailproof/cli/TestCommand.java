package io.trailproof.cli;

import io.trailproof.check.cases.RuleCaseRun;
import io.trailproof.check.result.CasesResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.report.CasesReport;
import io.trailproof.report.Format;
import io.trailproof.rule.Rule;
import io.trailproof.rule.own.OwnFolder;
import io.trailproof.rule.own.OwnRules;
import io.trailproof.rule.own.OwnTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code trailproof test}: runs the cases that stand beside rules. */
final class TestCommand implements Command {
  private static final String FORMAT = "--format";
  private static final String OUTPUT = "--output";
  private static final String COLOUR = "--color";
  private static final String QUIET = "--quiet";
  private static final List<Format> FORMATS = List.of(Format.TEXT, Format.JUNIT);

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof test",
            "Runs the tests of rules: what must come of resources in the catalog's words.",
            "Exit codes: 0 every case holds, 1 some differ, 2 usage, 3 unreadable test or rule or"
                + " unwritable report, 70 internal error.");
    usage.words(
        "FOLDER",
        Usage.Count.ANY,
        "folders with NAME.test.yaml files, or such files; what else is in a folder is own"
            + " rules");
    RulesAtHand.option(usage);
    usage.texts(
        "FORMAT[=FILE]",
        "text or junit (default: text), to standard output or to a file beside it",
        "-f",
        FORMAT);
    usage.text("FILE", "write the report to a file, - for standard output", "-o", OUTPUT);
    usage.flag("leave out the files of which every case holds", "-q", QUIET);
    usage.text("WHEN", "auto, always or never (default: auto)", COLOUR);
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    if (arguments.words().isEmpty()) {
      throw new Misuse("a folder or file with tests is missing");
    }
    List<ReportTarget> reports = reports(arguments);
    Terminal.Colour colour = Options.colour(arguments, COLOUR);
    FilesRead read = new FilesRead();
    CasesResult result = result(arguments, read);
    for (ReportTarget target : reports) {
      Optional<String> taken = target.file().filter(read::has);
      if (taken.isPresent()) {
        Complaint.of(OutputError.INPUT.of(taken.get(), taken.get())).to(terminal);
        return ExitCode.USAGE;
      }
    }
    ExitCode ended = exitCode(result);
    for (ReportTarget target : reports) {
      StringBuilder report = new StringBuilder();
      try {
        if (target.format() == Format.JUNIT) {
          new CasesReport(result).junit(report);
        } else {
          new CasesReport(result)
              .text(
                  terminal.style(colour, target.file().isPresent()), arguments.has(QUIET), report);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e); // nothing but memory is written to
      }
      Optional<Diagnostic> failed = written(target, report, terminal);
      if (failed.isPresent()) {
        Complaint.of(failed.get()).to(terminal);
        ended = ExitCode.UNREADABLE;
      }
    }
    return ended;
  }

  private static List<ReportTarget> reports(Arguments arguments) {
    try {
      List<ReportTarget> targets = ReportTarget.of(arguments.texts(FORMAT), arguments.text(OUTPUT));
      for (ReportTarget target : targets) {
        if (!FORMATS.contains(target.format())) {
          throw new Misuse(
              "`" + FORMAT + "` takes text, junit here, not `" + target.format().word() + "`");
        }
      }
      return targets;
    } catch (ReportTarget.Refused refused) {
      throw new Misuse(refused);
    }
  }

  private static CasesResult result(Arguments arguments, FilesRead read) {
    Wiring wiring = new Wiring();
    List<OwnFolder> tested = arguments.words().stream().map(OwnFolder::tested).toList();
    List<OwnFolder> folders = new ArrayList<>(tested);
    folders.addAll(RulesAtHand.folders(arguments));
    OwnRules own = wiring.ownRules(folders);
    read.addAll(own.files());
    own.diagnostics().forEach(one -> read.add(one.input()));
    if (!own.diagnostics().isEmpty()) {
      return new CasesResult(List.of(), own.diagnostics());
    }
    List<Rule> rules = new ArrayList<>(wiring.rules());
    rules.addAll(own.rules());
    OwnTests tests = OwnTests.read(wiring.catalog(), rules, tested);
    read.addAll(List.copyOf(tests.files().keySet()));
    tests.diagnostics().forEach(one -> read.add(one.input()));
    List<CasesResult.OfFile> files = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(tests.diagnostics());
    tests
        .files()
        .forEach(
            (name, file) -> {
              Outcome<CasesResult.OfFile> ran =
                  InternalFault.INPUT.guard(
                      name,
                      () -> {
                        RuleCaseRun run = new RuleCaseRun(wiring.catalog(), file.rule());
                        return new CasesResult.OfFile(
                            name, file.cases().stream().map(run::of).toList());
                      });
              ran.value().ifPresent(files::add);
              diagnostics.addAll(ran.diagnostics());
            });
    return new CasesResult(files, diagnostics);
  }

  private static ExitCode exitCode(CasesResult result) {
    if (InternalFault.isAmong(result.diagnostics())) {
      return ExitCode.INTERNAL;
    }
    if (result.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return ExitCode.UNREADABLE;
    }
    return result.differs() ? ExitCode.FINDINGS : ExitCode.PROVEN;
  }

  private static Optional<Diagnostic> written(
      ReportTarget target, CharSequence report, Terminal terminal) {
    if (target.file().isEmpty()) {
      terminal.out().append(report);
      return Optional.empty();
    }
    return new ReportFile(target.file().get()).write(report);
  }
}
