/**
 * JSON that is not tied to a file: one tree, its reader and its writer.
 *
 * <p>{@code document} reads files and knows where everything stands in them; what is left to this
 * package is JSON inside of values, such as records, patterns and policies.
 */
@NullMarked
package io.trailproof.json;

import org.jspecify.annotations.NullMarked;
