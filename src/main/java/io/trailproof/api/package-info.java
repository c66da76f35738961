/**
 * For programs that embed us: {@link io.trailproof.api.Trailproof} checks a document that a program
 * holds as bytes, {@link io.trailproof.api.CheckedDocument} is what came of it, and {@link
 * io.trailproof.api.ResultLines} writes one result of many. Other packages are not for programs:
 * they change without notice.
 */
@NullMarked
package io.trailproof.api;

import org.jspecify.annotations.NullMarked;
