/**
 * Decides whether one matching event pushes a CloudWatch alarm into ALARM and runs its actions
 * (F49–F88, T2).
 *
 * <p>The way through: the {@link AlarmSettings} and the {@link MetricFeed} as far as they are known
 * go into {@link OneEventTest}, which tries every world that what is unknown leaves open. {@code
 * OneWorld} holds the alarm against the {@code ApiRequirements} and, if it has queries, hands it to
 * {@code QueryAlarm}; {@code FiringDecision} plays what it watches through a {@code Simulation},
 * and {@code Explanations} says why. The {@link Firing} is what all worlds agree on. What a metric
 * holds is computed in {@code metric}; alarms over alarms are decided in {@code composite}, alarms
 * on queries in {@code query}.
 */
@NullMarked
package io.trailproof.aws.alarm;

import org.jspecify.annotations.NullMarked;
