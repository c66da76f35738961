package io.trailproof.sequence;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A {@link Sequence} of numbers: letters and sizes. */
public final class IntSequence implements IntStream {
  private final Source source;

  /** Where numbers come from. */
  interface Source {
    /** Hands numbers on until there are no more or the taker says no; false if it did. */
    boolean each(IntPredicate taker);
  }

  IntSequence(Source source) {
    this.source = source;
  }

  /** The parts of a text that Java counts. */
  public static IntStream chars(String text) {
    return new IntSequence(
        taker -> {
          for (int i = 0; i < text.length(); i++) {
            if (!taker.test(text.charAt(i))) {
              return false;
            }
          }
          return true;
        });
  }

  /** The characters of a text. */
  public static IntStream codePoints(String text) {
    return new IntSequence(
        taker -> {
          for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!taker.test(text.codePointAt(i))) {
              return false;
            }
          }
          return true;
        });
  }

  @Override
  public IntStream filter(IntPredicate wanted) {
    return new IntSequence(
        taker -> source.each(number -> !wanted.test(number) || taker.test(number)));
  }

  @Override
  public IntStream map(IntUnaryOperator made) {
    return new IntSequence(taker -> source.each(number -> taker.test(made.applyAsInt(number))));
  }

  @Override
  public <U> Stream<U> mapToObj(IntFunction<? extends U> made) {
    return new Sequence<>(taker -> source.each(number -> taker.test(made.apply(number))));
  }

  @Override
  public Stream<Integer> boxed() {
    return mapToObj(Integer::valueOf);
  }

  @Override
  public void forEach(IntConsumer told) {
    source.each(
        number -> {
          told.accept(number);
          return true;
        });
  }

  @Override
  public void forEachOrdered(IntConsumer told) {
    forEach(told);
  }

  @Override
  public int[] toArray() {
    int[][] held = {new int[16]};
    int[] size = {0};
    forEach(
        number -> {
          if (size[0] == held[0].length) {
            held[0] = Arrays.copyOf(held[0], 2 * size[0]);
          }
          held[0][size[0]++] = number;
        });
    return Arrays.copyOf(held[0], size[0]);
  }

  @Override
  public int reduce(int identity, IntBinaryOperator joined) {
    int[] held = {identity};
    forEach(number -> held[0] = joined.applyAsInt(held[0], number));
    return held[0];
  }

  @Override
  public OptionalInt reduce(IntBinaryOperator joined) {
    int[] held = {0};
    boolean[] isAny = {false};
    forEach(
        number -> {
          held[0] = isAny[0] ? joined.applyAsInt(held[0], number) : number;
          isAny[0] = true;
        });
    return isAny[0] ? OptionalInt.of(held[0]) : OptionalInt.empty();
  }

  @Override
  public int sum() {
    return reduce(0, Integer::sum);
  }

  @Override
  public OptionalInt min() {
    return reduce(Math::min);
  }

  @Override
  public OptionalInt max() {
    return reduce(Math::max);
  }

  @Override
  public long count() {
    long[] count = {0};
    forEach(number -> count[0]++);
    return count[0];
  }

  @Override
  public boolean anyMatch(IntPredicate wanted) {
    return !noneMatch(wanted);
  }

  @Override
  public boolean allMatch(IntPredicate wanted) {
    return source.each(wanted);
  }

  @Override
  public boolean noneMatch(IntPredicate wanted) {
    return source.each(number -> !wanted.test(number));
  }

  @Override
  public OptionalInt findFirst() {
    int[] held = {0};
    boolean isNone =
        source.each(
            number -> {
              held[0] = number;
              return false;
            });
    return isNone ? OptionalInt.empty() : OptionalInt.of(held[0]);
  }

  @Override
  public OptionalInt findAny() {
    return findFirst();
  }

  // --- as those of the JDK

  private IntStream ofJdk() {
    return Arrays.stream(toArray());
  }

  @Override
  public LongStream mapToLong(IntToLongFunction made) {
    return ofJdk().mapToLong(made);
  }

  @Override
  public DoubleStream mapToDouble(IntToDoubleFunction made) {
    return ofJdk().mapToDouble(made);
  }

  @Override
  public IntStream flatMap(IntFunction<? extends IntStream> made) {
    return ofJdk().flatMap(made);
  }

  @Override
  public IntStream distinct() {
    return ofJdk().distinct();
  }

  @Override
  public IntStream sorted() {
    return ofJdk().sorted();
  }

  @Override
  public IntStream peek(IntConsumer told) {
    return ofJdk().peek(told);
  }

  @Override
  public IntStream limit(long most) {
    return ofJdk().limit(most);
  }

  @Override
  public IntStream skip(long first) {
    return ofJdk().skip(first);
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
    return ofJdk().collect(supplier, accumulator, combiner);
  }

  @Override
  public OptionalDouble average() {
    return ofJdk().average();
  }

  @Override
  public IntSummaryStatistics summaryStatistics() {
    return ofJdk().summaryStatistics();
  }

  @Override
  public LongStream asLongStream() {
    return ofJdk().asLongStream();
  }

  @Override
  public DoubleStream asDoubleStream() {
    return ofJdk().asDoubleStream();
  }

  @Override
  public PrimitiveIterator.OfInt iterator() {
    return ofJdk().iterator();
  }

  @Override
  public Spliterator.OfInt spliterator() {
    return ofJdk().spliterator();
  }

  @Override
  public boolean isParallel() {
    return false;
  }

  @Override
  public IntStream sequential() {
    return this;
  }

  @Override
  public IntStream parallel() {
    return ofJdk().parallel();
  }

  @Override
  public IntStream unordered() {
    return this;
  }

  @Override
  public IntStream onClose(Runnable handler) {
    return ofJdk().onClose(handler);
  }

  @Override
  public void close() {}
}
