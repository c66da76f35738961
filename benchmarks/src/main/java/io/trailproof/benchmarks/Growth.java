package io.trailproof.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the processor time and the memory of a check grow with what is many in a template: each input
 * in three sizes, every one twice the one before.
 */
public final class Growth {
  private static final String GROUP = "/aws/cloudtrail/org";

  private Growth() {}

  private record Kind(String name, int size, IntFunction<String> resources) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("topics", 10_000, n -> each(n, i -> topic("T" + i))),
          new Kind(
              "turns of `Fn::ForEach`",
              10_000,
              n ->
                  ",\"Fn::ForEach::L\":[\"v\",["
                      + numbers(n, "")
                      + "],{\"T${v}\":{\"Type\":\"AWS::SNS::Topic\"}}]"),
          new Kind(
              "pieces of `Fn::Split`",
              100_000,
              n ->
                  ",\"Split\":{\"Type\":\"AWS::CloudWatch::Alarm\",\"Properties\":{\"AlarmName\":"
                      + "{\"Fn::Select\":[\"3\",{\"Fn::Split\":[\"a\",\""
                      + "a".repeat(n)
                      + "\"]}]}}}"),
          new Kind(
              "filters of one group and metric",
              250,
              n -> each(n, i -> filter("F" + i, "{ $.eventName = DeleteTrail }", "Changes"))),
          new Kind(
              "the same with a pattern each",
              250,
              n -> each(n, i -> filter("F" + i, "{ $.eventName = X" + i + " }", "Changes"))),
          new Kind(
              "the same with a metric each",
              250,
              n -> each(n, i -> filter("F" + i, "{ $.eventName = X" + i + " }", "M" + i))),
          new Kind(
              "filters with a metric and an alarm each",
              125,
              n ->
                  each(
                      n,
                      i ->
                          filter("F" + i, "{ $.eventName = X" + i + " }", "M" + i)
                              + alarm("A" + i, "M" + i))),
          new Kind(
              "metric alarms of no chain with a composite each",
              250,
              n -> each(n, i -> alarm("A" + i, "M" + i) + composite("C" + i, "A" + i))),
          new Kind(
              "alarms on the metric of a chain with a composite each",
              250,
              n -> each(n, i -> alarm("A" + i, "Changes") + composite("C" + i, "A" + i))),
          new Kind(
              "buckets with policies of no chain",
              2_500,
              n -> each(n, i -> bucket("B" + i) + bucketPolicy("P" + i, "B" + i))),
          new Kind(
              "subscriptions and policies of topics that nobody can tell, one of each",
              250,
              n ->
                  each(
                      n,
                      i ->
                          topicPolicy("P" + i, imported("t" + i))
                              + subscription("S" + i, imported("t" + i)))),
          new Kind(
              "log groups and filters of which nobody can tell what belongs to what, one of each",
              100,
              n -> each(n, i -> group("G" + i, imported("g" + i)) + openFilter("F" + i))),
          new Kind(
              "topics that each depend on the one before",
              2_500,
              n -> each(n, i -> topicAfter("T" + i, i == 0 ? "Alerts" : "T" + (i - 1)))),
          new Kind("advanced selectors of 1,000 values", 25, n -> trail(selectors(n))));

  /**
   * Makes the inputs in a folder and checks each by the command that follows; or after {@code
   * --one} makes the file named, of a kind, in a size.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("--one")) {
      one(Path.of(arguments[1]), arguments[2], Integer.parseInt(arguments[3]));
      return;
    }
    Path folder = Path.of(arguments[0]);
    List<String> command = List.of(arguments).subList(1, arguments.length);
    System.out.println("| what | n | processor time at n, 2n, 4n | peak at n, 2n, 4n |");
    System.out.println("|---|---|---|---|");
    for (Kind kind : KINDS) {
      List<String> times = new ArrayList<>();
      List<String> peaks = new ArrayList<>();
      for (int times2 = 1; times2 <= 4; times2 *= 2) {
        int size = kind.size() * times2;
        Path file = folder.resolve("growth-" + KINDS.indexOf(kind) + "-" + size + ".json");
        Files.writeString(file, template(kind.resources().apply(size)));
        List<String> line = new ArrayList<>(command);
        line.add(file.toString());
        Measured run = Measured.run(line);
        times.add(String.format(Locale.ROOT, "%.1f", run.processor()));
        peaks.add(String.format(Locale.ROOT, "%.0f", run.peakMiB()));
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %s s | %s MiB |%n",
          kind.name(),
          kind.size(),
          String.join(", ", times),
          String.join(", ", peaks));
    }
  }

  private static void one(Path file, String name, int size) throws IOException {
    for (Kind kind : KINDS) {
      if (kind.name().equals(name)) {
        Files.writeString(file, template(kind.resources().apply(size)));
      }
    }
  }

  private static String template(String more) {
    return "{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Transform\":\"AWS::LanguageExtensions\","
        + "\"Resources\":{\"Group\":{\"Type\":\"AWS::Logs::LogGroup\",\"Properties\":{"
        + "\"LogGroupName\":\""
        + GROUP
        + "\"}}"
        + (more.contains("AWS::CloudTrail::Trail") ? "" : trail(""))
        + topic("Alerts")
        + filter("Filter", "{ $.eventSource = \\\"iam.amazonaws.com\\\" }", "Changes")
        + alarm("Alarm", "Changes")
        + more
        + "}}";
  }

  private static String trail(String more) {
    return ",\"Trail\":{\"Type\":\"AWS::CloudTrail::Trail\",\"Properties\":{\"IsLogging\":true,"
        + "\"S3BucketName\":\"records-of-the-org\",\"IsMultiRegionTrail\":true,"
        + "\"IncludeGlobalServiceEvents\":true,\"CloudWatchLogsLogGroupArn\":"
        + "{\"Fn::GetAtt\":[\"Group\",\"Arn\"]},\"CloudWatchLogsRoleArn\":"
        + "\"arn:aws:iam::111122223333:role/delivery\""
        + more
        + "}}";
  }

  private static String selectors(int count) {
    String selector =
        "{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Management\"]},"
            + "{\"Field\":\"eventSource\",\"NotEquals\":["
            + numbers(500, "a")
            + "],\"NotStartsWith\":["
            + numbers(500, "b")
            + "]}]}";
    return ",\"AdvancedEventSelectors\":["
        + IntStream.range(0, count).mapToObj(i -> selector).collect(Collectors.joining(","))
        + "]";
  }

  private static String topic(String id) {
    return ",\"" + id + "\":{\"Type\":\"AWS::SNS::Topic\"}";
  }

  private static String topicAfter(String id, String other) {
    return ",\"" + id + "\":{\"Type\":\"AWS::SNS::Topic\",\"DependsOn\":\"" + other + "\"}";
  }

  private static String topicPolicy(String id, String topic) {
    return ",\""
        + id
        + "\":{\"Type\":\"AWS::SNS::TopicPolicy\",\"Properties\":{\"Topics\":["
        + topic
        + "],"
        + allowing("cloudwatch.amazonaws.com", "sns:Publish", topic)
        + "}}";
  }

  private static String bucket(String id) {
    return ",\"" + id + "\":{\"Type\":\"AWS::S3::Bucket\"}";
  }

  private static String bucketPolicy(String id, String bucket) {
    return ",\""
        + id
        + "\":{\"Type\":\"AWS::S3::BucketPolicy\",\"Properties\":{\"Bucket\":{\"Ref\":\""
        + bucket
        + "\"},"
        + allowing(
            "cloudtrail.amazonaws.com",
            "s3:PutObject",
            "{\"Fn::Sub\":\"arn:aws:s3:::${" + bucket + "}/*\"}")
        + "}}";
  }

  private static String allowing(String service, String action, String resource) {
    return "\"PolicyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
        + "\"Principal\":{\"Service\":\""
        + service
        + "\"},\"Action\":\""
        + action
        + "\",\"Resource\":"
        + resource
        + "}]}";
  }

  private static String composite(String id, String alarm) {
    return ",\""
        + id
        + "\":{\"Type\":\"AWS::CloudWatch::CompositeAlarm\",\"Properties\":{\"AlarmRule\":"
        + "{\"Fn::Sub\":\"ALARM(${"
        + alarm
        + "})\"},\"AlarmActions\":[{\"Ref\":\"Alerts\"}]}}";
  }

  private static String imported(String name) {
    return "{\"Fn::ImportValue\":\"" + name + "\"}";
  }

  private static String subscription(String id, String topic) {
    return ",\""
        + id
        + "\":{\"Type\":\"AWS::SNS::Subscription\",\"Properties\":{\"TopicArn\":"
        + topic
        + ",\"Protocol\":\"https\",\"Endpoint\":\"https://hooks.corp.net/x\"}}";
  }

  private static String group(String id, String name) {
    return ",\""
        + id
        + "\":{\"Type\":\"AWS::Logs::LogGroup\",\"Properties\":{\"LogGroupName\":"
        + name
        + "}}";
  }

  private static String openFilter(String id) {
    return filter(id, imported("of" + id), "{ $.eventName = DeleteTrail }", "Changes");
  }

  private static String filter(String id, String pattern, String metric) {
    return filter(id, "{\"Ref\":\"Group\"}", pattern, metric);
  }

  private static String filter(String id, String group, String pattern, String metric) {
    return ",\""
        + id
        + "\":{\"Type\":\"AWS::Logs::MetricFilter\",\"Properties\":{\"LogGroupName\":"
        + group
        + ",\"FilterPattern\":\""
        + pattern
        + "\",\"MetricTransformations\":[{\"MetricName\":\""
        + metric
        + "\",\"MetricNamespace\":\"Changes\",\"MetricValue\":\"1\"}]}}";
  }

  private static String alarm(String id, String metric) {
    return ",\""
        + id
        + "\":{\"Type\":\"AWS::CloudWatch::Alarm\",\"Properties\":{\"MetricName\":\""
        + metric
        + "\",\"Namespace\":\"Changes\",\"Statistic\":\"Sum\",\"Period\":300,"
        + "\"EvaluationPeriods\":1,\"Threshold\":1,"
        + "\"ComparisonOperator\":\"GreaterThanOrEqualToThreshold\","
        + "\"AlarmActions\":[{\"Ref\":\"Alerts\"}]}}";
  }

  private static String each(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
  }

  private static String numbers(int count, String before) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + before + i + "\"")
        .collect(Collectors.joining(","));
  }
}
