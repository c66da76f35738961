@NullMarked
package io.trailproof.trace;

import org.jspecify.annotations.NullMarked;
