package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.text.TextSet;

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
        notExists -> of(Kinds.ABSENT));
  }

  private static Side<TextSet> texts(NodeCondition.Compare compare, boolean certain) {
    Operand.Texts texts = compare.value().texts();
    boolean lower = certain == compare.equal();
    TextSet set = lower ? texts.certain() : texts.possible();
    boolean everything = set == null && !lower;
    return new Side<>(everything != compare.equal(), set);
  }
}
