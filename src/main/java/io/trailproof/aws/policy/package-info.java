/**
 * Decides whether policy documents let a service do something (F22, F23, F89–F92, F98).
 *
 * <p>{@link io.trailproof.aws.policy.PolicyText} is where the unknown enters: a text may have
 * holes, and whether a pattern matches it is yes, no or unknown.
 */
@NullMarked
package io.trailproof.aws.policy;

import org.jspecify.annotations.NullMarked;
