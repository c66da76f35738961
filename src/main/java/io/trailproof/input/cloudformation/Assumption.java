package io.trailproof.input.cloudformation;

import io.trailproof.graph.Value;

/**
 * One thing taken for granted in a world; sealed, since only these decide an {@code Fn::Equals}.
 */
sealed interface Assumption {
  /** What is taken for granted, in the user's words. */
  String words();

  /** A symbol has this text. */
  record Is(Value.Symbol symbol, String text) implements Assumption {
    @Override
    public String words() {
      return Rendering.subject(symbol) + " is " + Rendering.quoted(text);
    }
  }

  /** A symbol has some other text. */
  record IsNot(Value.Symbol symbol, String text) implements Assumption {
    @Override
    public String words() {
      return Rendering.subject(symbol) + " is not " + Rendering.quoted(text);
    }
  }

  /** Two texts that are not known are the same, or are not. */
  record Equal(Value left, Value right, boolean same) implements Assumption {
    @Override
    public String words() {
      return "`"
          + Rendering.words(left)
          + (same ? "` equals `" : "` does not equal `")
          + Rendering.words(right)
          + "`";
    }
  }
}
