package io.trailproof.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The right-hand names are those of the provider's documentation. */
final class SnakeCaseTest {
  @ParameterizedTest
  @CsvSource({
    "CloudWatchLogsLogGroupArn, cloudwatch_logs_log_group_arn",
    "IncludeGlobalServiceEvents, include_global_service_events",
    "KMSKeyId, kms_key_id",
    "KmsMasterKeyId, kms_master_key_id",
    "S3BucketName, s3_bucket_name",
    "OKActions, ok_actions",
    "EvaluateLowSampleCountPercentile, evaluate_low_sample_count_percentile",
    "ThresholdMetricId, threshold_metric_id",
    "MetricTransformations[0].MetricNamespace, metric_transformations[0].metric_namespace",
    "MetricStat.Metric.Dimensions, metric_stat.metric.dimensions",
    "AssumeRolePolicyDocument, assume_role_policy_document",
    "ManagedPolicyArns, managed_policy_arns",
    "Subscription, subscription"
  })
  void namesAreThoseOfTheProvider(String cloudFormation, String terraform) {
    assertEquals(terraform, SnakeCase.of(cloudFormation));
  }
}
