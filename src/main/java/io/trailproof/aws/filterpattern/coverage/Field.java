package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.PathStep;
import java.util.Map;

/**
 * A documented field of a CloudTrail record.
 *
 * @param values what it may be, absent included
 * @param open true if anything may be below it
 * @param sample what a witness shows where nothing else is asked; empty if there is none
 * @param below the documented fields below it, in the order of a record
 */
record Field(ValueSet values, boolean open, String sample, Map<PathStep, Field> below) {}
