package io.trailproof.cli;

import io.trailproof.check.result.Gate;
import io.trailproof.check.result.Gate.OnUnknown;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.diagnostic.Severity;
import io.trailproof.input.FormatOption;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.opening.Selection;
import io.trailproof.input.opening.Selection.Ties;
import io.trailproof.report.Format;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code trailproof check}: options only; {@link CheckRun} does the work. */
final class CheckCommand implements Command {
  private static final String FORMAT = "--format";
  private static final String OUTPUT = "--output";
  private static final String EACH = "--each";
  private static final String TOGETHER = "--together";
  private static final String REQUIRE = "--require";
  private static final String RULE = "--rule";
  private static final String CONTROL = "--control";
  private static final String RULES = "--rules";
  private static final String WAYS = "--ways";

  /** The severities that a finding may have, and none of them. */
  private static final List<String> FAILING =
      List.of("note", "low", "medium", "high", "critical", "never");

  private static final String FAIL_ON = "--fail-on";
  private static final String UNKNOWN = "--unknown";
  private static final String GATE = "--gate";
  private static final String REGRESSION = "regression";
  private static final String BEFORE = "--before";
  private static final String STRICT = "--strict";
  private static final String TIMINGS = "--timings";
  private static final int MOST_STATED = 8;
  private static final String STATED = "--stated";
  private static final String COLOUR = "--color";
  private static final String QUIET = "--quiet";
  private static final String SKIP = "--skip-unrecognised";
  private static final String REGION = "--region";
  private static final String ACCOUNT = "--account";
  private static final String CONFIG = "--config";
  private static final String NO_CONFIG = "--no-config";

  /** The variable that names the configuration where the option does not. */
  static final String CONFIG_VARIABLE = "TRAILPROOF_CONFIG";

  private final Supplier<Wiring> wiring;

