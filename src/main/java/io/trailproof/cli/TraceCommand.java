package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.Gate;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.opening.Selection;
import io.trailproof.input.opening.Selection.Ties;
import io.trailproof.report.TextReport;
import io.trailproof.report.html.HtmlPage;
import io.trailproof.rule.Rule;
import io.trailproof.rule.own.OwnRules;
import io.trailproof.trace.Timelines;
import io.trailproof.trace.TraceJson;
import io.trailproof.trace.TraceText;
import io.trailproof.trace.TracedDeployments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code trailproof trace}: what becomes of one record in a deployment, step by step. */
final class TraceCommand implements Command {
  private static final String RECORD = "--record";
  private static final String RULE = "--rule";
  private static final String FORMAT = "--format";
  private static final String COLOUR = "--color";
  private static final String REGION = "--region";
  private static final String ACCOUNT = "--account";
  private static final String STANDARD_INPUT = "-";
  private static final String JSON = "json";
  private static final String HTML = "html";

  @Override
  public String name() {
    return "trace";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof trace",
            "Follows one CloudTrail record through Terraform plans or CloudFormation templates.",
            "Exit codes: 0 somebody is told of every record, 1 nobody is told of one or it cannot"
                + " be told, 2 usage, 3 unreadable input or record or unwritable report,"
                + " 70 internal error.");
    usage.words(
        "INPUT",
        Usage.Count.ANY,
        "files, folders, or - for standard input; what is named together is one deployment");
    usage.text(
        "FILE",
        "the record, or several of them (- for standard input): one JSON text, or one a line; also"
            + " those that EventBridge or the AWS CLI hands out",
        RECORD);
    usage.texts(
        "ID",
        "say beside it what a check by this rule says of the record's event; a page says it of"
            + " those that a check takes by itself",
        RULE);
    RulesAtHand.option(usage);
    usage.text("FORMAT", "text, json or html (default: text)", "-f", FORMAT);
    usage.text("WHEN", "auto, always or never (default: auto)", COLOUR);
    usage.text("REGION", "the Region of what does not name one", REGION);
    usage.text("ACCOUNT", "the account of what does not name one", ACCOUNT);
    Wiring.formatOptions().forEach(option -> usage.add(CheckCommand.option(option)));
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String format = Options.oneOf(arguments, FORMAT, "text", List.of("text", JSON, HTML));
    Terminal.Colour colour = Options.colour(arguments, COLOUR);
    String name =
        arguments
            .text(RECORD)
            .orElseThrow(() -> new Misuse("`" + RECORD + "` is missing: the record to follow"));
    if (arguments.words().isEmpty()) {
      throw new Misuse("nothing to follow it through: name plans, templates or folders");
    }
    if (name.equals(STANDARD_INPUT) && arguments.words().contains(STANDARD_INPUT)) {
      throw new Misuse("the record and an input cannot both come from standard input");
    }
    Wiring wiring = new Wiring();
    OwnRules own = wiring.ownRules(RulesAtHand.folders(arguments));
    RulesAtHand known = RulesAtHand.of(wiring, own);
    if (!known.broken().isEmpty()) {
      return known.refuse(terminal);
    }
    List<Rule> rules = arguments.texts(RULE).stream().distinct().map(known::named).toList();
    Outcome<List<InputFormat>> formats = wiring.formats(CheckCommand.given(arguments));
    Outcome<TraceRun.Followed> followed =
        new TraceRun(wiring, terminal)
            .follow(
                name,
                rules.isEmpty() && format.equals(HTML) ? firing(known) : rules,
                new Selection.Request(arguments.words(), Ties.TOLD, false, true),
                formats.value().orElseThrow(),
                new ReadSettings(arguments.text(REGION), arguments.text(ACCOUNT)));
    return written(followed, format, terminal, colour);
  }

  /** The rules that a check takes by itself, and that say what is to happen, not in which words. */
  private static List<Rule> firing(RulesAtHand known) {
    return known.rules().stream().filter(rule -> rule.byDefault() && !rule.isAboutWords()).toList();
  }

  private static ExitCode written(
      Outcome<TraceRun.Followed> outcome,
      String format,
      Terminal terminal,
      Terminal.Colour colour) {
    try {
      if (outcome.value().isEmpty()) {
        new TextReport(terminal.bare(), true)
            .write(CheckResult.of(outcome.diagnostics()), terminal.err());
        return ExitCode.UNREADABLE;
      }
      TraceRun.Followed followed = outcome.value().get();
      List<TracedDeployments> all = followed.traces();
      ExitCode code =
          all.stream().allMatch(one -> one.outcome().isYes()) ? ExitCode.PROVEN : ExitCode.FINDINGS;
      switch (format) {
        case JSON -> TraceJson.write(all, terminal.out());
        case HTML -> terminal.out().append(page(followed, code).text());
        default -> new TraceText(terminal.style(colour, false)).write(all, terminal.out());
      }
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a print stream keeps what goes wrong to itself
    }
  }

  private static HtmlPage page(TraceRun.Followed followed, ExitCode code) {
    CheckResult check =
        new CheckResult(
            followed.checked(),
            List.of(),
            Gate.STRICT,
            CheckResult.Basis.INPUTS,
            CheckResult.LeftOut.NONE,
            List.of());
    return new HtmlPage(check, Version.current(), code.status(), Timelines.of(followed.traces()));
  }
}
