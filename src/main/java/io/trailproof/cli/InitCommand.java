package io.trailproof.cli;

import io.trailproof.check.Checker;
import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.Declared;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.FormatOption;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.configuration.ConfigurationDraft;
import io.trailproof.input.configuration.ConfigurationDraft.Group;
import io.trailproof.input.configuration.ConfigurationFile;
import io.trailproof.input.configuration.NewConfiguration;
import io.trailproof.input.opening.Inventory;
import io.trailproof.report.TextReport;
import io.trailproof.rule.Rule;
import io.trailproof.source.PathName;
import io.trailproof.starter.Starter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** {@code trailproof init}: writes what a user would otherwise begin from nothing. */
final class InitCommand implements Command {
  private static final String CONFIG = "config";

  @Override
  public String name() {
    return "init";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof init",
            "Writes what one would otherwise begin from nothing: a trailproof.yaml for the inputs"
                + " below the current folder, or a whole chain that proves.",
            "Exit codes: 0 written, 2 usage, 3 there is one already, or nothing to write it for, 70"
                + " internal error.");
    usage.words(
        "WHAT",
        Usage.Count.ONE_OR_NONE,
        "config: the file that states what belongs together; terraform, cloudformation: a chain in"
            + " one file, from trail to subscription; what follows is for these two");
    StarterInit.options(usage);
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String what = arguments.word(0).orElse("");
    Optional<Starter> starter = Starter.of(what);
    if (starter.isPresent()) {
      return new StarterInit(starter.get(), arguments, terminal).run();
    }
    if (!what.equals(CONFIG)) {
      String those = "say `config`, `terraform` or `cloudformation`";
      throw new Misuse(
          (what.isEmpty() ? "nothing to write is named" : "there is no `" + what + "` to write")
              + "; "
              + those);
    }
    arguments.options().keySet().stream()
        .findFirst()
        .ifPresent(
            option -> {
              throw new Misuse(
                  "`" + option + "` is for `terraform` and `cloudformation`, not for `config`");
            });
    return config(terminal);
  }

  private static ExitCode config(Terminal terminal) {
    Optional<Diagnostic> refusal = NewConfiguration.refusal();
    if (refusal.isPresent()) {
      return refused(List.of(refusal.get()), terminal);
    }
    Wiring wiring = new Wiring();
    Inventory inventory;
    try (Progress progress = new Progress(terminal, false, System::nanoTime)) {
      inventory = Inventory.below(PathName.HERE, formats(wiring), progress);
    }
    if (inventory.groups().isEmpty()) {
      return refused(
          inventory.diagnostics().isEmpty()
              ? List.of(InputError.NOTHING_TO_CHECK.of("."))
              : inventory.diagnostics(),
          terminal);
    }
    List<Group> groups =
        ConfigurationDraft.distinct(
            inventory.groups().stream().map(one -> group(one, wiring)).toList());
    Optional<Diagnostic> failure = NewConfiguration.write(ConfigurationDraft.of(groups));
    if (failure.isPresent()) {
      return refused(List.of(failure.get()), terminal);
    }
    say(groups, inventory, terminal);
    return ExitCode.PROVEN;
  }

  private static List<InputFormat> formats(Wiring wiring) {
    return wiring.formats(FormatOption.Given.NONE).value().orElseThrow();
  }

  /** What cannot be read may be about anything. */
  private static Group group(Inventory.Group found, Wiring wiring) {
    Outcome<DeploymentGraphs> read =
        new DeploymentReader(wiring.catalog(), new Declared(List.of()))
            .read(
                found.files().files(),
                List.of(),
                new ReadSettings(Optional.empty(), Optional.empty()));
    boolean isAbout =
        read.diagnostics().stream().anyMatch(Diagnostic::isError)
            || wiring.rules().stream()
                .filter(Rule::byDefault)
                .anyMatch(
                    rule ->
                        new Checker(wiring.catalog()).isAbout(rule, read.value().orElseThrow()));
    return new Group(found.paths(), isAbout);
  }

  private static void say(List<Group> groups, Inventory inventory, Terminal terminal) {
    long about = groups.stream().filter(Group::isAbout).count();
    terminal
        .out()
        .append("wrote `")
        .append(ConfigurationFile.FILE)
        .append("`: ")
        .append(groups.size() == 1 ? "1 deployment" : groups.size() + " deployments")
        .append(about == groups.size() ? "" : ", of which " + about + " must be proven")
        .append("; `trailproof check` judges what it states\n");
    if (!inventory.diagnostics().isEmpty()) {
      terminal
          .err()
          .println(
              "not listed, since they cannot be read: "
                  + inventory.diagnostics().stream().map(Diagnostic::input).distinct().count()
                  + " files; `trailproof check .` says why");
    }
  }

  private static ExitCode refused(List<Diagnostic> why, Terminal terminal) {
    try {
      new TextReport(terminal.style(Terminal.Colour.NEVER, false), true)
          .write(CheckResult.of(why), terminal.err());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.UNREADABLE;
  }
}
