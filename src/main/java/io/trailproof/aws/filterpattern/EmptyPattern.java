package io.trailproof.aws.filterpattern;

import io.trailproof.kleene.Truth;
import java.util.function.Function;

/** The empty pattern: matches every message (documented and recorded, filter-patterns §1.1). */
public record EmptyPattern() implements FilterPattern {
  @Override
  public Truth matches(String message) {
    return Truth.YES;
  }

  @Override
  public String print() {
    return "";
  }

  @Override
  public <R> R match(
      Function<JsonPattern, R> json,
      Function<SpacePattern, R> space,
      Function<TermPattern, R> terms,
      Function<RegexPattern, R> regex,
      Function<EmptyPattern, R> empty) {
    return empty.apply(this);
  }
}
