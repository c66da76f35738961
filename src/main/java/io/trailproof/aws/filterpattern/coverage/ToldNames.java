package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of the calls that some records are about: the service, the name, or both. Most
 * patterns ask for no more, and are decided for such records by this alone, without a search.
 */
record ToldNames(Json.Obj names) {
  private static final String SOURCE = "eventSource";
  private static final String NAME = "eventName";

  /** Records of one call. */
  static ToldNames of(String source, String name) {
    return new ToldNames(
        new Json.Obj(Map.of(SOURCE, new Json.Str(source), NAME, new Json.Str(name))));
  }

  /** The field of a name that a selector leads to, if it leads to one. */
  static Optional<String> field(Selector selector) {
    List<Selector.PathStep> steps = selector.steps();
    return steps.size() == 1
            && steps.get(0) instanceof Selector.PathStep.Key key
            && (key.name().equals(NAME) || key.name().equals(SOURCE))
        ? Optional.of(key.name())
        : Optional.empty();
  }

  /** True if a pattern compares nothing but what is told, with a text each. */
  boolean tellAll(JsonPattern pattern) {
    for (JsonExpression.Test test : pattern.tests()) {
      Optional<String> field = field(test.selector());
      if (test.constant().isEmpty()
          || field.isEmpty()
          || !names.members().containsKey(field.get())) {
        return false;
      }
    }
    return pattern.undocumented().isEmpty();
  }

  /** True if none of the records matches, for certain. */
  boolean ruleOut(JsonExpression expression) {
    return answer(expression) == Truth.NO;
  }

  /** True if every one of them matches, for certain. */
  boolean settle(JsonExpression expression) {
    return answer(expression) == Truth.YES;
  }

  /** Unknown where it hangs on more than the names. */
  private Truth answer(JsonExpression expression) {
    return expression.match(this::anyOf, this::allOf, this::one, undocumented -> Truth.UNKNOWN);
  }

  private Truth anyOf(JsonExpression.Or or) {
    Truth any = Truth.NO;
    for (JsonExpression one : or.alternatives()) {
      any = any.or(answer(one));
      if (any == Truth.YES) {
        return any;
      }
    }
    return any;
  }

  private Truth allOf(JsonExpression.And and) {
    Truth all = Truth.YES;
    for (JsonExpression one : and.conditions()) {
      all = all.and(answer(one));
      if (all == Truth.NO) {
        return all;
      }
    }
    return all;
  }

  private Truth one(JsonExpression.Test test) {
    Optional<String> field = field(test.selector());
    return field.isPresent() && names.members().containsKey(field.get())
        ? test.matches(names)
        : Truth.UNKNOWN;
  }
}
