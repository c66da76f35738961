package io.trailproof.cli;

import java.util.List;
import picocli.AutoComplete;

/** {@code trailproof completion}: prints what makes a shell complete command lines. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof completion",
            "Prints what makes a shell complete commands and options.",
            "Exit codes: 0 printed, 2 usage, 70 internal error.");
    usage.words("SHELL", Usage.Count.ONE_OR_NONE, Options.listed(SHELLS));
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String shell = arguments.word(0).orElse("");
    picocli.CommandLine commands = AnyLine.of(CommandLine.COMMANDS).parser();
    terminal
        .out()
        .append(
            switch (shell) {
              case "bash" -> bash(commands);
              case "zsh" -> ZshCompletion.of(commands.getCommandSpec());
              default ->
                  throw new Misuse(
                      shell.isEmpty()
                          ? "say which shell: " + Options.listed(SHELLS)
                          : "there is no completion for `" + shell + "`");
            });
    return ExitCode.PROVEN;
  }

  /** What picocli makes of the commands; the day on which it was made would differ each time. */
  private static String bash(picocli.CommandLine commands) {
    return AutoComplete.bash("trailproof", commands).replaceAll("(?m)^# Date: .*\\R", "");
  }
}
