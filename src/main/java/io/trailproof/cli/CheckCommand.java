package io.trailproof.cli;

import io.trailproof.check.result.Gate;
import io.trailproof.check.result.Gate.OnUnknown;
import io.trailproof.diagnostic.Severity;
import io.trailproof.input.ReadSettings;
import io.trailproof.report.Format;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code trailproof check}: options only; {@link CheckRun} does the work. */
final class CheckCommand implements Command {
  private static final String FORMAT = "--format";
  private static final String OUTPUT = "--output";
  private static final String EACH = "--each";
  private static final String RULE = "--rule";
  private static final String FAIL_ON = "--fail-on";
  private static final String UNKNOWN = "--unknown";
  private static final String COLOUR = "--color";
  private static final String QUIET = "--quiet";
  private static final String SKIP = "--skip-unrecognised";
  private static final String REGION = "--region";
  private static final String ACCOUNT = "--account";
  private static final String PARAMETER = "--parameter";
  private static final String SOURCE = "--source";
  private static final String PLAN_FILE = "--plan-file";
  private static final String CONFIG = "--config";
  private static final String PARAMETERS = "--parameters";

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
            "Exit codes: 0 proven, 1 findings, 2 usage, 3 unreadable input or rule, 70 internal"
                + " error.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "files, folders, or - for standard input; together they are one deployment")
            .build());
    Options.text(spec, "FORMAT", Options.listed(Format.words()) + " (default: text)", "-f", FORMAT);
    Options.text(spec, "FILE", "write the report to a file", "-o", OUTPUT);
    Options.flag(spec, "judge every file by itself", EACH);
    Options.texts(spec, "ID", "check this rule only", RULE);
    Options.text(
        spec, "SEVERITY", "note, low, medium, high, critical or never (default: low)", FAIL_ON);
    Options.text(
        spec,
        "WHAT",
        "fail, warn or pass: what to make of what cannot be told (default: fail)",
        UNKNOWN);
    Options.text(spec, "WHEN", "auto, always or never (default: auto)", COLOUR);
    Options.flag(spec, "print only what is not proven", "-q", QUIET);
    Options.flag(
        spec,
        "leave out files that are neither plan nor template, or hold nothing of the chain",
        SKIP);
    Options.text(spec, "REGION", "the Region of what does not name one", REGION);
    Options.text(spec, "ACCOUNT", "the account of what does not name one", ACCOUNT);
    spec.addOption(
        OptionSpec.builder(PARAMETER)
            .paramLabel("KEY=VALUE")
            .type(Map.class)
            .auxiliaryTypes(String.class, String.class)
            .description("a CloudFormation parameter; may be given several times")
            .build());
    Options.texts(
        spec,
        "FOLDER",
        "where a plan's Terraform files are, to point at them and to look up locals",
        SOURCE);
    Options.texts(
        spec,
        "FILE",
        "a plan as `terraform plan -out=FILE` wrote it, which holds those files",
        PLAN_FILE);
    Options.text(
        spec,
        "FILE",
        "resources that live elsewhere (default: trailproof.yaml, if there is one)",
        CONFIG);
    spec.addOption(
        OptionSpec.builder(PARAMETERS)
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "CloudFormation parameters as the AWS CLI or CodePipeline takes them;"
                    + " --parameter wins over them")
            .build());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed, Terminal terminal) {
    CheckOptions options =
        new CheckOptions(
            parsed.matchedPositionalValue(0, List.of()),
            Format.of(Options.oneOf(parsed, FORMAT, "text", Format.words())).orElseThrow(),
            Optional.ofNullable(parsed.matchedOptionValue(OUTPUT, (String) null)),
            parsed.hasMatchedOption(EACH),
            parsed.matchedOptionValue(RULE, List.of()),
            gate(parsed),
            Terminal.Colour.valueOf(
                Options.oneOf(parsed, COLOUR, "auto", Options.COLOURS).toUpperCase(Locale.ROOT)),
            parsed.hasMatchedOption(QUIET),
            parsed.hasMatchedOption(SKIP),
            new ReadSettings(
                Optional.ofNullable(parsed.matchedOptionValue(REGION, (String) null)),
                Optional.ofNullable(parsed.matchedOptionValue(ACCOUNT, (String) null)),
                parsed.matchedOptionValue(PARAMETER, Map.of())),
            parsed.matchedOptionValue(PARAMETERS, List.of()),
            Optional.ofNullable(parsed.matchedOptionValue(CONFIG, (String) null)),
            new NamedSources(
                parsed.matchedOptionValue(SOURCE, List.of()),
                parsed.matchedOptionValue(PLAN_FILE, List.of())));
    return new CheckRun(options, terminal, parsed).run();
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
        OnUnknown.valueOf(unknown.toUpperCase(Locale.ROOT)));
  }
}
