/**
 * Which resources of a deployment are one object for AWS, and what becomes of it when several write
 * or delete it in one run.
 *
 * <p>{@link io.trailproof.input.identity.Course} is what an input tells of the order of things,
 * {@code Identities} finds what is one object by the catalog, and {@link
 * io.trailproof.input.identity.Settling} says what comes of it. That two with open names are not
 * one is an assumption of {@code Apartness}.
 */
@NullMarked
package io.trailproof.input.identity;

import org.jspecify.annotations.NullMarked;
