/**
 * The CloudWatch Logs filter pattern language: reading a pattern, and whether it matches a message.
 *
 * <p>Grammar and semantics are those of the AWS documentation as corrected by recordings of
 * TestMetricFilter and FilterLogEvents; where neither says what the service does, the answer here
 * is unknown.
 */
@NullMarked
package io.trailproof.aws.filterpattern;

import org.jspecify.annotations.NullMarked;
