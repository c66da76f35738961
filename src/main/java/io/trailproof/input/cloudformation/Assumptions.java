package io.trailproof.input.cloudformation;

import io.trailproof.graph.Answer;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a world takes for granted; the world without assumptions is the template as it stands. */
record Assumptions(List<Assumption> taken) {
  static final Assumptions NONE = new Assumptions(List.of());

  Assumptions {
    taken = List.copyOf(taken);
  }

  Assumptions with(Assumption assumption) {
    List<Assumption> more = new ArrayList<>(taken);
    more.add(assumption);
    return new Assumptions(more);
  }

  /** The text a symbol has in this world, if it is settled. */
  Optional<String> text(Value.Symbol symbol) {
    return taken.stream()
        .filter(Assumption.Is.class::isInstance)
        .map(Assumption.Is.class::cast)
        .filter(is -> Rendering.same(is.symbol(), symbol))
        .map(Assumption.Is::text)
        .findFirst();
  }

  /** True if a symbol certainly has another text in this world. */
  boolean excludes(Value.Symbol symbol, String text) {
    return taken.stream()
        .filter(Assumption.IsNot.class::isInstance)
        .map(Assumption.IsNot.class::cast)
        .anyMatch(not -> not.text().equals(text) && Rendering.same(not.symbol(), symbol));
  }

  /**
   * Whether two values are the same in this world, if that follows from what was assumed: what
   * equals one text does not equal another.
   */
  Optional<Boolean> same(Value left, Value right) {
    Optional<Boolean> answer = Optional.empty();
    for (Assumption assumption : taken) {
      if (assumption instanceof Assumption.Equal equal && Rendering.same(equal.left(), left)) {
        if (Rendering.same(equal.right(), right)) {
          return Optional.of(equal.same());
        }
        if (equal.same() && equal.right().isKnown() && right.isKnown()) {
          answer = Optional.of(false);
        }
      }
    }
    return answer;
  }

  /** All of them in one line. */
  List<Answer> answers() {
    return taken.stream()
        .map(assumption -> new Answer(assumption.question(), assumption.words()))
        .toList();
  }
}
