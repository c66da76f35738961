package io.trailproof.aws.eventselector;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What CloudTrail records a call as. The documentation lists the data events, which management
 * events leave out, by service, and says of no call whether it is a read; so a call is taken for a
 * management write (F1, F8) where its service is one of those known here and its name says so.
 */
public enum CallKind {
  /** A management event that changes something. */
  MANAGEMENT_WRITE,
  /** It may be a read, or a data event. */
  UNKNOWN;

  /**
   * Services by the prefix of their {@code eventSource}, with what the names of their data events
   * and of their reads hold, among those that begin as changes do.
   */
  private static final Map<String, List<String>> SERVICES =
      Map.ofEntries(
          Map.entry("access-analyzer", List.of()),
          Map.entry("acm", List.of()),
          Map.entry("autoscaling", List.of()),
          Map.entry("backup", List.of()),
          Map.entry("cloudformation", List.of()),
          Map.entry("cloudfront", List.of()),
          Map.entry("cloudtrail", List.of("Query")),
          Map.entry("config", List.of()),
          Map.entry("dynamodb", List.of("Item", "Records")),
          Map.entry("ec2", List.of()),
          Map.entry("ecs", List.of()),
          Map.entry("eks", List.of()),
          Map.entry("elasticloadbalancing", List.of()),
          Map.entry("events", List.of("Events")),
          Map.entry("guardduty", List.of()),
          Map.entry("iam", List.of()),
          Map.entry("kms", List.of()),
          Map.entry("lambda", List.of()),
          Map.entry("logs", List.of("Query", "LogEvents", "LiveTail")),
          Map.entry("monitoring", List.of("MetricData")),
          Map.entry("organizations", List.of()),
          Map.entry("rds", List.of()),
          Map.entry("route53", List.of()),
          Map.entry("s3", List.of("Object", "Multipart", "Part", "Session", "Batch", "Annotation")),
          Map.entry("secretsmanager", List.of()),
          Map.entry("securityhub", List.of()),
          Map.entry("signin", List.of()),
          Map.entry("sns", List.of()),
          Map.entry("sqs", List.of("Message")),
          Map.entry("sso", List.of()),
          Map.entry("wafv2", List.of()));

  /** What the names of changes begin with. */
  private static final Set<String> VERBS =
      Set.of(
          "Accept",
          "Add",
          "Allocate",
          "Archive",
          "Assign",
          "Associate",
          "Attach",
          "Authorize",
          "Cancel",
          "Change",
          "Close",
          "Console",
          "Copy",
          "Create",
          "Deactivate",
          "Decline",
          "Delete",
          "Deregister",
          "Detach",
          "Disable",
          "Disassociate",
          "Enable",
          "Execute",
          "Import",
          "Invite",
          "Leave",
          "Modify",
          "Move",
          "Provision",
          "Put",
          "Reboot",
          "Register",
          "Reject",
          "Release",
          "Remove",
          "Replace",
          "Reset",
          "Restore",
          "Revoke",
          "Run",
          "Schedule",
          "Set",
          "Start",
          "Stop",
          "Subscribe",
          "Tag",
          "Terminate",
          "Unassign",
          "Unsubscribe",
          "Untag",
          "Update",
          "Upload");

  /** Of the words above, and of services with other verbs, those that data events hold. */
  private static final Map<String, List<String>> DATA =
      Map.of(
          "dynamodb", List.of("Item", "Records", "Query", "Scan", "Statement"),
          "events", List.of("Events"),
          "kinesis", List.of("Record", "Shard"),
          "lambda", List.of("Invoke"),
          "logs", List.of("LogEvents", "LiveTail"),
          "monitoring", List.of("MetricData", "MetricStatistics", "ListMetrics"),
          "s3", List.of("Object", "Multipart", "Part", "Session", "Batch", "Annotation"),
          "sns", List.of("Publish"),
          "sqs", List.of("Message"));

  private static final String ENDING = ".amazonaws.com";

  /**
   * That of a call.
   *
   * @param source the {@code eventSource}, such as {@code iam.amazonaws.com}
   * @param name the {@code eventName}
   */
  public static CallKind of(String source, String name) {
    List<String> others = SERVICES.get(service(source));
    boolean isWrite =
        others != null && VERBS.contains(verb(name)) && others.stream().noneMatch(name::contains);
    return isWrite ? MANAGEMENT_WRITE : UNKNOWN;
  }

  /** True if the call may be a data event, as far as is known of its service. */
  public static boolean mayBeData(String source, String name) {
    return DATA.getOrDefault(service(source), List.of()).stream().anyMatch(name::contains);
  }

  /** True if a call of that name may be a data event of some service. */
  public static boolean mayBeData(String name) {
    return DATA.values().stream().flatMap(List::stream).anyMatch(name::contains);
  }

  /** The prefix of an {@code eventSource}; empty for what is none. */
  private static String service(String source) {
    return source.endsWith(ENDING) ? source.substring(0, source.length() - ENDING.length()) : "";
  }

  /** What stands before the second capital. */
  private static String verb(String name) {
    int end = 1;
    while (end < name.length() && !Character.isUpperCase(name.charAt(end))) {
      end++;
    }
    return name.substring(0, Math.min(end, name.length()));
  }
}
