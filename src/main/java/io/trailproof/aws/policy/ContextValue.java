package io.trailproof.aws.policy;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a request holds for a condition key. */
sealed interface ContextValue {

  /** A value, which may have holes. */
  record Present(PolicyText value) implements ContextValue {
    @Override
    public Answer match(
        Function<PolicyText, Answer> present, Supplier<Answer> missing, Supplier<Answer> open) {
      return present.apply(value);
    }
  }

  /** Nothing. */
  record Missing() implements ContextValue {
    @Override
    public Answer match(
        Function<PolicyText, Answer> present, Supplier<Answer> missing, Supplier<Answer> open) {
      return missing.get();
    }
  }

  /** Something or nothing, nobody knows. */
  record Open() implements ContextValue {
    @Override
    public Answer match(
        Function<PolicyText, Answer> present, Supplier<Answer> missing, Supplier<Answer> open) {
      return open.get();
    }
  }

  /** The result of the function for the case at hand. */
  Answer match(
      Function<PolicyText, Answer> present, Supplier<Answer> missing, Supplier<Answer> open);
}
