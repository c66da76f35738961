/**
 * Reads CloudFormation templates in JSON and YAML, worked out in three values: known, symbolic,
 * unknown.
 *
 * <p>The way through: {@link io.trailproof.input.cloudformation.template.Template} reads a file and
 * {@link io.trailproof.input.cloudformation.template.TemplateFiles} finds those beside it; {@link
 * io.trailproof.input.cloudformation.stack.Deployment} makes stacks of them and reads these under a
 * {@link io.trailproof.input.cloudformation.hypothesis.AssumedReading}, which keeps what is taken
 * for granted and what is found; {@link io.trailproof.input.cloudformation.value.Evaluator} says
 * what the functions in a stack come to; {@link
 * io.trailproof.input.cloudformation.hypothesis.Hypotheses} reads the deployment again for every
 * answer to what the template leaves open. What of it users see is told in {@code
 * docs/cloudformation.md}.
 *
 * <p>The rooms look one way: {@code stack} at {@code value} at {@code hypothesis} at {@code
 * template}.
 */
@NullMarked
package io.trailproof.input.cloudformation;

import org.jspecify.annotations.NullMarked;
