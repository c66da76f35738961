/**
 * The text of templates: their files, sections and functions as they are written, and what is wrong
 * with them before anything is worked out.
 *
 * <p>{@link io.trailproof.input.cloudformation.template.Call} is a function as it is written,
 * {@link io.trailproof.input.cloudformation.template.NameUse} a name that it uses, and {@link
 * io.trailproof.input.cloudformation.template.TemplateError} all that there is to say to the user.
 */
@NullMarked
package io.trailproof.input.cloudformation.template;

import org.jspecify.annotations.NullMarked;
