package io.trailproof.sequence;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/**
 * The collectors that the program gathers elements by, made as {@link Sequence} is.
 *
 * @param <T> the type of the elements
 * @param <A> what holds them meanwhile
 * @param <R> what comes of them
 */
public record Gathering<T, A, R>(
    Supplier<A> supplier,
    BiConsumer<A, T> accumulator,
    BinaryOperator<A> combiner,
    Function<A, R> finisher)
    implements Collector<T, A, R> {
  @Override
  public Set<Characteristics> characteristics() {
    return Set.of();
  }

  /** Texts one after the other. */
  public static Collector<CharSequence, ?, String> joining() {
    return joining("");
  }

  /** Texts with another one between each two. */
  public static Collector<CharSequence, ?, String> joining(CharSequence between) {
    return joining(between, "", "");
  }

  /** Texts with others between, before and after. */
  public static Collector<CharSequence, ?, String> joining(
      CharSequence between, CharSequence before, CharSequence after) {
    return new Gathering<>(
        () -> new StringJoiner(between, before, after),
        StringJoiner::add,
        StringJoiner::merge,
        StringJoiner::toString);
  }

  /** A set. */
  public static <T> Collector<T, ?, Set<T>> toSet() {
    return gathering(HashSet::new, set -> set);
  }

  /** A set that nobody changes. */
  public static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
    return gathering(HashSet::new, Set::copyOf);
  }

  /** A collection of some kind. */
  public static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(Supplier<C> made) {
    return gathering(made, all -> all);
  }

  private static <T, C extends Collection<T>, R> Collector<T, ?, R> gathering(
      Supplier<C> made, Function<C, R> finisher) {
    return new Gathering<T, C, R>(
        made,
        Collection::add,
        (one, other) -> {
          one.addAll(other);
          return one;
        },
        finisher);
  }
}
