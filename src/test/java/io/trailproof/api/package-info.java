@NullMarked
package io.trailproof.api;

import org.jspecify.annotations.NullMarked;
