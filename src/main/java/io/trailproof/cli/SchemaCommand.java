package io.trailproof.cli;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Handbook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code trailproof schema}: prints the JSON Schema of a kind of file. */
final class SchemaCommand implements Command {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("trailproof schema");
    spec.usageMessage()
        .header("Prints the JSON Schema of a kind of file, for editors and checks of your own.")
        .footer("", "Exit codes: 0 printed, 2 usage, 70 internal error.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("NAME")
            .arity("0..1")
            .type(String.class)
            .description(Options.listed(Handbook.SCHEMAS))
            .build());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed, Terminal terminal) {
    String name = parsed.matchedPositionalValue(0, "");
    if (!Handbook.SCHEMAS.contains(name)) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          name.isEmpty()
              ? "say which schema: " + Options.listed(Handbook.SCHEMAS)
              : "there is no schema `" + name + "`; " + DidYouMean.help(name, Handbook.SCHEMAS));
    }
    terminal.out().append(Handbook.packed().schema(name));
    return ExitCode.PROVEN;
  }
}
