/** A result as bytes, one class a format. */
@NullMarked
package io.trailproof.report;

import org.jspecify.annotations.NullMarked;
