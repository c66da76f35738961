package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.configuration.ConfigurationError;
import io.trailproof.input.configuration.ConfigurationFile;
import io.trailproof.input.configuration.NameableRules;
import io.trailproof.input.configuration.RenamedRule;
import io.trailproof.input.configuration.RuleSettings;
import io.trailproof.input.configuration.StatedDeployment;
import io.trailproof.input.configuration.StatedFolder;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Rule;
import io.trailproof.rule.choice.Answer;
import io.trailproof.rule.choice.RuleChoice;
import io.trailproof.rule.own.OwnFolder;
import io.trailproof.rule.own.OwnRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that there are in a run, bundled and of folders of users' own, and those of them that
 * it checks. The folders of the command line go before those of a configuration.
 */
final class RulesOfRun {
  private final Wiring wiring;
  private final CheckOptions options;
  private Optional<OwnRules> own = Optional.empty();
  private Configuration configuration = Configuration.NONE;

  RulesOfRun(Wiring wiring, CheckOptions options) {
    this.wiring = wiring;
    this.options = options;
  }

  /** Those that a configuration may name which names some folders. */
  NameableRules with(List<StatedFolder> stated) {
    List<OwnFolder> folders = new ArrayList<>();
    options.ruleFolders().forEach(name -> folders.add(OwnFolder.named(name)));
    if (folders.isEmpty()) {
      stated.forEach(one -> folders.add(OwnFolder.stated(one.name(), one.span())));
    }
    OwnRules read = wiring.ownRules(folders);
    own = Optional.of(read);
    RuleChoice choice = choice();
    Map<String, NameableRules.Nameable> nameable = new LinkedHashMap<>();
    for (Rule rule : all()) {
      Map<String, List<String>> parameters = new LinkedHashMap<>();
      rule.parameters()
          .forEach(
              (requirement, some) ->
                  parameters.put(requirement, some.stream().map(Parameter::name).toList()));
      nameable.put(
          rule.id(),
          new NameableRules.Nameable(rule.isInformational(), otherWays(rule), parameters));
    }
    return new NameableRules(
        nameable,
        choice::ids,
        choice::renamed,
        word ->
            choice.of(word) instanceof Answer.Misnamed wrong
                ? Optional.of(new NameableRules.Refusal(wrong.message(), wrong.help()))
                : Optional.empty(),
        read.diagnostics().isEmpty());
  }

  /**
   * Reads what no configuration asked for, and refuses names that the command line has of nothing.
   *
   * @return why the run cannot know its rules; empty if it does
   */
  List<Diagnostic> settle(Configuration stated) {
    configuration = stated;
    if (asksForNone()) {
      return List.of();
    }
    if (own.isEmpty()) {
      with(List.of());
    }
    List<Diagnostic> broken = new ArrayList<>(own.orElseThrow().diagnostics());
    List<Answer.Misnamed> misnamed = misnamed();
    boolean mayLack = !configuration.isRead() && options.ruleFolders().isEmpty();
    if (!broken.isEmpty() || (mayLack && !misnamed.isEmpty())) {
      broken.addAll(configuration.diagnostics());
      return broken;
    }
    for (Answer.Misnamed wrong : misnamed) {
      throw refused(wrong.message() + "; " + wrong.help());
    }
    Set<String> known = new LinkedHashSet<>(Set.of(CountingWays.ALL));
    all().forEach(rule -> known.addAll(otherWays(rule)));
    for (String way : options.ways()) {
      if (!known.contains(way)) {
        throw refused("no rule has another way `" + way + "`; " + DidYouMean.help(way, known));
      }
    }
    return chosen().isEmpty() && configuration.isRead()
        ? List.of(
            ConfigurationError.NOTHING_ON.of(configuration.file().orElse(ConfigurationFile.FILE)))
        : List.of();
  }

  private Misuse refused(String why) {
    return new Misuse(why);
  }

  private List<Answer.Misnamed> misnamed() {
    return named().stream()
        .filter(Answer.Misnamed.class::isInstance)
        .map(Answer.Misnamed.class::cast)
        .toList();
  }

  /** What comes of the words of the command line. */
  private List<Answer> named() {
    RuleChoice choice = choice();
    return Stream.concat(
            options.rules().stream().map(choice::ofId),
            options.controls().stream().map(choice::ofControl))
        .toList();
  }

  private RuleChoice choice() {
    return wiring.choice(all());
  }

  /** All that there are. */
  List<Rule> all() {
    if (asksForNone()) {
      return wiring.rulesByDefault(); // a start that names no rules reads no others
    }
    List<Rule> all = new ArrayList<>(wiring.rules());
    own.ifPresent(some -> all.addAll(some.rules()));
    return all;
  }

  /** Those that the command line names; else those that are on. */
  List<Rule> chosen() {
    return isNamed()
        ? choice().together(named())
        : all().stream()
            .filter(rule -> configuration.settings(rule.id()).on().orElse(rule.byDefault()))
            .toList();
  }

  /** Those that a deployment is asked for, where the command line names none. */
  List<Rule> chosen(StatedDeployment deployment) {
    if (isNamed() || deployment.rules().isEmpty()) {
      return chosen();
    }
    RuleChoice choice = choice();
    return choice.together(deployment.rules().stream().map(choice::of).toList());
  }

  /** True if nothing that anybody wrote is about rules. */
  private boolean asksForNone() {
    return !isNamed()
        && own.isEmpty()
        && options.ruleFolders().isEmpty()
        && options.ways().isEmpty()
        && configuration.file().isEmpty();
  }

  private boolean isNamed() {
    return !options.rules().isEmpty() || !options.controls().isEmpty();
  }

  /** What is to be known of the words of the command line. */
  List<Diagnostic> notes() {
    if (options.rules().isEmpty()) {
      return List.of(); // a choice reads all rules, and a start is not to
    }
    RuleChoice choice = choice();
    return options.rules().stream()
        .flatMap(
            word ->
                choice.renamed(word).stream()
                    .map(now -> RenamedRule.RENAMED.of("--rule", word, now)))
        .toList();
  }

  /** What the configuration sets of rules; what is named goes before what it switches off. */
  CheckResult.RulesSet set() {
    int off = 0;
    int severities = 0;
    int parameters = 0;
    for (Rule rule : all()) {
      RuleSettings settings = configuration.settings(rule.id());
      boolean isOff = rule.byDefault() && !settings.on().orElse(true);
      off += isOff && !isNamed() ? 1 : 0;
      severities += settings.severity().filter(one -> one != rule.severity()).isPresent() ? 1 : 0;
      parameters += settings.parameters().values().stream().mapToInt(Map::size).sum();
    }
    return new CheckResult.RulesSet(off, severities, parameters);
  }

  /** The files of own rules. */
  List<String> files() {
    return own.map(OwnRules::files).orElse(List.of());
  }

  /** The ways of a rule that count only where they are let. */
  private static List<String> otherWays(Rule rule) {
    return rule.ways().besides().stream().map(Chain::way).toList();
  }
}
