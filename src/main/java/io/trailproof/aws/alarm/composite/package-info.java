/**
 * Whether a composite alarm goes into ALARM when one of its children does (F84).
 *
 * <p>{@link CompositeRule} is the rule and what it asks; its parser reads the text.
 */
@NullMarked
package io.trailproof.aws.alarm.composite;

import org.jspecify.annotations.NullMarked;
