package io.trailproof.aws.eventselector;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of a trail as far as the input shows it: its value, that it has none, or why neither can
 * be told.
 *
 * <p>Sealed, because every reader has to say what it makes of each of the three.
 */
public sealed interface Part<T> {

  /** The part has this value. */
  record Known<T>(T value) implements Part<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return known.apply(value);
    }
  }

  /** The part is not set. */
  record Unset<T>() implements Part<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return unset.get();
    }
  }

  /**
   * The part may have any value or none, because of {@code why}, such as "known only after apply".
   */
  record Unknown<T>(String why) implements Part<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return unknown.apply(why);
    }
  }

  static <T> Part<T> known(T value) {
    return new Known<>(value);
  }

  static <T> Part<T> unset() {
    return new Unset<>();
  }

  static <T> Part<T> unknown(String why) {
    return new Unknown<>(why);
  }

  /** The result of the function for the case at hand. */
  <R> R match(
      Function<? super T, ? extends R> known,
      Supplier<? extends R> unset,
      Function<? super String, ? extends R> unknown);

  /** The value, or {@code otherwise} if there is none to be seen. */
  default T orElse(T otherwise) {
    return match(value -> value, () -> otherwise, why -> otherwise);
  }

  default boolean isUnknown() {
    return match(value -> false, () -> false, why -> true);
  }

  /** Whether it equals a value; what is not set equals {@code byDefault}. */
  default Answer is(T value, T byDefault) {
    return match(
        mine -> Answer.of(mine.equals(value)),
        () -> Answer.of(byDefault.equals(value)),
        why -> Answer.UNKNOWN);
  }
}
