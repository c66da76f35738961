package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.kleene.Truth;
import java.util.function.Function;

/** {@code %...%} alone: a regular expression searched for in the raw message. */
public record RegexPattern(Operand.RegularExpression expression, Range at)
    implements FilterPattern {
  @Override
  public Truth matches(String message) {
    return expression.equalTo(message);
  }

  @Override
  public String print() {
    return expression.print();
  }

  @Override
  public <R> R match(
      Function<JsonPattern, R> json,
      Function<SpacePattern, R> space,
      Function<TermPattern, R> terms,
      Function<RegexPattern, R> regex,
      Function<EmptyPattern, R> empty) {
    return regex.apply(this);
  }
}
