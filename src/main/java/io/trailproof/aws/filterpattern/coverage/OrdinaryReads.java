package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads that services of AWS make all the time in any account in use, by the service that is read
 * (F150); what a scanner reads once in a while keeps no alarm in ALARM.
 */
final class OrdinaryReads {
  private static final Map<String, List<String>> BY_SERVICE =
      Map.ofEntries(
          of("autoscaling", "DescribeAutoScalingGroups"),
          of("ec2", "DescribeInstances DescribeInstanceStatus DescribeNetworkInterfaces"),
          of("ecr", "GetAuthorizationToken BatchGetImage"),
          of("elasticloadbalancing", "DescribeLoadBalancers DescribeTargetHealth"),
          of("kms", "Decrypt GenerateDataKey"),
          of("monitoring", "DescribeAlarms"),
          of("s3", "GetBucketAcl"),
          of("sts", "AssumeRole GetCallerIdentity"));

  private OrdinaryReads() {}

  private static Map.Entry<String, List<String>> of(String service, String names) {
    return Map.entry(service + ".amazonaws.com", Arrays.asList(names.split(" ", -1)));
  }

  /**
   * One that the pattern takes of a service that it does not name.
   *
   * @param like an ordinary record, all of it but what is called
   * @param counts whether a service counts
   */
  static Optional<Json.Obj> taken(FilterPattern pattern, Json.Obj like, Predicate<String> counts) {
    return BY_SERVICE.keySet().stream()
        .sorted()
        .filter(counts)
        .filter(service -> !names(pattern, like, service))
        .flatMap(
            service ->
                BY_SERVICE.getOrDefault(service, List.of()).stream()
                    .map(name -> of(like, service, name)))
        .filter(record -> pattern.matches(record) == Truth.YES)
        .findFirst();
  }

  /** True if the names of all such calls rule an expression out. */
  static boolean areRuledOut(JsonExpression expression, Predicate<String> counts) {
    for (Map.Entry<String, List<String>> service : BY_SERVICE.entrySet()) {
      if (counts.test(service.getKey())) {
        for (String name : service.getValue()) {
          if (!ToldNames.of(service.getKey(), name).ruleOut(expression)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** True if a test of the pattern tells the service from one that nobody names. */
  private static boolean names(FilterPattern pattern, Json.Obj like, String service) {
    Json.Obj other = of(like, service, "");
    return pattern.tests().stream()
        .filter(test -> isOfSource(test.selector()))
        .map(JsonPattern::new)
        .anyMatch(test -> test.matches(other) != test.matches(like));
  }

  private static boolean isOfSource(Selector selector) {
    List<Selector.PathStep> steps = selector.steps();
    return !steps.isEmpty()
        && steps.get(steps.size() - 1) instanceof Selector.PathStep.Key key
        && key.name().equals("eventSource");
  }

  private static Json.Obj of(Json.Obj like, String service, String name) {
    Map<String, Json> members = new LinkedHashMap<>(like.members());
    members.put("eventSource", new Json.Str(service));
    members.put("eventName", new Json.Str(name));
    return new Json.Obj(members);
  }
}
