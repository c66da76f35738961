package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.NumberText;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.kleene.Truth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of the values that one place of a record may have; closed under complement.
 *
 * @param kinds bits of {@link Kinds}
 */
record ValueSet(int kinds, Side<TextSet> text, Side<NumberSet> number) {
  static final ValueSet ANY = new ValueSet(Kinds.ALL, Side.all(), Side.all());
  static final ValueSet NONE = ANY.not();
  static final ValueSet PRESENT = of(Kinds.ABSENT).not();

  static ValueSet of(int kinds) {
    return new ValueSet(kinds, Side.none(), Side.none());
  }

  ValueSet not() {
    return new ValueSet(Kinds.ALL & ~kinds, text.not(), number.not());
  }

  /**
   * The values of which a condition holds.
   *
   * @param certain true for those where it is known to hold, false for those where it may
   */
  static ValueSet of(NodeCondition condition, boolean certain) {
    return condition.match(
        compare ->
            new ValueSet(
                0, texts(compare, certain), new Side<>(true, new NumberSet(compare, certain))),
        order -> new ValueSet(0, Side.none(), new Side<>(true, new NumberSet(order, certain))),
        is ->
            of(
                switch (is.literal()) {
                  case NULL -> Kinds.NULL | Kinds.NULL_ARRAY;
                  case TRUE -> Kinds.TRUE;
                  case FALSE -> Kinds.FALSE;
                }),
        notExists -> of(Kinds.ABSENT),
        textIn -> textIn(textIn, certain));
  }

  /**
   * What holds of values that are no strings is not known, but that what is absent is in no set.
   */
  private static ValueSet textIn(NodeCondition.TextIn condition, boolean certain) {
    Side<TextSet> texts = new Side<>(condition.inside(), condition.set());
    if (certain) {
      return new ValueSet(0, texts, Side.none());
    }
    int others = condition.inside() ? Kinds.ALL & ~Kinds.ABSENT : Kinds.ALL;
    return new ValueSet(others, texts, Side.all());
  }

  private static Side<TextSet> texts(NodeCondition.Compare compare, boolean certain) {
    Operand.Texts texts = compare.value().texts();
    boolean lower = certain == compare.equal();
    TextSet set = lower ? texts.certain() : texts.possible();
    boolean everything = set == null && !lower;
    return new Side<>(everything != compare.equal(), set);
  }

  /**
   * The kinds of value without anything to compare, as bits; strings and numbers are kept apart.
   */
  static final class Kinds {
    static final int ABSENT = 1;
    static final int NULL = 2;
    static final int TRUE = 4;
    static final int FALSE = 8;
    static final int OBJECT = 16;

    /** An array that does not directly hold a null. */
    static final int ARRAY = 32;

    /** An array that directly holds a null, which {@code IS NULL} finds (filter-patterns §2.2). */
    static final int NULL_ARRAY = 64;

    static final int ARRAYS = ARRAY | NULL_ARRAY;
    static final int CONTAINERS = OBJECT | ARRAYS;
    static final int ALL = 127;

    private Kinds() {}
  }

  /**
   * The strings or numbers inside a set or outside it.
   *
   * @param set null stands for the empty set
   */
  record Side<T>(boolean inside, @Nullable T set) {
    static <T> Side<T> none() {
      return new Side<>(true, null);
    }

    static <T> Side<T> all() {
      return new Side<>(false, null);
    }

    Side<T> not() {
      return new Side<>(!inside, set);
    }

    boolean isAll() {
      return set == null && !inside;
    }
  }

  /**
   * The numbers for which a condition holds.
   *
   * @param certain true for those where it is known to hold, false for those where it may
   */
  record NumberSet(NodeCondition condition, boolean certain) {
    boolean contains(NumberText number) {
      Truth match =
          condition.match(
              compare -> compare.holds(number),
              order -> order.holds(number),
              is -> Truth.NO,
              notExists -> Truth.NO,
              textIn -> Truth.UNKNOWN);
      return certain ? match == Truth.YES : match != Truth.NO;
    }

    /** The texts that every number of the set reads as; empty if that is no matter of spelling. */
    Optional<TextSet> spelling() {
      return value()
          .filter(value -> condition instanceof NodeCondition.Compare compare && compare.equal())
          .flatMap(
              value ->
                  value.match(
                      number -> Optional.empty(),
                      text -> Optional.ofNullable(text.texts().possible()),
                      regex -> Optional.ofNullable(regex.texts().possible())));
    }

    Optional<Operand> value() {
      return condition.match(
          compare -> Optional.of(compare.value()),
          order -> Optional.of(order.bound()),
          is -> Optional.empty(),
          notExists -> Optional.empty(),
          textIn -> Optional.empty());
    }
  }
}
