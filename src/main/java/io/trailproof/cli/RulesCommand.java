package io.trailproof.cli;

import io.trailproof.report.RuleList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

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
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof rules",
            "Lists the rules, with their severities and whether they are on by default.",
            "Exit codes: 0 listed, 2 usage, 3 unreadable rule, 70 internal error.");
    usage.texts("CONTROL", "list those only that serve a control, as in 'PCI DSS 4.0'", CONTROL);
    usage.flag("list them by the controls that they serve", BY_FRAMEWORK);
    usage.text("FORMAT", "text or json (default: text)", "-f", FORMAT);
    RulesAtHand.option(usage);
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String format = Options.oneOf(arguments, FORMAT, "text", List.of("text", "json"));
    RulesAtHand all = RulesAtHand.of(arguments);
    if (!all.broken().isEmpty()) {
      return all.refuse(terminal);
    }
    RuleList list = new RuleList(all.serving(arguments.texts(CONTROL), arguments));
    try {
      if (format.equals("json")) {
        list.json(terminal.out());
      } else if (arguments.has(BY_FRAMEWORK)) {
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
