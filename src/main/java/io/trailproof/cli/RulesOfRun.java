package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.configuration.NameableRules;
import io.trailproof.input.configuration.StatedFolder;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Rule;
import io.trailproof.rule.own.OwnFolder;
import io.trailproof.rule.own.OwnRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The rules that there are in a run, bundled and of folders of users' own, and those of them that
 * it checks. The folders of the command line go before those of a configuration.
 */
final class RulesOfRun {
  private final Wiring wiring;
  private final CheckOptions options;
  private final ParseResult parsed;
  private Optional<OwnRules> own = Optional.empty();

  RulesOfRun(Wiring wiring, CheckOptions options, ParseResult parsed) {
    this.wiring = wiring;
    this.options = options;
    this.parsed = parsed;
  }

  /** Those that a configuration may name which names some folders. */
  NameableRules with(List<StatedFolder> stated) {
    List<OwnFolder> folders = new ArrayList<>();
    options.ruleFolders().forEach(name -> folders.add(new OwnFolder(name, Optional.empty())));
    if (folders.isEmpty()) {
      stated.forEach(one -> folders.add(new OwnFolder(one.name(), Optional.of(one.span()))));
    }
    OwnRules read = wiring.ownRules(folders);
    own = Optional.of(read);
    return new NameableRules(otherWays(), read.diagnostics().isEmpty());
  }

  /**
   * Reads what no configuration asked for, and refuses names that the command line has of nothing.
   *
   * @return why the run cannot know its rules; empty if it does
   */
  List<Diagnostic> settle(Configuration configuration) {
    if (own.isEmpty()) {
      with(List.of());
    }
    List<Diagnostic> broken = new ArrayList<>(own.orElseThrow().diagnostics());
    boolean mayLack = !configuration.isRead() && options.ruleFolders().isEmpty();
    if (!broken.isEmpty() || (mayLack && !unknown().isEmpty())) {
      broken.addAll(configuration.diagnostics());
      return broken;
    }
    for (String id : unknown()) {
      throw refused("there is no rule `" + id + "`; " + DidYouMean.help(id, ids()));
    }
    Set<String> known = new LinkedHashSet<>(Set.of(CountingWays.ALL));
    otherWays().values().forEach(known::addAll);
    for (String way : options.ways()) {
      if (!known.contains(way)) {
        throw refused("no rule has another way `" + way + "`; " + DidYouMean.help(way, known));
      }
    }
    return List.of();
  }

  private ParameterException refused(String why) {
    return new ParameterException(parsed.commandSpec().commandLine(), why);
  }

  private List<String> ids() {
    return all().stream().map(Rule::id).toList();
  }

  private List<String> unknown() {
    List<String> known = ids();
    return options.rules().stream().filter(id -> !known.contains(id)).toList();
  }

  /** All that there are. */
  List<Rule> all() {
    List<Rule> all = new ArrayList<>(wiring.rules());
    own.ifPresent(some -> all.addAll(some.rules()));
    return all;
  }

  /** Those that the command line names; else those that are on. */
  List<Rule> chosen() {
    return all().stream()
        .filter(
            options.rules().isEmpty()
                ? Rule::byDefault
                : rule -> options.rules().contains(rule.id()))
        .toList();
  }

  /** The files of own rules. */
  List<String> files() {
    return own.map(OwnRules::files).orElse(List.of());
  }

  /** The ways of each rule that count only where they are let. */
  private Map<String, List<String>> otherWays() {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    for (Rule rule : all()) {
      ways.put(rule.id(), rule.ways().besides().stream().map(Chain::way).toList());
    }
    return ways;
  }
}
