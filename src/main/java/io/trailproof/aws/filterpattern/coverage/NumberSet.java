package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Condition;
import io.trailproof.aws.filterpattern.Match;
import io.trailproof.aws.filterpattern.NumberText;
import io.trailproof.aws.filterpattern.Value;
import io.trailproof.aws.filterpattern.text.TextSet;
import java.util.Optional;

/**
 * The numbers for which a condition holds.
 *
 * @param certain true for those where it is known to hold, false for those where it may
 */
record NumberSet(Condition condition, boolean certain) {
  boolean contains(NumberText number) {
    Match match =
        condition.match(
            compare -> compare.holds(number),
            order -> order.holds(number),
            is -> Match.NO,
            notExists -> Match.NO);
    return certain ? match == Match.YES : match != Match.NO;
  }

  /** The texts that every number of the set reads as; empty if that is no matter of spelling. */
  Optional<TextSet> spelling() {
    return value()
        .filter(value -> condition instanceof Condition.Compare compare && compare.equal())
        .flatMap(
            value ->
                value.match(
                    number -> Optional.empty(),
                    text -> Optional.ofNullable(text.texts().possible()),
                    regex -> Optional.ofNullable(regex.texts().possible())));
  }

  Optional<Value> value() {
    return condition.match(
        compare -> Optional.of(compare.value()),
        order -> Optional.of(order.bound()),
        is -> Optional.empty(),
        notExists -> Optional.empty());
  }
}
