package io.trailproof.aws.filterpattern;

import java.util.List;
import java.util.function.Function;

/** {@code { ... }}: conditions on the fields of a JSON object. */
public record JsonPattern(Expression expression) implements FilterPattern {
  /**
   * A message that is no JSON object never matches, not even {@code NOT EXISTS} (recorded, §2.1).
   */
  @Override
  public Match matches(String message) {
    JsonText text = Json.read(message);
    if (text.value() == null) {
      return text.tooDeep() ? Match.UNKNOWN : Match.NO;
    }
    return matches(text.value());
  }

  @Override
  public Match matches(Json record) {
    return record instanceof Json.Obj object ? expression.matches(object) : Match.NO;
  }

  @Override
  public List<Expression.Test> tests() {
    return expression.tests();
  }

  @Override
  public String print() {
    return "{" + expression.print() + "}";
  }

  @Override
  public <R> R match(
      Function<JsonPattern, R> json,
      Function<SpacePattern, R> space,
      Function<TermPattern, R> terms,
      Function<RegexPattern, R> regex,
      Function<EmptyPattern, R> empty) {
    return json.apply(this);
  }
}
