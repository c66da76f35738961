package io.trailproof.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A completion function for zsh, with the descriptions that bash has no place for.
 *
 * @see <a href="https://zsh.sourceforge.io/Doc/Release/Completion-System.html">zsh: completion
 *     system</a>
 */
final class ZshCompletion {
  private final StringBuilder script = new StringBuilder();

  private ZshCompletion() {}

  /** The function for all commands of a program. */
  static String of(CommandSpec program) {
    ZshCompletion completion = new ZshCompletion();
    completion.program(program);
    return completion.script.toString();
  }

  private void program(CommandSpec program) {
    line("#compdef " + program.name());
    line("");
    line("_" + program.name() + "() {");
    line("  local -a commands=(");
    program
        .subcommands()
        .forEach(
            (name, command) ->
                line(
                    "    "
                        + quoted(
                            name + ":" + header(command.getCommandSpec()).replace(":", "\\:"))));
    line("  )");
    line("  if (( CURRENT == 2 )); then");
    line("    _describe command commands");
    line("    return");
    line("  fi");
    line("  local command=$words[2]");
    line("  shift words");
    line("  (( CURRENT-- ))");
    line("  case $command in");
    program
        .subcommands()
        .forEach((name, command) -> arguments(name, command.getCommandSpec().options()));
    line("  esac");
    line("}");
    line("");
    line("_" + program.name() + " \"$@\"");
  }

  private void arguments(String command, List<OptionSpec> options) {
    line("  " + command + ")");
    line("    _arguments \\");
    for (OptionSpec option : options) {
      for (String name : option.names()) {
        line("      " + quoted(spec(name, option)) + " \\");
      }
    }
    line("      '*: :_files'");
    line("    ;;");
  }

  private static String spec(String name, OptionSpec option) {
    String described = name + "[" + escaped(String.join(" ", option.description())) + "]";
    if (option.arity().max() == 0) {
      return described;
    }
    return (option.isMultiValue() ? "*" : "")
        + described
        + ":"
        + escaped(option.paramLabel())
        + ":_files";
  }

  private static String header(CommandSpec command) {
    return String.join(" ", Arrays.asList(command.usageMessage().header()));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private void line(String text) {
    script.append(text).append('\n');
  }
}
