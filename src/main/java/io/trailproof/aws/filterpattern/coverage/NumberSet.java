package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Condition;
import io.trailproof.aws.filterpattern.Match;
import io.trailproof.aws.filterpattern.NumberText;
import io.trailproof.aws.filterpattern.Value;
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

  Optional<Value> value() {
    return condition.match(
        compare -> Optional.of(compare.value()),
        order -> Optional.of(order.bound()),
        is -> Optional.empty(),
        notExists -> Optional.empty());
  }
}
