package io.trailproof.benchmarks;

import io.trailproof.benchmarks.PlanWriter.Row;
import java.util.stream.Stream;

/** The resources of one chain in a plan; each chain has names of its own. */
final class ChainRows {
  private ChainRows() {}

  static Stream<Row> of(String name, String pattern) {
    return Stream.of(
        trail(name),
        new Row(
            "aws_cloudwatch_log_group",
            name,
            "{\"name\":\"/aws/cloudtrail/" + name + "\",\"retention_in_days\":365,\"tags\":null}",
            "{\"arn\":true,\"id\":true,\"tags_all\":true}",
            "{\"name\":{\"constant_value\":\"/aws/cloudtrail/" + name + "\"}}"),
        role(name),
        rolePolicy(name),
        filter(name, pattern),
        alarm(name),
        new Row(
            "aws_sns_topic",
            name,
            "{\"fifo_topic\":false,\"kms_master_key_id\":null,\"name\":\"" + name + "\"}",
            "{\"arn\":true,\"id\":true,\"policy\":true}",
            "{\"name\":{\"constant_value\":\"" + name + "\"}}"),
        new Row(
            "aws_sns_topic_subscription",
            name,
            "{\"endpoint\":\"secops@acme.example\",\"filter_policy\":null,\"protocol\":\"email\"}",
            "{\"arn\":true,\"id\":true,\"topic_arn\":true,\"filter_policy_scope\":true}",
            "{\"endpoint\":{\"constant_value\":\"secops@acme.example\"},\"protocol\":"
                + "{\"constant_value\":\"email\"},\"topic_arn\":"
                + reference("aws_sns_topic", name, "arn")
                + "}"));
  }

  private static Row trail(String name) {
    return new Row(
        "aws_cloudtrail",
        name,
        "{\"advanced_event_selector\":[],\"enable_logging\":true,\"event_selector\":[],"
            + "\"include_global_service_events\":true,\"is_multi_region_trail\":true,"
            + "\"kms_key_id\":null,\"name\":\""
            + name
            + "\",\"s3_bucket_name\":\"acme-central-logs\"}",
        "{\"arn\":true,\"cloud_watch_logs_group_arn\":true,\"cloud_watch_logs_role_arn\":true,"
            + "\"home_region\":true,\"id\":true}",
        "{\"cloud_watch_logs_group_arn\":"
            + reference("aws_cloudwatch_log_group", name, "arn")
            + ",\"cloud_watch_logs_role_arn\":"
            + reference("aws_iam_role", name, "arn")
            + ",\"is_multi_region_trail\":{\"constant_value\":true},\"name\":{\"constant_value\":\""
            + name
            + "\"},\"s3_bucket_name\":{\"constant_value\":\"acme-central-logs\"}}");
  }

  private static Row role(String name) {
    String trust =
        "\"{\\\"Statement\\\":[{\\\"Action\\\":\\\"sts:AssumeRole\\\",\\\"Effect\\\":"
            + "\\\"Allow\\\",\\\"Principal\\\":{\\\"Service\\\":\\\"cloudtrail.amazonaws.com\\\"}}],"
            + "\\\"Version\\\":\\\"2012-10-17\\\"}\"";
    return new Row(
        "aws_iam_role",
        name,
        "{\"assume_role_policy\":" + trust + ",\"name\":\"" + name + "\",\"path\":\"/\"}",
        "{\"arn\":true,\"id\":true,\"unique_id\":true,\"inline_policy\":true,"
            + "\"managed_policy_arns\":true}",
        "{\"assume_role_policy\":{},\"name\":{\"constant_value\":\"" + name + "\"}}");
  }

  private static Row rolePolicy(String name) {
    return new Row(
        "aws_iam_role_policy",
        name,
        "{\"name\":\"logs\"}",
        "{\"id\":true,\"policy\":true,\"role\":true}",
        "{\"name\":{\"constant_value\":\"logs\"},\"policy\":"
            + reference("aws_cloudwatch_log_group", name, "arn")
            + ",\"role\":"
            + reference("aws_iam_role", name, "id")
            + "}");
  }

  private static Row filter(String name, String pattern) {
    return new Row(
        "aws_cloudwatch_log_metric_filter",
        name,
        "{\"log_group_name\":\"/aws/cloudtrail/"
            + name
            + "\",\"metric_transformation\":[{\"default_value\":null,\"dimensions\":null,"
            + "\"name\":\""
            + name
            + "\",\"namespace\":\"CISBenchmark\",\"unit\":\"None\",\"value\":\"1\"}],\"name\":\""
            + name
            + "\",\"pattern\":\""
            + pattern
            + "\"}",
        "{\"id\":true,\"metric_transformation\":[{}]}",
        "{\"log_group_name\":"
            + reference("aws_cloudwatch_log_group", name, "name")
            + ",\"metric_transformation\":[{\"name\":{\"constant_value\":\""
            + name
            + "\"},\"namespace\":{\"constant_value\":\"CISBenchmark\"},\"value\":"
            + "{\"constant_value\":\"1\"}}],\"name\":{\"constant_value\":\""
            + name
            + "\"},\"pattern\":{\"constant_value\":\""
            + pattern
            + "\"}}");
  }

  private static Row alarm(String name) {
    return new Row(
        "aws_cloudwatch_metric_alarm",
        name,
        "{\"actions_enabled\":true,\"alarm_name\":\""
            + name
            + "\",\"comparison_operator\":\"GreaterThanOrEqualToThreshold\","
            + "\"datapoints_to_alarm\":null,\"dimensions\":null,\"evaluation_periods\":1,"
            + "\"extended_statistic\":null,\"metric_name\":\""
            + name
            + "\",\"metric_query\":[],\"namespace\":\"CISBenchmark\",\"period\":300,"
            + "\"statistic\":\"Sum\",\"threshold\":1,\"treat_missing_data\":\"missing\","
            + "\"unit\":null}",
        "{\"alarm_actions\":true,\"arn\":true,\"id\":true,\"metric_query\":[]}",
        "{\"alarm_actions\":"
            + reference("aws_sns_topic", name, "arn")
            + ",\"alarm_name\":{\"constant_value\":\""
            + name
            + "\"},\"metric_name\":{\"constant_value\":\""
            + name
            + "\"},\"namespace\":{\"constant_value\":\"CISBenchmark\"}}");
  }

  private static String reference(String type, String name, String attribute) {
    String address = type + '.' + name;
    return "{\"references\":[\"" + address + '.' + attribute + "\",\"" + address + "\"]}";
  }
}
