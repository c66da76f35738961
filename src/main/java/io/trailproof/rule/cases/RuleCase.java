package io.trailproof.rule.cases;

import io.trailproof.graph.Resource;
import io.trailproof.rule.Verdict;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One case of a rule's test file: resources in canonical words, and what must come of them.
 *
 * @param comparedWith the verdict of the rule that this one is compared with
 * @param broken the requirement that must break; empty where none is named
 * @param missing the events that must get away
 */
public record RuleCase(
    String name,
    List<Resource> given,
    Verdict verdict,
    Optional<Verdict> comparedWith,
    Optional<String> broken,
    Optional<List<String>> missing,
    Span span) {
  public RuleCase {
    given = List.copyOf(given);
  }
}
