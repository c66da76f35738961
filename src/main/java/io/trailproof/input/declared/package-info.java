/** What users state of resources that no input of theirs shows. */
@NullMarked
package io.trailproof.input.declared;

import org.jspecify.annotations.NullMarked;
