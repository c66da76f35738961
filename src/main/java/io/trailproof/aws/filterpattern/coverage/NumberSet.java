package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.NumberText;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.kleene.Truth;
import java.util.Optional;

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
            notExists -> Truth.NO);
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
        notExists -> Optional.empty());
  }
}
