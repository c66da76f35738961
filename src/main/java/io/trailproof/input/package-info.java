/** Recognises a document and turns it into resources. */
@NullMarked
package io.trailproof.input;

import org.jspecify.annotations.NullMarked;
