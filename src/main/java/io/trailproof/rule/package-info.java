/** Rules as data, and the three-valued judgements they give. */
@NullMarked
package io.trailproof.rule;

import org.jspecify.annotations.NullMarked;
