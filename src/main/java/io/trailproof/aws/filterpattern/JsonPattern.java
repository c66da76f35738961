package io.trailproof.aws.filterpattern;

import io.trailproof.json.Json;
import io.trailproof.json.ParsedJson;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.function.Function;

/** {@code { ... }}: conditions on the fields of a JSON object. */
public record JsonPattern(JsonExpression expression) implements FilterPattern {
  /**
   * A message that is no JSON object never matches, not even {@code NOT EXISTS} (recorded,
   * filter-patterns §2.1).
   */
  @Override
  public Truth matches(String message) {
    ParsedJson text = Json.read(message);
    if (text.value() == null) {
      return text.tooDeep() ? Truth.UNKNOWN : Truth.NO;
    }
    return matches(text.value());
  }

  @Override
  public Truth matches(Json record) {
    return record instanceof Json.Obj object ? expression.matches(object) : Truth.NO;
  }

  @Override
  public List<JsonExpression.Test> tests() {
    return expression.tests();
  }

  @Override
  public List<String> undocumented() {
    return expression.undocumented();
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
