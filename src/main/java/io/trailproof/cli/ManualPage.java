package io.trailproof.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of all commands, in the macros of man(7).
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/groff_man.7.html">groff_man(7)</a>
 */
final class ManualPage {
  private static final String EXIT_STATUS =
      """
      .TP
      .B 0
      Everything that was asked for is proven.
      .TP
      .B 1
      There are findings, or what the input does not tell.
      .TP
      .B 2
      The command line makes no sense, or there is no suitable Java.
      .TP
      .B 3
      An input or a rule cannot be read, or a report cannot be written.
      .TP
      .B 70
      A fault of trailproof's own.
      """;

  private static final String ENVIRONMENT =
      """
      .TP
      .B TRAILPROOF_CONFIG
      The configuration that counts, in place of
      .IR trailproof.yaml .
      .TP
      .B TRAILPROOF_JAVA
      The java command to use; otherwise JAVA_HOME, PATH and the usual places are searched.
      .TP
      .B TRAILPROOF_JAVA_OPTS
      More options for the Java virtual machine, split at blanks.
      .TP
      .BR NO_COLOR ", " FORCE_COLOR
      No colours, or colours though the output is no terminal.
      """;

  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  /** The page of a program and its commands. */
  static String of(CommandSpec program) {
    ManualPage manual = new ManualPage();
    manual.program(program);
    return manual.page.toString();
  }

  private void program(CommandSpec program) {
    line(".TH TRAILPROOF 1 \"\" \"" + program.name() + " " + Version.current() + "\"");
    line(".SH NAME");
    line("trailproof \\- prove that an IAM policy change raises an alarm that reaches somebody");
    line(".SH SYNOPSIS");
    for (picocli.CommandLine command : program.subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      line(".B trailproof " + text(name(spec)));
      line("[\\fIoptions\\fR]" + words(spec));
      line(".br");
    }
    line(".SH DESCRIPTION");
    line(
        "Reads Terraform plans in JSON and CloudFormation templates, and proves before anything is"
            + " provisioned that an event sets off an alarm that somebody hears; or it names the"
            + " first link that breaks, or what the input does not tell.");
    line(".SH COMMANDS");
    for (picocli.CommandLine command : program.subcommands().values()) {
      command(command.getCommandSpec());
    }
    line(".SH EXIT STATUS");
    page.append(EXIT_STATUS);
    line(".SH ENVIRONMENT");
    page.append(ENVIRONMENT);
  }

  private void command(CommandSpec command) {
    line(".SS trailproof " + text(name(command)));
    line(text(String.join(" ", command.usageMessage().header())));
    for (PositionalParamSpec words : command.positionalParameters()) {
      item("\\fI" + text(words.paramLabel()) + "\\fR", words.description());
    }
    for (OptionSpec option : command.options()) {
      String names =
          Stream.of(option.names())
              .map(name -> "\\fB" + text(name) + "\\fR")
              .collect(Collectors.joining(", "));
      String value = option.arity().max() == 0 ? "" : " \\fI" + text(option.paramLabel()) + "\\fR";
      item(names + value, option.description());
    }
  }

  private void item(String tag, String[] description) {
    line(".TP");
    line(tag);
    line(text(String.join(" ", description)));
  }

  private static String words(CommandSpec command) {
    return command.positionalParameters().stream()
        .map(words -> " \\fI" + text(words.paramLabel()) + "\\fR")
        .collect(Collectors.joining());
  }

  /** The word by which a command is called. */
  private static String name(CommandSpec command) {
    return command.name().substring(command.name().lastIndexOf(' ') + 1);
  }

  /** Plain text; a dash is one that can be copied, and no line is taken for a request. */
  private static String text(String plain) {
    String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
