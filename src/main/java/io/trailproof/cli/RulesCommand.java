package io.trailproof.cli;

import io.trailproof.report.RuleList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code trailproof rules}: the rules that there are, and the controls that they serve. */
final class RulesCommand implements Command {
  private static final String CONTROL = "--control";
  private static final String FORMAT = "--format";
  private static final String BY_FRAMEWORK = "--by-framework";

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("trailproof rules");
    spec.usageMessage()
        .header("Lists the rules, with their severities and whether they are on by default.")
        .footer("", "Exit codes: 0 listed, 2 usage, 3 unreadable rule, 70 internal error.");
    Options.texts(
        spec, "CONTROL", "list those only that serve a control, as in 'PCI DSS 4.0'", CONTROL);
    Options.flag(spec, "list them by the controls that they serve", BY_FRAMEWORK);
    Options.text(spec, "FORMAT", "text or json (default: text)", "-f", FORMAT);
    RulesAtHand.option(spec);
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed, Terminal terminal) {
    String format = Options.oneOf(parsed, FORMAT, "text", List.of("text", "json"));
    RulesAtHand all = RulesAtHand.of(parsed);
    if (!all.broken().isEmpty()) {
      return all.refuse(terminal);
    }
    RuleList list =
        new RuleList(all.serving(parsed.matchedOptionValue(CONTROL, List.of()), parsed));
    try {
      if (format.equals("json")) {
        list.json(terminal.out());
      } else if (parsed.hasMatchedOption(BY_FRAMEWORK)) {
        list.byFramework(terminal.bare(), terminal.out());
      } else {
        list.text(terminal.bare(), terminal.out());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a print stream keeps what goes wrong to itself
    }
    return ExitCode.PROVEN;
  }
}
