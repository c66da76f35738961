/** The text of templates, and what can be said of it before anything is worked out. */
@NullMarked
package io.trailproof.input.cloudformation.template;

import org.jspecify.annotations.NullMarked;
