package io.trailproof.aws.alarm;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A property as far as the input shows it: its value, that it has none, or why neither can be told.
 *
 * <p>Sealed, because every reader has to say what it makes of each of the three.
 */
public sealed interface Setting<T> {

  /** The property has this value. */
  record Known<T>(T value) implements Setting<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return known.apply(value);
    }
  }

  /** The property is not set. */
  record Unset<T>() implements Setting<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return unset.get();
    }
  }

  /**
   * The property may have any value or none, because of {@code why}, such as "known only after
   * apply".
   */
  record Unknown<T>(String why) implements Setting<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return unknown.apply(why);
    }
  }

  static <T> Setting<T> known(T value) {
    return new Known<>(value);
  }

  static <T> Setting<T> unset() {
    return new Unset<>();
  }

  static <T> Setting<T> unknown(String why) {
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

  default boolean isKnown() {
    return match(value -> true, () -> false, why -> false);
  }

  default boolean isUnset() {
    return match(value -> false, () -> true, why -> false);
  }

  default boolean isUnknown() {
    return match(value -> false, () -> false, why -> true);
  }
}
