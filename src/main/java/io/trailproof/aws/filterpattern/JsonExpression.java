package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a JSON pattern says between its braces. There is no negation in the language. */
public sealed interface JsonExpression {
  Range at();

  Truth matches(Json.Obj root);

  String print();

  /** The single conditions, in the order of the text. */
  default List<Test> tests() {
    return match(
        or -> or.alternatives().stream().flatMap(e -> e.tests().stream()).toList(),
        and -> and.conditions().stream().flatMap(e -> e.tests().stream()).toList(),
        test -> List.of(test),
        undocumented -> List.of());
  }

  /** What is not read exactly, in the order of the text. */
  default List<String> undocumented() {
    return match(
        or -> or.alternatives().stream().flatMap(e -> e.undocumented().stream()).toList(),
        and -> and.conditions().stream().flatMap(e -> e.undocumented().stream()).toList(),
        test -> List.of(),
        undocumented -> undocumented.text().isEmpty() ? List.of() : List.of(undocumented.text()));
  }

  <R> R match(
      Function<Or, R> or,
      Function<And, R> and,
      Function<Test, R> test,
      Function<Undocumented, R> undocumented);

  /** At least two alternatives. */
  record Or(List<JsonExpression> alternatives, Range at) implements JsonExpression {
    public Or {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public Truth matches(Json.Obj root) {
      Truth any = Truth.NO;
      for (JsonExpression alternative : alternatives) {
        any = any.or(alternative.matches(root));
      }
      return any;
    }

    @Override
    public String print() {
      return alternatives.stream()
          .map(e -> e instanceof Or ? "(" + e.print() + ")" : e.print())
          .collect(Collectors.joining("||"));
    }

    @Override
    public <R> R match(
        Function<Or, R> or,
        Function<And, R> and,
        Function<Test, R> test,
        Function<Undocumented, R> undocumented) {
      return or.apply(this);
    }
  }

  /** At least two conditions. */
  record And(List<JsonExpression> conditions, Range at) implements JsonExpression {
    public And {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Truth matches(Json.Obj root) {
      Truth all = Truth.YES;
      for (JsonExpression condition : conditions) {
        all = all.and(condition.matches(root));
      }
      return all;
    }

    @Override
    public String print() {
      return conditions.stream()
          .map(e -> e instanceof Or || e instanceof And ? "(" + e.print() + ")" : e.print())
          .collect(Collectors.joining("&&"));
    }

    @Override
    public <R> R match(
        Function<Or, R> or,
        Function<And, R> and,
        Function<Test, R> test,
        Function<Undocumented, R> undocumented) {
      return and.apply(this);
    }
  }

  /**
   * One condition on what one selector leads to.
   *
   * @param spelling the keywords as written if their spelling has an unknown effect; empty
   *     otherwise
   */
  record Test(Selector selector, NodeCondition condition, String spelling, Range at)
      implements JsonExpression {
    @Override
    public Truth matches(Json.Obj root) {
      if (isDoubtful()) {
        return Truth.UNKNOWN;
      }
      return selector.wildcards() == 0
          ? condition.on(selector.resolve(root))
          : condition.among(selector.holder(root), selector.select(root));
    }

    /** True if it is not known what the service makes of it, whatever the record. */
    public boolean isDoubtful() {
      return !spelling.isEmpty() || !selector.doubt().isEmpty();
    }

    /** The text that it asks for, if it asks for exactly one. */
    public Optional<String> constant() {
      if (condition instanceof NodeCondition.TextIn textIn) {
        return textIn.inside() && textIn.set() instanceof TextSet.ExactText exact
            ? Optional.of(exact.text())
            : Optional.empty();
      }
      if (isDoubtful()
          || !(condition instanceof NodeCondition.Compare compare)
          || !compare.equal()) {
        return Optional.empty();
      }
      return compare
          .value()
          .match(
              number -> Optional.of(number.text()),
              text ->
                  text.text().indexOf('*') < 0 && text.doubt().isEmpty()
                      ? Optional.of(text.text())
                      : Optional.empty(),
              regex -> Optional.empty());
    }

    @Override
    public String print() {
      return selector.print() + (spelling.isEmpty() ? condition.print() : " " + spelling);
    }

    @Override
    public <R> R match(
        Function<Or, R> or,
        Function<And, R> and,
        Function<Test, R> test,
        Function<Undocumented, R> undocumented) {
      return test.apply(this);
    }
  }

  /**
   * Something of which nobody knows what the service makes of it: nothing between the braces
   * (filter-patterns §8), or what a query asks in a way that is not read exactly (F233).
   *
   * @param text as written; empty for nothing
   */
  record Undocumented(String text, Range at) implements JsonExpression {
    @Override
    public Truth matches(Json.Obj root) {
      return Truth.UNKNOWN;
    }

    @Override
    public String print() {
      return text;
    }

    @Override
    public <R> R match(
        Function<Or, R> or,
        Function<And, R> and,
        Function<Test, R> test,
        Function<Undocumented, R> undocumented) {
      return undocumented.apply(this);
    }
  }
}
