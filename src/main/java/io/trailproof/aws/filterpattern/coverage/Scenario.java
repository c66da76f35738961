package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.syntax.Range;
import java.util.List;
import java.util.Optional;

/**
 * The CloudTrail records that are asked about.
 *
 * @param condition what distinguishes them; empty if all management records are meant
 * @param successful true if only calls that changed something are meant
 * @param iamRegion the Region in which the calls of IAM are recorded (F6)
 * @param words the scenario in words, for messages
 */
public record Scenario(
    Optional<JsonExpression> condition, boolean successful, String iamRegion, String words) {
  private static final String STANDARD_PARTITION = "us-east-1";

  /** The same, where the calls of IAM are recorded in that Region. */
  public Scenario in(String region) {
    return new Scenario(condition, successful, region, words);
  }

  /** The records of one API call that succeeded, made by anybody in any way. */
  public static Scenario event(String eventSource, String eventName) {
    JsonExpression both =
        new JsonExpression.And(
            List.of(is("eventSource", eventSource), is("eventName", eventName)), new Range(0, 0));
    return new Scenario(Optional.of(both), true, STANDARD_PARTITION, eventName);
  }

  /** The records that a pattern is known to match. */
  public static Scenario of(JsonPattern pattern) {
    return new Scenario(
        Optional.of(pattern.expression()), false, STANDARD_PARTITION, pattern.print());
  }

  /** Every management record. */
  public static Scenario any() {
    return new Scenario(Optional.empty(), false, STANDARD_PARTITION, "any record");
  }

  private static JsonExpression is(String name, String value) {
    return new JsonExpression.Test(
        Selector.of(new PathStep.Key(name)),
        new NodeCondition.Compare(true, new Operand.Text(value, "")),
        "",
        new Range(0, 0));
  }
}
