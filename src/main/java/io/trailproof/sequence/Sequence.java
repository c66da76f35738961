package io.trailproof.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that hands its elements on one by one, each through all that is done with it, until it
 * is told that it is enough. To set one up takes an object, and two classes do for all: those of
 * the JDK take a hundred, and hundreds of steps before the first element, which is most of what a
 * short run does with them.
 *
 * <p>It is sequential and ordered. What the program does not do with streams is left to those of
 * the JDK. Sources do not name it: see {@code io.trailproof.build.plain}.
 *
 * @param <T> the type of the elements
 */
public final class Sequence<T> implements Stream<T> {
  private final Source<T> source;

  /** Where elements come from. */
  interface Source<T> {
    /** Hands elements on until there are no more or the taker says no; false if it did. */
    boolean each(Predicate<? super T> taker);
  }

  Sequence(Source<T> source) {
    this.source = source;
  }

  /** That of a collection, as it is when the elements are asked for. */
  public static <T> Stream<T> stream(Collection<T> all) {
    return new Sequence<>(taker -> each(all, taker));
  }

  /** That of what there is. */
  public static <T> Stream<T> stream(Optional<T> one) {
    return one.isPresent() ? of(one.get()) : empty();
  }

  /** That of one element. */
  public static <T> Stream<T> of(T one) {
    return new Sequence<>(taker -> taker.test(one));
  }

  /** That of an array. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> Stream<T> of(T... all) {
    return stream(Arrays.asList(all));
  }

  /** One of nothing. */
  public static <T> Stream<T> empty() {
    return new Sequence<>(taker -> true);
  }

  /** One after the other. */
  public static <T> Stream<T> concat(Stream<? extends T> one, Stream<? extends T> other) {
    return new Sequence<>(taker -> each(one, taker) && each(other, taker));
  }

  private static <T> boolean each(Collection<T> all, Predicate<? super T> taker) {
    if (all instanceof FixedList<T> fixed) {
      return fixed.each(taker);
    }
    if (all instanceof ArrayList<T> list) {
      int size = list.size();
      for (int i = 0; i < size; i++) {
        if (!taker.test(list.get(i))) {
          return false;
        }
      }
      return true;
    }
    return each(all.iterator(), taker);
  }

  private static <T> boolean each(Stream<T> all, Predicate<? super T> taker) {
    return all instanceof Sequence<T> sequence
        ? sequence.source.each(taker)
        : each(all.iterator(), taker);
  }

  private static <T> boolean each(Iterator<T> all, Predicate<? super T> taker) {
    while (all.hasNext()) {
      if (!taker.test(all.next())) {
        return false;
      }
    }
    return true;
  }

  // --- to other elements

  @Override
  public Stream<T> filter(Predicate<? super T> wanted) {
    return new Sequence<>(
        taker -> source.each(element -> !wanted.test(element) || taker.test(element)));
  }

  @Override
  public <R> Stream<R> map(Function<? super T, ? extends R> made) {
    return new Sequence<>(taker -> source.each(element -> taker.test(made.apply(element))));
  }

