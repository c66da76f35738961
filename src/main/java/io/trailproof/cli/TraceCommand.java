package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.opening.Selection;
import io.trailproof.input.opening.Selection.Ties;
import io.trailproof.report.TextReport;
import io.trailproof.rule.Rule;
import io.trailproof.rule.own.OwnRules;
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
    usage.texts("ID", "say beside it what a check by this rule says of the record's event", RULE);
    RulesAtHand.option(usage);
    usage.text("FORMAT", "text or json (default: text)", "-f", FORMAT);
    usage.text("WHEN", "auto, always or never (default: auto)", COLOUR);
    usage.text("REGION", "the Region of what does not name one", REGION);
    usage.text("ACCOUNT", "the account of what does not name one", ACCOUNT);
    Wiring.formatOptions().forEach(option -> usage.add(CheckCommand.option(option)));
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String format = Options.oneOf(arguments, FORMAT, "text", List.of("text", "json"));
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
    Outcome<List<TracedDeployments>> traces =
        new TraceRun(wiring, rules, terminal)
            .traces(
                name,
                new Selection.Request(arguments.words(), Ties.TOLD, false, true),
                formats.value().orElseThrow(),
                new ReadSettings(arguments.text(REGION), arguments.text(ACCOUNT)));
    return written(traces, format, terminal, colour);
  }

  private static ExitCode written(
      Outcome<List<TracedDeployments>> traces,
      String format,
      Terminal terminal,
      Terminal.Colour colour) {
    try {
      if (traces.value().isEmpty()) {
        new TextReport(terminal.bare(), true)
            .write(CheckResult.of(traces.diagnostics()), terminal.err());
        return ExitCode.UNREADABLE;
      }
      List<TracedDeployments> all = traces.value().get();
      if (format.equals("json")) {
        TraceJson.write(all, terminal.out());
      } else {
        new TraceText(terminal.style(colour, false)).write(all, terminal.out());
      }
      return all.stream().allMatch(one -> one.outcome().isYes())
          ? ExitCode.PROVEN
          : ExitCode.FINDINGS;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a print stream keeps what goes wrong to itself
    }
  }
}
