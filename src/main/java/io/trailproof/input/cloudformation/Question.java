package io.trailproof.input.cloudformation;

import io.trailproof.graph.Value;
import java.util.List;

/** A comparison that the template leaves open, and the two answers it can have. */
record Question(Assumption yes, Assumption no) {
  static Question text(Value.Symbol symbol, String text) {
    return new Question(new Assumption.Is(symbol, text), new Assumption.IsNot(symbol, text));
  }

  static Question same(Value left, Value right) {
    return new Question(
        new Assumption.Equal(left, right, true), new Assumption.Equal(left, right, false));
  }

  List<Assumption> answers() {
    return List.of(yes, no);
  }
}
