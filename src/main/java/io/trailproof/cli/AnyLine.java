package io.trailproof.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads every command line, by picocli; it prints the help, and says what is wrong with a line. */
final class AnyLine {
  private static final String HELP = "--help";
  private static final String VERSION = "--version";

  private final CommandSpec spec;
  private final Usage usage;
  private final List<String> commands;

  private AnyLine(CommandSpec spec, Usage usage, List<String> commands) {
    this.spec = spec;
    this.usage = usage;
    this.commands = commands;
  }

  /** The reader of what follows a command. */
  static AnyLine of(Usage usage) {
    return new AnyLine(spec(usage), usage, List.of());
  }

  /** The reader of a line that begins with no command. */
  static AnyLine of(List<Command> commands) {
    Usage overview =
        new Usage(
            "trailproof",
            "Proves that an IAM policy change sets off an alarm that reaches somebody.",
            "");
    CommandSpec spec = CommandSpec.create().name(overview.command());
    spec.usageMessage().header(overview.header()).customSynopsis("trailproof COMMAND [OPTIONS] …");
    addHelp(spec);
    for (Command command : commands) {
      spec.addSubcommand(command.name(), withoutHelp(command.usage()));
    }
    return new AnyLine(spec, overview, commands.stream().map(Command::name).toList());
  }

  /**
   * What a line gives; empty if it asked for something to be printed, and was given that.
   *
   * @throws Misuse if it makes no sense
   */
  Optional<Arguments> read(List<String> line, Terminal terminal) {
    picocli.CommandLine parser = parser();
    try {
      ParseResult parsed = parser.parseArgs(line.toArray(new String[0]));
      if (parsed.isVersionHelpRequested()) {
        terminal.out().println("trailproof " + Version.current());
        return Optional.empty();
      }
      if (parsed.isUsageHelpRequested()) {
        parser.usage(terminal.out(), Ansi.OFF);
        return Optional.empty();
      }
      return Optional.of(arguments(parsed));
    } catch (ParameterException e) {
      throw new Misuse(new Slip(spec, commands).of(e), e);
    }
  }

  /** Prints the help where it was not asked for. */
  void help(Terminal terminal) {
    parser().usage(terminal.err(), Ansi.OFF);
  }

  private Arguments arguments(ParseResult parsed) {
    Arguments.Draft draft = new Arguments.Draft();
    for (Usage.Option option : usage.options()) {
      if (parsed.hasMatchedOption(option.name())) {
        switch (option.takes()) {
          case NOTHING -> draft.flag(option);
          case TEXT -> draft.value(option, parsed.matchedOptionValue(option.name(), ""));
          case TEXTS ->
              parsed
                  .matchedOptionValue(option.name(), List.<String>of())
                  .forEach(value -> draft.value(option, value));
          case PAIRS ->
              parsed
                  .matchedOptionValue(option.name(), Map.<String, String>of())
                  .forEach((key, value) -> draft.value(option, key + "=" + value));
        }
      }
    }
    for (int i = 0; i < usage.words().size(); i++) {
      if (usage.words().get(i).count() == Usage.Count.ANY) {
        parsed.matchedPositionalValue(i, List.<String>of()).forEach(draft::word);
      } else {
        Optional.ofNullable(parsed.matchedPositionalValue(i, (String) null)).ifPresent(draft::word);
      }
    }
    return draft.finish();
  }

  /**
   * A file named {@code -help.json} must never read as an option and print help with exit code 0:
   * clustered short options are off, and what is not known is an error.
   */
  picocli.CommandLine parser() {
    picocli.CommandLine line = new picocli.CommandLine(spec);
    line.setPosixClusteredShortOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false);
    line.setUsageHelpAutoWidth(false);
    return line;
  }

  private static CommandSpec spec(Usage usage) {
    CommandSpec spec = withoutHelp(usage);
    addHelp(spec);
    return spec;
  }

  private static CommandSpec withoutHelp(Usage usage) {
    CommandSpec spec = CommandSpec.create().name(usage.command());
    spec.usageMessage().header(usage.header()).footer("", usage.exitCodes());
    int index = 0;
    for (Usage.Words words : usage.words()) {
      spec.addPositional(words(words, usage.words().size() > 1 ? index++ : -1));
    }
    usage.options().forEach(option -> spec.addOption(option(option)));
    return spec;
  }

  private static PositionalParamSpec words(Usage.Words words, int index) {
    PositionalParamSpec.Builder builder =
        PositionalParamSpec.builder().paramLabel(words.label()).description(words.description());
    if (index >= 0) {
      builder.index(String.valueOf(index));
    }
    return switch (words.count()) {
      case ONE -> builder.arity("1").type(String.class).build();
      case ONE_OR_NONE -> builder.arity("0..1").type(String.class).build();
      case ANY -> builder.arity("0..*").type(List.class).auxiliaryTypes(String.class).build();
    };
  }

  private static OptionSpec option(Usage.Option option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.names().toArray(new String[0])).description(option.description());
    return switch (option.takes()) {
      case NOTHING -> builder.type(boolean.class).build();
      case TEXT -> builder.paramLabel(option.label()).type(String.class).build();
      case TEXTS ->
          builder.paramLabel(option.label()).type(List.class).auxiliaryTypes(String.class).build();
      case PAIRS ->
          builder
              .paramLabel(option.label())
              .type(Map.class)
              .auxiliaryTypes(String.class, String.class)
              .build();
    };
  }

  private static void addHelp(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", HELP).usageHelp(true).description("show this help").build());
    spec.addOption(
        OptionSpec.builder("-V", VERSION)
            .versionHelp(true)
            .description("show the version")
            .build());
  }
}
