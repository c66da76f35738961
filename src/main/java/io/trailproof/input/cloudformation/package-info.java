/** CloudFormation templates, worked out in three values: known, symbolic, unknown. */
@NullMarked
package io.trailproof.input.cloudformation;

import org.jspecify.annotations.NullMarked;
