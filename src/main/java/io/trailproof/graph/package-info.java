/** Resources, their values as far as the input tells them, and when two values are the same. */
@NullMarked
package io.trailproof.graph;

import org.jspecify.annotations.NullMarked;
