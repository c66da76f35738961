/** What {@code trailproof.yaml} states: which inputs belong together, and what lives elsewhere. */
@NullMarked
package io.trailproof.input.configuration;

import org.jspecify.annotations.NullMarked;
