package io.trailproof.aws.filterpattern;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.function.Function;

/**
 * A filter pattern that the service accepts, as far as is known; closed because the language has
 * five forms.
 */
public sealed interface FilterPattern
    permits JsonPattern, SpacePattern, TermPattern, RegexPattern, EmptyPattern {
  /** Characters that a pattern may have (PutMetricFilter). */
  int MAX_LENGTH = 1_024;

  /** Reads a pattern as the service would receive it. */
  static Parsed parse(String text) {
    return PatternParser.parse(text);
  }

  /** Whether the raw message of a log event matches. */
  Truth matches(String message);

  /** Whether a record matches, written without blanks where its text matters. */
  default Truth matches(Json record) {
    return matches(record.print());
  }

  /**
   * The single conditions of a JSON pattern, in the order of its text; none for the other forms.
   */
  default List<JsonExpression.Test> tests() {
    return List.of();
  }

  /**
   * What of it is not read exactly, in the order of its text; a pattern has nothing of the kind.
   */
  default List<String> undocumented() {
    return List.of();
  }

  /** The shortest text that reads as this pattern. */
  String print();

  <R> R match(
      Function<JsonPattern, R> json,
      Function<SpacePattern, R> space,
      Function<TermPattern, R> terms,
      Function<RegexPattern, R> regex,
      Function<EmptyPattern, R> empty);
}
