/**
 * What the CloudFormation registry forbids: the schema of a type, and what it objects to in the
 * properties of a resource, as far as these are known (F253, F255).
 *
 * <p>{@link io.trailproof.catalog.constraint.Objections} is the way in; nothing here knows where a
 * schema is kept or how a template is read.
 */
@NullMarked
package io.trailproof.catalog.constraint;

import org.jspecify.annotations.NullMarked;
