package io.trailproof.cli;

import io.trailproof.diagnostic.InternalFault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Dispatches to a command; each knows its own options. */
final class CommandLine {
  static final List<Command> COMMANDS =
      List.of(
          new CheckCommand(Wiring::new),
          new FixCommand(),
          new ReportCommand(),
          new PatternCommand(),
          new TraceCommand(),
          new InitCommand(),
          new AcceptCommand(),
          new RulesCommand(),
          new ExplainCommand(),
          new TestCommand(),
          new SchemaCommand(),
          new CompletionCommand(),
          new ManualCommand());

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
    AnyLine reader = AnyLine.of(COMMANDS);
    try {
      if (reader.read(Arrays.asList(arguments), terminal).isEmpty()) {
        return ExitCode.PROVEN;
      }
      reader.help(terminal);
      new Complaint("usage", "a command is missing", List.of()).to(terminal);
      return ExitCode.USAGE;
    } catch (Misuse e) {
      return refused(e, "trailproof", terminal);
    }
  }

  /** Runs one command; what escapes from it escapes. */
  static ExitCode run(Command command, String[] arguments, Terminal terminal) {
    Usage usage = command.usage();
    try {
      List<String> line = new FileArguments(usage).marked(arguments);
      Optional<Arguments> given = PlainLine.read(usage, line);
      if (given.isEmpty()) {
        given = AnyLine.of(usage).read(line, terminal);
      }
      return given.isEmpty() ? ExitCode.PROVEN : command.run(given.get(), terminal);
    } catch (Misuse e) {
      return refused(e, usage.command(), terminal);
    }
  }

  private static ExitCode refused(Misuse e, String command, Terminal terminal) {
    new Complaint(
            "usage",
            String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
            List.of("`" + command + " --help` shows the options"))
        .to(terminal);
    return ExitCode.USAGE;
  }
}
