package io.trailproof.cli;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Handbook;

/** {@code trailproof schema}: prints the JSON Schema of a kind of file. */
final class SchemaCommand implements Command {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof schema",
            "Prints the JSON Schema of a kind of file, for editors and checks of your own.",
            "Exit codes: 0 printed, 2 usage, 70 internal error.");
    usage.words("NAME", Usage.Count.ONE_OR_NONE, Options.listed(Handbook.SCHEMAS));
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String name = arguments.word(0).orElse("");
    if (!Handbook.SCHEMAS.contains(name)) {
      throw new Misuse(
          name.isEmpty()
              ? "say which schema: " + Options.listed(Handbook.SCHEMAS)
              : "there is no schema `" + name + "`; " + DidYouMean.help(name, Handbook.SCHEMAS));
    }
    terminal.out().append(Handbook.packed().schema(name));
    return ExitCode.PROVEN;
  }
}
