package io.trailproof.cli;

import io.trailproof.check.result.Gate;
import io.trailproof.check.result.Gate.OnUnknown;
import io.trailproof.diagnostic.Severity;
import io.trailproof.input.FormatOption;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.opening.Selection;
import io.trailproof.input.opening.Selection.Ties;
import io.trailproof.report.Format;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("trailproof check");
    spec.usageMessage()
        .header("Checks Terraform plans (JSON) and CloudFormation templates.")
        .footer(
            "",
            "Exit codes: 0 proven, 1 findings, 2 usage, 3 unreadable input or rule or unwritable"
                + " report, 70 internal error.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "files, folders, or - for standard input; what is named together is one deployment,"
                    + " a folder holds as many as its files tell; none: the deployments of"
                    + " trailproof.yaml")
            .build());
    Options.texts(
        spec,
        "FORMAT[=FILE]",
        Options.listed(Format.words())
            + " (default: text), to standard output or to a file beside it",
        "-f",
        FORMAT);
    Options.text(spec, "FILE", "write the report to a file, - for standard output", "-o", OUTPUT);
    Options.flag(spec, "judge every file by itself", EACH);
    Options.flag(spec, "judge all files as one deployment", TOGETHER);
    Options.flag(
        spec, "demand a verdict of what a folder or hook turns up, whatever it holds", REQUIRE);
    Options.texts(spec, "ID", "check this rule only; * in it stands for any characters", RULE);
    Options.texts(
        spec,
        "CONTROL",
        "check the rules only that serve a control: FRAMEWORK, FRAMEWORK VERSION, or either with"
            + " :ID, as in 'PCI DSS 4.0:10.4.1.1'",
        CONTROL);
    Options.texts(
        spec,
        "FOLDER",
        "own rules, a folder or a file, in place of those that the configuration names",
        RULES);
    Options.texts(
        spec,
        "WAY",
        "let this way of telling somebody count beside the one that controls ask for, such as"
            + " eventbridge, or all",
        WAYS);
    Options.text(
        spec, "SEVERITY", "note, low, medium, high, critical or never (default: low)", FAIL_ON);
    Options.text(
        spec,
        "WHAT",
        "fail, warn or pass: what to make of what cannot be told (default: fail)",
        UNKNOWN);
    Options.text(
        spec,
        "WHAT",
        "all or regression: fail on all that is found, or only on what was proven before and is not"
            + " any more (default: all)",
        GATE);
    Options.text(
        spec,
        "FOLDER",
        "where the inputs lie as they were before, by the same paths; a plan tells by itself",
        BEFORE);
    Options.flag(spec, "assume nothing: what no input can show is unknown", STRICT);
    Options.flag(spec, "say on standard error where the time went", TIMINGS);
    Options.texts(
        spec,
        "KEY=VALUE",
        "what you state of the run, such as a commit: shown, never checked",
        STATED);
    Options.text(spec, "WHEN", "auto, always or never (default: auto)", COLOUR);
    Options.flag(spec, "print only what is not proven", "-q", QUIET);
    Options.flag(
        spec,
        "leave out files that are neither plan nor template, or hold nothing of the chain",
        SKIP);
    Options.text(spec, "REGION", "the Region of what does not name one", REGION);
    Options.text(spec, "ACCOUNT", "the account of what does not name one", ACCOUNT);
    Options.text(
        spec,
        "FILE",
        "the configuration that counts (default: $TRAILPROOF_CONFIG, or trailproof.yaml if there"
            + " is one)",
        CONFIG);
    Options.flag(spec, "let no configuration count", NO_CONFIG);
    Options.today(spec);
    Wiring.formatOptions().forEach(option -> spec.addOption(option(option)));
    return spec;
  }

  private static OptionSpec option(FormatOption option) {
    if (option.isFlag()) {
      return OptionSpec.builder(option.name()).description(option.description()).build();
    }
    OptionSpec.Builder builder =
        OptionSpec.builder(option.name())
            .paramLabel(option.label())
            .description(option.description());
    return (option.pairs()
            ? builder.type(Map.class).auxiliaryTypes(String.class, String.class)
            : builder.type(List.class).auxiliaryTypes(String.class))
        .build();
  }

  @Override
  public ExitCode run(ParseResult parsed, Terminal terminal) {
    refuseBoth(
        parsed, parsed.hasMatchedOption(CONTROL) && parsed.hasMatchedOption(WAYS), CONTROL, WAYS);
    CheckOptions options =
        new CheckOptions(
            request(parsed),
            reports(parsed),
            parsed.matchedOptionValue(RULE, List.of()),
            parsed.matchedOptionValue(CONTROL, List.of()),
            parsed.matchedOptionValue(RULES, List.of()),
            parsed.matchedOptionValue(WAYS, List.of()),
            gate(parsed),
            Terminal.Colour.valueOf(
                Options.oneOf(parsed, COLOUR, "auto", Options.COLOURS).toUpperCase(Locale.ROOT)),
            parsed.hasMatchedOption(QUIET),
            new ReadSettings(
                Optional.ofNullable(parsed.matchedOptionValue(REGION, (String) null)),
                Optional.ofNullable(parsed.matchedOptionValue(ACCOUNT, (String) null))),
            config(parsed, terminal),
            parsed.hasMatchedOption(NO_CONFIG),
            Options.today(parsed),
            Optional.ofNullable(parsed.matchedOptionValue(BEFORE, (String) null)),
            parsed.hasMatchedOption(STRICT),
            parsed.hasMatchedOption(TIMINGS),
            stated(parsed),
            given(parsed));
    return new CheckRun(options, terminal, parsed, wiring.get()).run();
  }

  private static Map<String, String> stated(ParseResult parsed) {
    Map<String, String> stated = new LinkedHashMap<>();
    for (String pair : parsed.matchedOptionValue(STATED, List.<String>of())) {
      int sign = pair.indexOf('=');
      if (sign < 1) {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            "`" + STATED + "` takes KEY=VALUE, not `" + pair + "`");
      }
      stated.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    if (stated.size() > MOST_STATED) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "`" + STATED + "` takes " + MOST_STATED + " pairs at most");
    }
    return stated;
  }

  private static List<ReportTarget> reports(ParseResult parsed) {
    try {
      return ReportTarget.of(
          parsed.matchedOptionValue(FORMAT, List.of()),
          Optional.ofNullable(parsed.matchedOptionValue(OUTPUT, (String) null)));
    } catch (ReportTarget.Refused refused) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), refused.getMessage(), refused);
    }
  }

  private static Selection.Request request(ParseResult parsed) {
    boolean each = parsed.hasMatchedOption(EACH);
    boolean together = parsed.hasMatchedOption(TOGETHER);
    refuseBoth(parsed, each && together, EACH, TOGETHER);
    return new Selection.Request(
        parsed.matchedPositionalValue(0, List.of()),
        each ? Ties.EACH : together ? Ties.TOGETHER : Ties.TOLD,
        parsed.hasMatchedOption(SKIP),
        parsed.hasMatchedOption(REQUIRE));
  }

  private static Optional<String> config(ParseResult parsed, Terminal terminal) {
    Optional<String> named = Optional.ofNullable(parsed.matchedOptionValue(CONFIG, (String) null));
    refuseBoth(parsed, named.isPresent() && parsed.hasMatchedOption(NO_CONFIG), CONFIG, NO_CONFIG);
    return named.or(
        () ->
            Optional.ofNullable(terminal.environment().get(CONFIG_VARIABLE))
                .filter(text -> !text.isEmpty()));
  }

  private static void refuseBoth(ParseResult parsed, boolean both, String one, String other) {
    if (both) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "`" + one + "` and `" + other + "` exclude each other");
    }
  }

  private static FormatOption.Given given(ParseResult parsed) {
    Map<FormatOption, List<String>> texts = new HashMap<>();
    Map<FormatOption, Map<String, String>> pairs = new HashMap<>();
    for (FormatOption option : Wiring.formatOptions()) {
      if (option.isFlag()) {
        boolean matched = parsed.hasMatchedOption(option.name());
        texts.put(option, matched ? List.of(option.name()) : List.of());
      } else if (option.pairs()) {
        pairs.put(option, parsed.matchedOptionValue(option.name(), Map.of()));
      } else {
        texts.put(option, parsed.matchedOptionValue(option.name(), List.of()));
      }
    }
    return new FormatOption.Given(texts, pairs);
  }

  private static Gate gate(ParseResult parsed) {
    String failOn =
        Options.oneOf(
            parsed, FAIL_ON, "low", List.of("note", "low", "medium", "high", "critical", "never"));
    String unknown = Options.oneOf(parsed, UNKNOWN, "fail", List.of("fail", "warn", "pass"));
    return new Gate(
        failOn.equals("never")
            ? Optional.empty()
            : Optional.of(Severity.valueOf(failOn.toUpperCase(Locale.ROOT))),
        OnUnknown.valueOf(unknown.toUpperCase(Locale.ROOT)),
        Options.oneOf(parsed, GATE, "all", List.of("all", REGRESSION)).equals(REGRESSION));
  }
}
