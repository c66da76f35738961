package io.trailproof.cli;

/** One word of the command line. */
interface Command {
  String name();

  /** What it takes. */
  Usage usage();

  /**
   * Does what it is there for.
   *
   * @throws Misuse if the arguments make no sense together
   */
  ExitCode run(Arguments arguments, Terminal terminal);
}