  /** The command with what names the implementations. */
  CheckCommand(Supplier<Wiring> wiring) {
    this.wiring = wiring;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof check",
            "Checks Terraform plans (JSON) and CloudFormation templates.",
            "Exit codes: 0 proven, 1 findings, 2 usage, 3 unreadable input or rule or unwritable"
                + " report, 70 internal error.");
    usage.words(
        "INPUT",
        Usage.Count.ANY,
        "files, folders, or - for standard input; what is named together is one deployment,"
            + " a folder holds as many as its files tell; none: the deployments of"
            + " trailproof.yaml");
    usage.text(
        "FILE",
        "a list of more inputs, each ending with NUL or its line; - for standard input",
        InputsFrom.OPTION);
    usage.texts(
        "FORMAT[=FILE]",
        Options.listed(Format.words())
            + " (default: text), to standard output or to a file beside it",
        "-f",
        FORMAT);
    usage.text("FILE", "write the report to a file, - for standard output", "-o", OUTPUT);
    usage.flag("judge every file by itself", EACH);
    usage.flag("judge all files as one deployment", TOGETHER);
    usage.flag("demand a verdict of what a folder or hook turns up, whatever it holds", REQUIRE);
    usage.texts("ID", "check this rule only; * in it stands for any characters", RULE);
    usage.texts(
        "CONTROL",
        "check the rules only that serve a control: FRAMEWORK, FRAMEWORK VERSION, or either with"
            + " :ID, as in 'PCI DSS 4.0:10.4.1.1'",
        CONTROL);
    usage.texts(
        "FOLDER",
        "own rules, a folder or a file, in place of those that the configuration names",
        RULES);
    usage.texts(
        "WAY",
        "let this way of telling somebody count beside the one that controls ask for, such as"
            + " eventbridge, or all",
        WAYS);
    usage.text("SEVERITY", "note, low, medium, high, critical or never (default: low)", FAIL_ON);
    usage.text(
        "WHAT", "fail, warn or pass: what to make of what cannot be told (default: fail)", UNKNOWN);
    usage.text(
        "WHAT",
        "all or regression: fail on all that is found, or only on what was proven before and is not"
            + " any more (default: all)",
        GATE);
    usage.text(
        "FOLDER",
        "where the inputs lie as they were before, by the same paths; a plan tells by itself",
        BEFORE);
    usage.flag("assume nothing: what no input can show is unknown", STRICT);
    usage.flag("say on standard error where the time went", TIMINGS);
    usage.texts(
        "KEY=VALUE", "what you state of the run, such as a commit: shown, never checked", STATED);
    usage.text("WHEN", "auto, always or never (default: auto)", COLOUR);
    usage.flag("print only what is not proven", "-q", QUIET);
    usage.flag(
        "leave out files that are neither plan nor template, or hold nothing of the chain", SKIP);
    usage.text("REGION", "the Region of what does not name one", REGION);
    usage.text("ACCOUNT", "the account of what does not name one", ACCOUNT);
    usage.text(
        "FILE",
        "the configuration that counts (default: $TRAILPROOF_CONFIG, or trailproof.yaml if there"
            + " is one)",
        CONFIG);
    usage.flag("let no configuration count", NO_CONFIG);
    Options.today(usage);
    Wiring.formatOptions().forEach(option -> usage.add(option(option)));
    return usage;
  }

  static Usage.Option option(FormatOption option) {
    Usage.Takes takes =
        option.isFlag()
            ? Usage.Takes.NOTHING
            : option.pairs() ? Usage.Takes.PAIRS : Usage.Takes.TEXTS;
    return new Usage.Option(List.of(option.name()), takes, option.label(), option.description());
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    refuseBoth(arguments.has(CONTROL) && arguments.has(WAYS), CONTROL, WAYS);
    Outcome<List<String>> inputs = inputs(arguments, terminal);
    for (Diagnostic problem : inputs.diagnostics()) {
      Complaint.of(problem).to(terminal);
      return ExitCode.UNREADABLE;
    }
    CheckOptions options =
        new CheckOptions(
            request(arguments, inputs.value().orElseThrow()),
            reports(arguments),
            arguments.texts(RULE),
            arguments.texts(CONTROL),
            arguments.texts(RULES),
            arguments.texts(WAYS),
            gate(arguments),
            Options.colour(arguments, COLOUR),
            arguments.has(QUIET),
            new ReadSettings(arguments.text(REGION), arguments.text(ACCOUNT)),
            config(arguments, terminal),
            arguments.has(NO_CONFIG),
            Options.today(arguments),
            arguments.text(BEFORE),
            arguments.has(STRICT),
            arguments.has(TIMINGS),
            stated(arguments),
            given(arguments));
    return new CheckRun(options, terminal, wiring.get()).run();
  }

  private static Map<String, String> stated(Arguments arguments) {
    Map<String, String> stated = new LinkedHashMap<>();
    for (String pair : arguments.texts(STATED)) {
      int sign = pair.indexOf('=');
      if (sign < 1) {
        throw new Misuse("`" + STATED + "` takes KEY=VALUE, not `" + pair + "`");
      }
      stated.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    if (stated.size() > MOST_STATED) {
      throw new Misuse("`" + STATED + "` takes " + MOST_STATED + " pairs at most");
    }
    return stated;
  }

  private static List<ReportTarget> reports(Arguments arguments) {
    try {
      return ReportTarget.of(arguments.texts(FORMAT), arguments.text(OUTPUT));
    } catch (ReportTarget.Refused refused) {
      throw new Misuse(refused);
    }
  }

  /** What the command line names, and what stands in the list that it names. */
  private static Outcome<List<String>> inputs(Arguments arguments, Terminal terminal) {
    List<String> named = arguments.words();
    Optional<String> list = arguments.text(InputsFrom.OPTION);
    if (list.isEmpty()) {
      return Outcome.of(named);
    }
    refuseBoth(list.get().equals("-") && named.contains("-"), InputsFrom.OPTION + " -", "-");
    Outcome<List<String>> listed = InputsFrom.read(list.get(), terminal);
    List<String> all = new ArrayList<>(named);
    listed.value().ifPresent(all::addAll);
    return new Outcome<>(all, listed.diagnostics());
  }

  private static Selection.Request request(Arguments arguments, List<String> inputs) {
    boolean each = arguments.has(EACH);
    boolean together = arguments.has(TOGETHER);
    refuseBoth(each && together, EACH, TOGETHER);
    return new Selection.Request(
        inputs,
        each ? Ties.EACH : together ? Ties.TOGETHER : Ties.TOLD,
        arguments.has(SKIP),
        arguments.has(REQUIRE));
  }

  private static Optional<String> config(Arguments arguments, Terminal terminal) {
    Optional<String> named = arguments.text(CONFIG);
    refuseBoth(named.isPresent() && arguments.has(NO_CONFIG), CONFIG, NO_CONFIG);
    return named.or(
        () ->
            Optional.ofNullable(terminal.environment().get(CONFIG_VARIABLE))
                .filter(text -> !text.isEmpty()));
  }

  private static void refuseBoth(boolean both, String one, String other) {
    if (both) {
      throw new Misuse("`" + one + "` and `" + other + "` exclude each other");
    }
  }

  static FormatOption.Given given(Arguments arguments) {
    Map<FormatOption, List<String>> texts = new HashMap<>();
    Map<FormatOption, Map<String, String>> pairs = new HashMap<>();
    for (FormatOption option : Wiring.formatOptions()) {
      if (option.isFlag()) {
        boolean matched = arguments.has(option.name());
        texts.put(option, matched ? List.of(option.name()) : List.of());
      } else if (option.pairs()) {
        pairs.put(option, arguments.pairs(option.name()));
      } else {
        texts.put(option, arguments.texts(option.name()));
      }
    }
    return new FormatOption.Given(texts, pairs);
  }

  private static Gate gate(Arguments arguments) {
    String failOn = Options.oneOf(arguments, FAIL_ON, "low", FAILING);
    return new Gate(
        Stream.of(Severity.values()).filter(one -> one.word().equals(failOn)).findFirst(),
        Options.oneOf(arguments, UNKNOWN, List.of(OnUnknown.values())),
        Options.oneOf(arguments, GATE, "all", List.of("all", REGRESSION)).equals(REGRESSION));
  }
}
