package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Step;
import java.util.List;

/**
 * A documented field of a CloudTrail record.
 *
 * @param values what it may be, absent included
 * @param open true if anything may be below it
 * @param sample what a witness shows where nothing else is asked; empty if there is none
 */
record Field(List<Step> path, ValueSet values, boolean open, String sample) {
  boolean isAlways() {
    return (values.kinds() & Kinds.ABSENT) == 0;
  }
}
