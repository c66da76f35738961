/** What the functions of a template come to. */
@NullMarked
package io.trailproof.input.cloudformation.value;

import org.jspecify.annotations.NullMarked;
