/**
 * Finds, opens and recognises inputs, and turns the files of a deployment into graphs.
 *
 * <p>The way through: {@link io.trailproof.input.Opener} opens what the command line names, {@link
 * io.trailproof.input.Recogniser} tells the {@link io.trailproof.input.InputFormat} of each file,
 * and {@link io.trailproof.input.DeploymentReader} has the formats read the files of one deployment
 * and joins what they found with what is {@link io.trailproof.input.Declared} and with what {@code
 * Outsiders} names.
 */
@NullMarked
package io.trailproof.input;

import org.jspecify.annotations.NullMarked;
