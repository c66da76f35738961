/** Every AWS resource type once: canonical properties, both spellings and both defaults. */
@NullMarked
package io.trailproof.catalog;

import org.jspecify.annotations.NullMarked;
