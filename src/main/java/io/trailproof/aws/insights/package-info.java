/**
 * Reads the queries of CloudWatch Logs Insights that log alarms run (F233, T13), and what they make
 * of the rows that are left (F225).
 *
 * <p>{@code LogsQuery} is a query: the one {@code QueryCondition} that its filters come to, and the
 * commands that leave open which rows remain. What is not read exactly stands in the condition as
 * {@code Unread}, never as something near to it. {@code Aggregation} is the expression that makes a
 * number of the rows.
 */
@NullMarked
package io.trailproof.aws.insights;

import org.jspecify.annotations.NullMarked;
