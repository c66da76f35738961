/**
 * What a metric holds around one event, and what metric math makes of it (F50, F54, F62–F64, F81,
 * F82).
 *
 * <p>A {@link KnownFeed} and a {@link Statistic} give the {@link Datapoints} of a metric; a {@link
 * QueryGraph} gives those of an expression over several. Every number is an {@link Amount}: known,
 * or known to lie between two others. Whether the alarm fires for it is decided above.
 */
@NullMarked
package io.trailproof.aws.alarm.metric;

import org.jspecify.annotations.NullMarked;
