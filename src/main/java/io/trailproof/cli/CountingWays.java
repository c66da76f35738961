package io.trailproof.cli;

import io.trailproof.input.configuration.Configuration;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Which ways count in a run beside those that the rules' controls ask for: what the command line
 * lets, for every rule that has it, and what the configuration that counts lets for a rule. What
 * judges for a control takes the rules as they are, by the way that is asked for alone.
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
    List<String> names = new ArrayList<>(configuration.ways(rule.id()));
    names.addAll(
        named.contains(ALL) ? rule.ways().besides().stream().map(Chain::way).toList() : named);
    return rule.letting(names);
  }
}
