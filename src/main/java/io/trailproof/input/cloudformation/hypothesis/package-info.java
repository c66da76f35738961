/** What is taken for granted while a deployment is read, and what it then shows. */
@NullMarked
package io.trailproof.input.cloudformation.hypothesis;

import org.jspecify.annotations.NullMarked;
