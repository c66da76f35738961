package io.trailproof.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.catalog.constraint.Objection;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits of CloudFormation's schemas, asked of the resources of a plan. */
final class ApiLimitsTest {
  private static final Catalog CATALOG = BundledCatalog.read();

  private static List<String> objections(String type, String property, Object value) {
    Binding binding = CATALOG.terraform(type).orElseThrow();
    Value given = value instanceof Value known ? known : new Value.Known(value, Origin.NOWHERE);
    Resource resource =
        binding
            .resources(
                new ResourceId("plan.json", type + ".x"),
                new Value.Fields(Map.of(property, given), Origin.NOWHERE),
                new Place(Value.text("us-east-1", Origin.NOWHERE), given),
                Existence.MANAGED,
                null)
            .get(0);
    return ApiLimits.of(binding, resource, CATALOG.leeway()).stream().map(Objection::what).toList();
  }

  @Test
  void aValueIsCalledAsThePlanCallsIt() {
    assertEquals(
        List.of("`s3_bucket_name` has to be the name of a bucket, and is `no bucket`"),
        objections("aws_cloudtrail", "s3_bucket_name", "no bucket"));
    assertEquals(
        List.of("`kms_key_id` has to be the ARN of a key, and is `none of mine`"),
        objections("aws_cloudtrail", "kms_key_id", "none of mine"));
    assertEquals(
        List.of("`evaluation_periods` has to be at least 1, and is `-1`"),
        objections("aws_cloudwatch_metric_alarm", "evaluation_periods", new BigDecimal(-1)));
    assertEquals(
        List.of(
            "`alarm_description` has to have at most 1024 characters, and is `"
                + "x".repeat(60)
                + "…`"),
        objections("awscc_cloudwatch_alarm", "alarm_description", "x".repeat(1025)));
  }

  @Test
  void whatTheProviderPutsOtherwiseIsNotHeldAgainstIt() {
    assertEquals(List.of(), objections("aws_cloudwatch_log_group", "retention_in_days", 0 + ""));
    assertEquals(List.of(), objections("aws_sns_topic", "kms_master_key_id", ""));
    assertEquals(List.of(), objections("aws_cloudtrail", "enable_logging", false));
    assertEquals(List.of(), objections("aws_iam_role", "assume_role_policy", "{}"));
    assertEquals(
        List.of(),
        objections(
            "aws_cloudtrail",
            "s3_bucket_name",
            new Value.Unknown("is known only after apply", Origin.NOWHERE)));
  }

  @Test
  void ofWhatIsOneOfSeveralTypesNothingIsSaid() {
    assertEquals(List.of(), objections("aws_iam_role_policy", "name", "no name!"));
  }
}
