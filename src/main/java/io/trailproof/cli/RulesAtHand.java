package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.report.TextReport;
import io.trailproof.rule.Rule;
import io.trailproof.rule.choice.Answer;
import io.trailproof.rule.choice.RuleChoice;
import io.trailproof.rule.own.OwnFolder;
import io.trailproof.rule.own.OwnRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a command speaks of which checks nothing: the bundled ones, and those of folders
 * of users' own.
 *
 * @param broken why the folders cannot be read; empty if they can
 */
record RulesAtHand(List<Rule> rules, RuleChoice choice, List<Diagnostic> broken) {
  private static final String OPTION = "--rules";

  RulesAtHand {
    rules = List.copyOf(rules);
    broken = List.copyOf(broken);
  }

  /** The option that names the folders. */
  static void option(Usage usage) {
    usage.texts("FOLDER", "own rules beside the bundled ones: a folder, or a file", OPTION);
  }

  /** Those of a command line. */
  static RulesAtHand of(Arguments arguments) {
    Wiring wiring = new Wiring();
    return of(wiring, wiring.ownRules(folders(arguments)));
  }

  /** Those that were read. */
  static RulesAtHand of(Wiring wiring, OwnRules own) {
    List<Rule> all = new ArrayList<>(wiring.rules());
    all.addAll(own.rules());
    return new RulesAtHand(all, wiring.choice(all), own.diagnostics());
  }

  /** The folders that a command line names. */
  static List<OwnFolder> folders(Arguments arguments) {
    return arguments.texts(OPTION).stream().map(OwnFolder::named).toList();
  }

  /** The one of an id. */
  Rule named(String id) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Misuse(
                    "there is no rule `"
                        + id
                        + "`; "
                        + DidYouMean.help(id, rules.stream().map(Rule::id).toList())));
  }

  /** Says why the folders cannot be read. */
  ExitCode refuse(Terminal terminal) {
    try {
      new TextReport(terminal.bare(), true).write(CheckResult.of(broken), terminal.err());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a print stream keeps what goes wrong to itself
    }
    return ExitCode.UNREADABLE;
  }

  /** Those that some words for controls take, all if there are none. */
  List<Rule> serving(List<String> controls, Arguments arguments) {
    if (controls.isEmpty()) {
      return rules;
    }
    List<Answer> answers = controls.stream().map(choice::ofControl).toList();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Misnamed wrong) {
        throw new Misuse(wrong.message() + "; " + wrong.help());
      }
    }
    return choice.together(answers);
  }
}