  @Override
  public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> made) {
    return new Sequence<>(
        taker ->
            source.each(
                element -> {
                  Stream<? extends R> some = made.apply(element);
                  return some == null || each(some, taker);
                }));
  }

  @Override
  public IntStream mapToInt(ToIntFunction<? super T> made) {
    return new IntSequence(taker -> source.each(element -> taker.test(made.applyAsInt(element))));
  }

  @Override
  public Stream<T> distinct() {
    return new Sequence<>(
        taker -> {
          Set<T> seen = new HashSet<>();
          return source.each(element -> !seen.add(element) || taker.test(element));
        });
  }

  @Override
  public Stream<T> sorted() {
    return sorted(null);
  }

  @Override
  public Stream<T> sorted(@Nullable Comparator<? super T> order) {
    return new Sequence<>(
        taker -> {
          List<T> all = all();
          all.sort(order);
          return each(all, taker);
        });
  }

  @Override
  public Stream<T> peek(Consumer<? super T> told) {
    return map(
        element -> {
          told.accept(element);
          return element;
        });
  }

  @Override
  public Stream<T> limit(long most) {
    if (most < 0) {
      throw new IllegalArgumentException(Long.toString(most));
    }
    if (most == 0) {
      return empty();
    }
    return new Sequence<>(
        taker -> {
          long[] left = {most};
          boolean[] wantsMore = {true};
          source.each(
              element -> {
                left[0]--;
                wantsMore[0] = taker.test(element);
                return wantsMore[0] && left[0] > 0;
              });
          return wantsMore[0];
        });
  }

  @Override
  public Stream<T> skip(long first) {
    if (first < 0) {
      throw new IllegalArgumentException(Long.toString(first));
    }
    return new Sequence<>(
        taker -> {
          long[] left = {first};
          return source.each(element -> left[0]-- > 0 || taker.test(element));
        });
  }

  // --- to what comes of them

  private List<T> all() {
    List<T> all = new ArrayList<>();
    source.each(all::add);
    return all;
  }

  @Override
  public List<T> toList() {
    Taken<T> all = new Taken<>();
    source.each(all);
    return all.list();
  }

  @Override
  public Object[] toArray() {
    return all().toArray();
  }

  @Override
  public <A> A[] toArray(IntFunction<A[]> made) {
    List<T> all = all();
    A[] array = made.apply(all.size());
    return all.toArray(array);
  }

  @Override
  public void forEach(Consumer<? super T> told) {
    source.each(
        element -> {
          told.accept(element);
          return true;
        });
  }

  @Override
  public void forEachOrdered(Consumer<? super T> told) {
    forEach(told);
  }

  @Override
  public <R, A> R collect(Collector<? super T, A, R> collector) {
    A held = collector.supplier().get();
    BiConsumer<A, ? super T> accumulator = collector.accumulator();
    forEach(element -> accumulator.accept(held, element));
    return collector.finisher().apply(held);
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
    R held = supplier.get();
    forEach(element -> accumulator.accept(held, element));
    return held;
  }

  @Override
  public T reduce(T identity, BinaryOperator<T> joined) {
    return folded(identity, joined);
  }

  @Override
  public <U> U reduce(U identity, BiFunction<U, ? super T, U> joined, BinaryOperator<U> combiner) {
    return folded(identity, joined);
  }

  private <U> U folded(U identity, BiFunction<U, ? super T, U> joined) {
    List<U> held = new ArrayList<>(1);
    held.add(identity);
    forEach(element -> held.set(0, joined.apply(held.get(0), element)));
    return held.get(0);
  }

  @Override
  public Optional<T> reduce(BinaryOperator<T> joined) {
    List<T> held = new ArrayList<>(1);
    forEach(
        element -> {
          if (held.isEmpty()) {
            held.add(element);
          } else {
            held.set(0, joined.apply(held.get(0), element));
          }
        });
    return held.isEmpty() ? Optional.empty() : Optional.of(held.get(0));
  }

  @Override
  public Optional<T> min(Comparator<? super T> order) {
    return reduce((one, other) -> order.compare(one, other) <= 0 ? one : other);
  }

  @Override
  public Optional<T> max(Comparator<? super T> order) {
    return reduce((one, other) -> order.compare(one, other) >= 0 ? one : other);
  }

  @Override
  public long count() {
    long[] count = {0};
    forEach(element -> count[0]++);
    return count[0];
  }

  @Override
  public boolean anyMatch(Predicate<? super T> wanted) {
    return !noneMatch(wanted);
  }

  @Override
  public boolean allMatch(Predicate<? super T> wanted) {
    return source.each(wanted);
  }

  @Override
  public boolean noneMatch(Predicate<? super T> wanted) {
    return source.each(element -> !wanted.test(element));
  }

  @Override
  public Optional<T> findFirst() {
    List<T> held = new ArrayList<>(1);
    boolean isNone =
        source.each(
            element -> {
              held.add(element);
              return false;
            });
    return isNone ? Optional.empty() : Optional.of(held.get(0));
  }

  @Override
  public Optional<T> findAny() {
    return findFirst();
  }

  // --- as those of the JDK

  private Stream<T> ofJdk() {
    return all().stream();
  }

  @Override
  public LongStream mapToLong(ToLongFunction<? super T> made) {
    return ofJdk().mapToLong(made);
  }

  @Override
  public DoubleStream mapToDouble(ToDoubleFunction<? super T> made) {
    return ofJdk().mapToDouble(made);
  }

  @Override
  public IntStream flatMapToInt(Function<? super T, ? extends IntStream> made) {
    return ofJdk().flatMapToInt(made);
  }

  @Override
  public LongStream flatMapToLong(Function<? super T, ? extends LongStream> made) {
    return ofJdk().flatMapToLong(made);
  }

  @Override
  public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> made) {
    return ofJdk().flatMapToDouble(made);
  }

  @Override
  public Iterator<T> iterator() {
    return all().iterator();
  }

  @Override
  public Spliterator<T> spliterator() {
    return all().spliterator();
  }

  @Override
  public boolean isParallel() {
    return false;
  }

  @Override
  public Stream<T> sequential() {
    return this;
  }

  @Override
  public Stream<T> parallel() {
    return ofJdk().parallel();
  }

  @Override
  public Stream<T> unordered() {
    return this;
  }

  @Override
  public Stream<T> onClose(Runnable handler) {
    return ofJdk().onClose(handler);
  }

  @Override
  public void close() {}
}
