package io.trailproof.cli;

import io.trailproof.input.configuration.Configuration;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which ways count in a run beside those that the rules' controls ask for: what the command line
 * lets, for every rule that has it, and what the configuration that counts lets for a rule. A rule
 * that is asked for some of its controls is judged by the way that these ask for alone.
 */
final class CountingWays {
  /** Stands for all ways. */
  static final String ALL = "all";

  private final List<String> named;
  private final Configuration configuration;

  /**
   * The ways of a run.
   *
   * @param named what the command line lets count
   */
  CountingWays(List<String> named, Configuration configuration) {
    this.named = List.copyOf(named);
    this.configuration = configuration;
  }

  /** A rule as it is judged. */
  Rule of(Rule rule) {
    return rule.asked().isEmpty() ? rule.letting(names(rule)) : rule;
  }

  /** What is to be known of a rule for which other ways were let count, and do not. */
  Optional<Note> leftAside(Rule rule) {
    List<String> ways =
        rule.asked().isEmpty()
            ? List.of()
            : rule.ways().besides().stream().map(Chain::way).filter(names(rule)::contains).toList();
    return ways.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Note(
                "way-of-no-control",
                "`" + String.join("` and `", ways) + "` would count, but a control is asked for",
                configuration.file().orElse("--ways")));
  }

  private List<String> names(Rule rule) {
    List<String> names = new ArrayList<>(configuration.ways(rule.id()));
    names.addAll(
        named.contains(ALL) ? rule.ways().besides().stream().map(Chain::way).toList() : named);
    return names;
  }
}
