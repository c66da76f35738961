package io.trailproof.input.cloudformation;

import io.trailproof.graph.Value;

/**
 * One thing taken for granted in a world; sealed, since only these decide an {@code Fn::Equals}.
 */
sealed interface Assumption {
  /** What is taken for granted, in the user's words. */
  String words();

  /** What it answers, the same for either answer. */
  String question();

  /** A symbol has this text. */
  record Is(Value.Symbol symbol, String text) implements Assumption {
    @Override
    public String words() {
      return Rendering.subject(symbol) + " is " + Rendering.quoted(text);
    }

    @Override
    public String question() {
      return words();
    }
  }

  /** A symbol has some other text. */
  record IsNot(Value.Symbol symbol, String text) implements Assumption {
    @Override
    public String words() {
      return Rendering.subject(symbol) + " is not " + Rendering.quoted(text);
    }

    @Override
    public String question() {
      return new Is(symbol, text).words();
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

    @Override
    public String question() {
      return new Equal(left, right, true).words();
    }
  }
}
