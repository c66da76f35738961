/**
 * Decides whether one matching event pushes a CloudWatch alarm into ALARM and runs its actions
 * (F49–F88, T2).
 */
@NullMarked
package io.trailproof.aws.alarm;

import org.jspecify.annotations.NullMarked;
