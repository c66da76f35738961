package io.trailproof.cli;

import io.trailproof.diagnostic.InternalFault;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Dispatches to a command; each knows its own options. */
final class CommandLine {
  private static final List<Command> COMMANDS =
      List.of(
          new CheckCommand(Wiring::new),
          new PatternCommand(),
          new InitCommand(),
          new AcceptCommand(),
          new RulesCommand(),
          new ExplainCommand(),
          new TestCommand(),
          new SchemaCommand());

  private CommandLine() {}

  /** Runs a command line and returns the exit code; nothing escapes. */
  static int run(String[] arguments, Terminal terminal) {
    ExitCode code = caught(arguments, terminal);
    boolean isLost = terminal.out().checkError();
    if (isLost && code != ExitCode.INTERNAL) {
      Complaint.of(OutputError.STANDARD_OUTPUT.of("-")).to(terminal);
      return ExitCode.UNREADABLE.status();
    }
    return code.status();
  }

  private static ExitCode caught(String[] arguments, Terminal terminal) {
    try {
      return dispatch(arguments, terminal);
    } catch (OutOfMemoryError e) {
      long most = Runtime.getRuntime().maxMemory() >> 20;
      new Complaint(
              "memory",
              "the inputs do not fit into the " + most + " MiB that Java has",
              List.of("give it more, with `TRAILPROOF_JAVA_OPTS=-Xmx8g`, or check less at once"))
          .to(terminal);
      return ExitCode.UNREADABLE;
    } catch (RuntimeException | Error e) {
      if (!terminal.environment().getOrDefault("TRAILPROOF_DEBUG", "").isEmpty()) {
        for (StackTraceElement frame : e.getStackTrace()) {
          terminal.err().println("\tat " + frame); // what it says may quote an input
        }
      }
      Complaint.of(InternalFault.RUN.by("-", e)).to(terminal);
      return ExitCode.INTERNAL;
    }
  }

  private static ExitCode dispatch(String[] arguments, Terminal terminal) {
    if (arguments.length > 0) {
      for (Command command : COMMANDS) {
        if (command.name().equals(arguments[0])) {
          return run(command, Arrays.copyOfRange(arguments, 1, arguments.length), terminal);
        }
      }
    }
    picocli.CommandLine line = line(overview());
    try {
      ParseResult parsed = line.parseArgs(arguments);
      if (parsed.isVersionHelpRequested()) {
        terminal.out().println("trailproof " + Version.current());
        return ExitCode.PROVEN;
      }
      if (parsed.isUsageHelpRequested()) {
        line.usage(terminal.out(), Ansi.OFF);
        return ExitCode.PROVEN;
      }
      line.usage(terminal.err(), Ansi.OFF);
      new Complaint("usage", "a command is missing", List.of()).to(terminal);
      return ExitCode.USAGE;
    } catch (ParameterException e) {
      return usage(e, COMMANDS.stream().map(Command::name).toList(), terminal);
    }
  }

  /** Runs one command; what escapes from it escapes. */
  static ExitCode run(Command command, String[] arguments, Terminal terminal) {
    CommandSpec spec = command.spec();
    addHelp(spec);
    picocli.CommandLine line = line(spec);
    try {
      ParseResult parsed = line.parseArgs(new FileArguments(spec).marked(arguments));
      if (parsed.isVersionHelpRequested()) {
        terminal.out().println("trailproof " + Version.current());
        return ExitCode.PROVEN;
      }
      if (parsed.isUsageHelpRequested()) {
        line.usage(terminal.out(), Ansi.OFF);
        return ExitCode.PROVEN;
      }
      return command.run(parsed, terminal);
    } catch (ParameterException e) {
      return usage(e, List.of(), terminal);
    }
  }

  private static ExitCode usage(ParameterException e, List<String> commands, Terminal terminal) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    new Complaint(
            "usage",
            new Slip(spec, commands).of(e),
            List.of("`" + spec.qualifiedName() + " --help` shows the options"))
        .to(terminal);
    return ExitCode.USAGE;
  }

  /**
   * A file named {@code -help.json} must never read as an option and print help with exit code 0:
   * clustered short options are off, and what is not known is an error.
   */
  private static picocli.CommandLine line(CommandSpec spec) {
    picocli.CommandLine line = new picocli.CommandLine(spec);
    line.setPosixClusteredShortOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false);
    line.setUsageHelpAutoWidth(false);
    return line;
  }

  private static CommandSpec overview() {
    CommandSpec spec = CommandSpec.create().name("trailproof");
    spec.usageMessage()
        .header("Proves that an IAM policy change sets off an alarm that reaches somebody.")
        .customSynopsis("trailproof COMMAND [OPTIONS] …");
    addHelp(spec);
    for (Command command : COMMANDS) {
      spec.addSubcommand(command.name(), command.spec());
    }
    return spec;
  }

  private static void addHelp(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("show the version")
            .build());
  }
}
