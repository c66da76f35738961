package io.trailproof.rule.choice;

import io.trailproof.rule.Rule;
import java.util.List;

/** What comes of a word that asks for rules. */
public sealed interface Answer {
  /**
   * Some rules.
   *
   * @param rules at least one; those of a control with the controls that are asked for
   */
  record Chosen(List<Rule> rules) implements Answer {
    public Chosen {
      rules = List.copyOf(rules);
    }
  }

  /** A word that asks for nothing that there is. */
  record Misnamed(String message, String help) implements Answer {}
}
