package io.trailproof.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One word of the command line. */
interface Command {
  String name();

  /** Its options; made only when the command is named. */
  CommandSpec spec();

  ExitCode run(ParseResult parsed, Terminal terminal);
}
