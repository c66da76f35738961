package io.trailproof.cli;

/** {@code trailproof manual}: prints the manual page. */
final class ManualCommand implements Command {
  @Override
  public String name() {
    return "manual";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "trailproof manual",
        "Prints the manual page, as man(1) shows it: trailproof manual | man -l -",
        "Exit codes: 0 printed, 2 usage, 70 internal error.");
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    terminal
        .out()
        .append(ManualPage.of(AnyLine.of(CommandLine.COMMANDS).parser().getCommandSpec()));
    return ExitCode.PROVEN;
  }
}
