package io.trailproof.kleene;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value as far as the input shows it: the value, that it is not set, or why neither can be told.
 *
 * <p>Sealed, because every reader has to say what it makes of each of the three.
 */
public sealed interface Partial<T> {

  /** It has this value. */
  record Known<T>(T value) implements Partial<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return known.apply(value);
    }
  }

  /** It is not set. */
  record Unset<T>() implements Partial<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return unset.get();
    }
  }

  /** It may have any value or none, because of {@code why}, such as "known only after apply". */
  record Unknown<T>(String why) implements Partial<T> {
    @Override
    public <R> R match(
        Function<? super T, ? extends R> known,
        Supplier<? extends R> unset,
        Function<? super String, ? extends R> unknown) {
      return unknown.apply(why);
    }
  }

  /** The value is known. */
  static <T> Partial<T> known(T value) {
    return new Known<>(value);
  }

  /** There is certainly no value. */
  static <T> Partial<T> unset() {
    return new Unset<>();
  }

  /** Nothing is known, because of {@code why}. */
  static <T> Partial<T> unknown(String why) {
    return new Unknown<>(why);
  }

  /** The result of the function for the case at hand. */
  <R> R match(
      Function<? super T, ? extends R> known,
      Supplier<? extends R> unset,
      Function<? super String, ? extends R> unknown);

  /** The value, if it is known. */
  default Optional<T> toOptional() {
    return match(Optional::of, Optional::empty, why -> Optional.empty());
  }

  /** Why nothing can be told, if so. */
  default Optional<String> whyUnknown() {
    return match(value -> Optional.empty(), Optional::empty, Optional::of);
  }

  /** What a function makes of the value, if it is known. */
  default <R> Partial<R> map(Function<? super T, ? extends R> function) {
    return match(value -> known(function.apply(value)), Partial::unset, Partial::unknown);
  }

  /** The value, or {@code otherwise} if there is none to be seen. */
  default T orElse(T otherwise) {
    return match(value -> value, () -> otherwise, why -> otherwise);
  }

  /** Whether it has a value that is known. */
  default boolean isKnown() {
    return match(value -> true, () -> false, why -> false);
  }

  /** Whether it is certainly not set. */
  default boolean isUnset() {
    return match(value -> false, () -> true, why -> false);
  }

  /** Whether nothing can be told. */
  default boolean isUnknown() {
    return match(value -> false, () -> false, why -> true);
  }

  /** Whether it equals a value; what is not set equals {@code byDefault}. */
  default Truth is(T value, T byDefault) {
    return match(
        mine -> Truth.of(mine.equals(value)),
        () -> Truth.of(byDefault.equals(value)),
        why -> Truth.UNKNOWN);
  }
}
