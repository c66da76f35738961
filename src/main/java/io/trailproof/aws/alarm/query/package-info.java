/**
 * Decides whether one matching record pushes a log alarm into ALARM: whether a run of its query
 * comes upon the record (T14), and whether the runs that do make it breach (F225, F227, F228).
 *
 * <p>{@code LogAlarmSettings} are what is set, {@code QueryRuns} when the query runs and how far it
 * reads, and {@code LogAlarmTest} the answer, one {@code Aspect} after the other.
 */
@NullMarked
package io.trailproof.aws.alarm.query;

import org.jspecify.annotations.NullMarked;
