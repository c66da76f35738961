package io.trailproof.rule;

import io.trailproof.rule.Relation.Judged;
import java.util.List;
import java.util.Map;

/**
 * One thing that must hold at a link, under an id that can be documented and suppressed.
 *
 * @param message with placeholders in braces, which the checker fills
 * @param shared what helps instead where the resource serves something else as well
 * @param facts the numbers of the facts about AWS that it rests on
 */
public record Requirement(
    String id,
    Condition condition,
    String message,
    List<String> help,
    List<String> shared,
    List<String> facts) {
  public Requirement {
    help = List.copyOf(help);
    shared = List.copyOf(shared);
    facts = List.copyOf(facts);
  }

  /** Judges it for the events of a kind. */
  public ByEvent<Judged> ask(Step step, EventKind kind) {
    return condition.ask(step, kind).map(judgement -> new Judged(this, judgement));
  }

  /** The same, with the words of a rule in the blanks of its chain. */
  Requirement filled(Blanks blanks) {
    return new Requirement(id, condition.filled(blanks), message, help, shared, facts);
  }

  /** The same, where its predicate takes these arguments beside its own. */
  Requirement with(Map<String, String> arguments) {
    return new Requirement(id, condition.with(arguments), message, help, shared, facts);
  }

  /** One that nobody tests: what it says is known from the search itself. */
  public static Requirement said(String id, String message, List<String> help, List<String> facts) {
    return new Requirement(id, new Condition.Said(), message, help, List.of(), facts);
  }
}
