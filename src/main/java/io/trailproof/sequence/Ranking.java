package io.trailproof.sequence;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The comparators that the program orders elements by, made as {@link Sequence} is: those of the
 * JDK can be serialised, so that no archive of classes keeps what they are made of.
 *
 * @param <T> the type of the elements
 */
public final class Ranking<T> implements Comparator<T> {
  private final Comparator<? super T> order;

  private Ranking(Comparator<? super T> order) {
    this.order = order;
  }

  /** By what something says of each. */
  public static <T, U extends Comparable<? super U>> Comparator<T> comparing(
      Function<? super T, ? extends U> key) {
    return new Ranking<>((one, other) -> key.apply(one).compareTo(key.apply(other)));
  }

  /** By what something says of each, in an order. */
  public static <T, U> Comparator<T> comparing(
      Function<? super T, ? extends U> key, Comparator<? super U> order) {
    return new Ranking<>((one, other) -> order.compare(key.apply(one), key.apply(other)));
  }

  /** By a number of each. */
  public static <T> Comparator<T> comparingInt(ToIntFunction<? super T> key) {
    return new Ranking<>(
        (one, other) -> Integer.compare(key.applyAsInt(one), key.applyAsInt(other)));
  }

  @Override
  public int compare(T one, T other) {
    return order.compare(one, other);
  }

  @Override
  public Comparator<T> reversed() {
    return new Ranking<>((one, other) -> compare(other, one));
  }

  @Override
  public Comparator<T> thenComparing(Comparator<? super T> next) {
    return new Ranking<>(
        (one, other) -> {
          int first = compare(one, other);
          return first == 0 ? next.compare(one, other) : first;
        });
  }

  @Override
  public <U extends Comparable<? super U>> Comparator<T> thenComparing(
      Function<? super T, ? extends U> key) {
    return thenComparing(comparing(key));
  }

  @Override
  public <U> Comparator<T> thenComparing(
      Function<? super T, ? extends U> key, Comparator<? super U> next) {
    return thenComparing(comparing(key, next));
  }

  @Override
  public Comparator<T> thenComparingInt(ToIntFunction<? super T> key) {
    return thenComparing(comparingInt(key));
  }
}
