/**
 * Writes a chain that proves, in the words of Terraform or of CloudFormation: what to begin with
 * where there is none. Data in, text out.
 */
@NullMarked
package io.trailproof.starter;

import org.jspecify.annotations.NullMarked;
