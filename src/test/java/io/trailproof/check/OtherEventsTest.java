package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.check.result.RuleResult;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RuleReader;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.cases.RuleCaseReader;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is proven of the events of other controls than that of IAM policies. */
final class OtherEventsTest {
  private static final String UNAUTHORIZED =
      "{ name: a refused call, pattern: '{ ($.errorCode = \"*UnauthorizedOperation\") ||"
          + " ($.errorCode = \"AccessDenied*\") }' }";
  private static final String SECURITY_HUB_UNAUTHORIZED =
      "{($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\")}";
  private static final String ROOT =
      "{ name: use of root, pattern: '{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy"
          + " NOT EXISTS && $.eventType != \"AwsServiceEvent\" }' }";
  private static final String CIS_ROOT =
      "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="
          + " \"AwsServiceEvent\" }";
  private static final String NO_MFA =
      """
      [{ name: an IAM user, pattern: '{ $.eventSource = "signin.amazonaws.com" && $.eventName = "ConsoleLogin" && $.userIdentity.type = "IAMUser" && $.responseElements.ConsoleLogin = "Success" && $.additionalEventData.MFAUsed = "No" }' },
       { name: root, pattern: '{ $.eventSource = "signin.amazonaws.com" && $.eventName = "ConsoleLogin" && $.userIdentity.type = "Root" && $.responseElements.ConsoleLogin = "Success" && $.additionalEventData.MFAUsed = "No" }' }]\
      """;
  private static final String FAILED =
      "{ source: signin.amazonaws.com, names: [ConsoleLogin], outcome: failure }";
  private static final String KEYS =
      "{ source: kms.amazonaws.com, names: [DisableKey, ScheduleKeyDeletion] }";
  private static final String CIS_KEYS =
      "{($.eventSource = kms.amazonaws.com) &&"
          + " (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)) }";
  private static final String ORGANIZATIONS =
      "{ source: organizations.amazonaws.com, names: [LeaveOrganization, CreateAccount] }";
  private static final String CIS_ORGANIZATIONS =
      "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = \"LeaveOrganization\") ||"
          + " ($.eventName = CreateAccount)) }";
  private static final String BUCKETS =
      "{ source: s3.amazonaws.com, names: [PutBucketAcl, PutBucketLifecycle, DeleteBucketCors] }";
  private static final String CIS_BUCKETS =
      "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName ="
          + " PutBucketLifecycle) || ($.eventName = DeleteBucketCors)) }";

  private static final String WHOLE = "multiRegion: true";
  private static final String WRITES = "eventSelectors: [{ readWriteType: WriteOnly }]";
  private static final String READS = "eventSelectors: [{ readWriteType: ReadOnly }]";
  private static final String NO_KEYS =
      "eventSelectors: [{ excludedSources: [kms.amazonaws.com] }]";
  private static final String IN_VIRGINIA =
      "multiRegion: false, region: us-east-1, homeRegion: us-east-1";

  private static String advanced(String... fields) {
    return "advancedEventSelectors: [{ fieldSelectors: [{ field: eventCategory, equals:"
        + " [Management] }, "
        + String.join(", ", fields)
        + "] }]";
  }

  /**
   * Judges a chain that is whole but for this.
   *
   * @param expect the verdict, the requirement that breaks, and why
   */
  private static void assertJudged(String expect, String events, String pattern, String trail) {
    Rule rule = rule(events);
    Node file =
        yaml(
            """
            rule: own
            base:
              trail: { type: aws.cloudtrail.Trail, name: org-trail, logging: true, multiRegion: true, globalServiceEvents: true, logGroup: !ref trailLogs.arn, logRole: !ref delivery.arn, bucket: trail-records }
              trailLogs: { type: aws.logs.LogGroup, name: /aws/cloudtrail/org }
              delivery: { type: aws.iam.Role, name: trail-delivery, trust: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { Service: cloudtrail.amazonaws.com }, Action: "sts:AssumeRole" }] } }
              mayWrite: { type: aws.iam.RolePolicy, name: write-logs, roles: [!ref delivery.name], policy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*" }] } }
              audit: { type: aws.logs.MetricFilter, name: filter, logGroup: !ref trailLogs.name, pattern: '%s', metricName: Count, namespace: Audit, value: "1" }
              page: { type: aws.cloudwatch.Alarm, name: alarm, metricName: Count, namespace: Audit, statistic: Sum, period: 300, evaluationPeriods: 1, comparisonOperator: GreaterThanOrEqualToThreshold, threshold: 1, missingData: notBreaching, actions: [!ref alerts.arn] }
              alerts: { type: aws.sns.Topic, name: security-alerts }
              mail: { type: aws.sns.Subscription, topic: !ref alerts.arn, protocol: email, endpoint: security@corp.test }
            cases:
              - name: it
                change: { trail: { %s } }
                expect: { verdict: pass }
            """
                .formatted(pattern, trail));
    var outcome = new RuleCaseReader(RulesFolder.CATALOG, rule).read(file);
    assertEquals(List.of(), outcome.diagnostics());
    ResourceGraph graph =
        Outsiders.complete(
            RulesFolder.CATALOG,
            outcome.value().orElseThrow().get(0).given(),
            List.of(),
            List.of());
    RuleResult result = new Checker(RulesFolder.CATALOG).check(rule, graph);
    String told =
        result.findings().stream()
            .map(one -> " " + one.code().replace("own/", "") + ": " + one.message())
            .collect(Collectors.joining());
    assertEquals(expect, result.verdict().word() + told);
  }

  private static Rule rule(String events) {
    RuleReader reader = new RuleReader(RulesFolder.CATALOG, Predicates.ALL);
    BundledRules.read(reader);
    var outcome =
        reader.readRule(
            yaml(
                """
                id: own
                title: it is told
                claim: fires
                severity: high
                chain: cloudtrail-alarm
                controls: []
                events: %s
                """
                    .formatted(events)));
    assertEquals(List.of(), outcome.diagnostics());
    return outcome.value().orElseThrow();
  }

  private static Node yaml(String text) {
    return YamlReader.read(SourceFile.ofText("own.yaml", text)).value().orElseThrow();
  }

  @Test
  void aWholeChainTellsOfEachOfThem() {
    for (List<String> one :
        List.of(
            List.of(UNAUTHORIZED, SECURITY_HUB_UNAUTHORIZED),
            List.of(ROOT, CIS_ROOT),
            List.of(
                NO_MFA,
                "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\")"
                    + " }"),
            List.of(
                FAILED,
                "{ ($.eventName = ConsoleLogin) && ($.responseElements.ConsoleLogin = \"Failure\")"
                    + " }"),
            List.of(KEYS, CIS_KEYS),
            List.of(ORGANIZATIONS, CIS_ORGANIZATIONS),
            List.of(BUCKETS, CIS_BUCKETS))) {
      assertJudged("pass", one.get(0), one.get(1), WHOLE);
    }
  }

  private static final String CIS_NO_MFA =
      "{ ($.eventName = ConsoleLogin) && ($.additionalEventData.MFAUsed != Yes) }";
  private static final String NOT_TAKEN = " trail-selectors: the event selectors of trail `trail`";
  private static final String NOT_HEARD =
      "fail trail-regions: trail `trail` does not record in the Region where the event happens; ";
  private static final String ELSEWHERE = "a single-Region trail gets no events of other Regions";

  /** The selectors of the trail are asked for every record that an event stands for. */
  @Test
  void aTrailTakesReadsAndWritesAsItsSelectorsSay() {
    String missed =
        "fail" + NOT_TAKEN + " leave out `a refused call`; missed when `$.readOnly` is ";
    for (String writes : List.of(WRITES, advanced("{ field: readOnly, equals: [\"false\"] }"))) {
      assertJudged(missed + "`true`", UNAUTHORIZED, SECURITY_HUB_UNAUTHORIZED, writes);
      assertJudged("pass", KEYS, CIS_KEYS, writes);
      assertJudged("pass", "{ name: keys, pattern: '" + CIS_KEYS + "' }", CIS_KEYS, writes);
      assertJudged("pass", NO_MFA, CIS_NO_MFA, writes);
      assertJudged("pass", BUCKETS, CIS_BUCKETS, writes);
    }
    assertJudged(missed + "`false`", UNAUTHORIZED, SECURITY_HUB_UNAUTHORIZED, READS);
    assertJudged(
        "pass",
        UNAUTHORIZED,
        SECURITY_HUB_UNAUTHORIZED,
        "eventSelectors: [{ readWriteType: ReadOnly }, { readWriteType: WriteOnly }]");
    assertJudged(
        "unknown trail-selectors: cannot tell: the event selector: `readWriteType` is"
            + " known only later",
        UNAUTHORIZED,
        SECURITY_HUB_UNAUTHORIZED,
        "eventSelectors: [{ readWriteType: !unknown known only later }]");
    String assumed = "{ source: sts.amazonaws.com, names: [AssumeRole], access: %s }";
    String roles = "{ $.eventName = AssumeRole }";
    assertJudged("pass", assumed.formatted("read"), roles, READS);
    assertJudged("pass", assumed.formatted("both"), roles, WHOLE);
    assertJudged(
        "fail"
            + NOT_TAKEN
            + " leave out `AssumeRole`; the event selector: `readWriteType` is `ReadOnly`, and"
            + " `AssumeRole` is a write",
        assumed.formatted("both"),
        roles,
        READS);
    assertJudged(
        "unknown trail-selectors: cannot tell: whether `AssumeRole` is a read or a write is"
            + " not known",
        "{ source: sts.amazonaws.com, names: [AssumeRole] }",
        roles,
        READS);
  }

  @Test
  void aServiceMayBeLeftOut() {
    String missed = NOT_TAKEN + " leave out `a refused call`; missed when `$.eventSource` is ";
    for (String trail :
        List.of(NO_KEYS, advanced("{ field: eventSource, notEquals: [kms.amazonaws.com] }"))) {
      assertJudged(
          "fail" + missed + "`kms.amazonaws.com`", UNAUTHORIZED, SECURITY_HUB_UNAUTHORIZED, trail);
      assertJudged("pass", ORGANIZATIONS, CIS_ORGANIZATIONS, trail);
    }
    String only = advanced("{ field: eventSource, startsWith: [signin.] }");
    assertJudged("fail" + missed + "`other`", UNAUTHORIZED, SECURITY_HUB_UNAUTHORIZED, only);
    assertJudged("pass", NO_MFA, CIS_NO_MFA, only);
    assertJudged(
        "fail"
            + NOT_TAKEN
            + " leave out all 2 events; the event selector: `eventSource` leaves out"
            + " `kms.amazonaws.com`",
        KEYS,
        CIS_KEYS,
        only);
    assertJudged(
        "fail"
            + NOT_TAKEN
            + " leave out `a refused call`; the field `eventName` is not documented for management"
            + " events of a trail, the API will refuse it",
        UNAUTHORIZED,
        SECURITY_HUB_UNAUTHORIZED,
        advanced("{ field: eventName, notEquals: [HeadBucket] }"));
  }

  @Test
  void aTrailOfOneRegionHearsWhatIsRecordedThere() {
    assertJudged(NOT_HEARD + ELSEWHERE, UNAUTHORIZED, SECURITY_HUB_UNAUTHORIZED, IN_VIRGINIA);
    assertJudged(NOT_HEARD + ELSEWHERE, ROOT, CIS_ROOT, IN_VIRGINIA);
    assertJudged(NOT_HEARD + ELSEWHERE, KEYS, CIS_KEYS, IN_VIRGINIA);
    assertJudged("pass", ORGANIZATIONS, CIS_ORGANIZATIONS, IN_VIRGINIA);
    assertJudged(
        "pass",
        "{ source: signin.amazonaws.com, names: [ConsoleLogin], when: '{ $.userIdentity.type = Root"
            + " }' }",
        "{ $.eventName = ConsoleLogin }",
        IN_VIRGINIA);
    assertJudged(
        "unknown trail-regions: cannot tell: the trail is a single-Region trail, and in which"
            + " Regions the events of `signin.amazonaws.com` are recorded is not settled",
        FAILED,
        "{ $.responseElements.ConsoleLogin = Failure }",
        IN_VIRGINIA);
    assertJudged(
        "pass",
        "{ source: signin.amazonaws.com, names: [ConsoleLogin], regions: { aws: us-east-1 } }",
        "{ $.eventName = ConsoleLogin }",
        IN_VIRGINIA);
    assertJudged(
        "pass",
        NO_MFA.replaceFirst("\\{ name: an IAM user[^\\n]*\\n", ""),
        CIS_NO_MFA,
        IN_VIRGINIA);
    String regional = IN_VIRGINIA + ", globalServiceEvents: false";
    assertJudged(NOT_HEARD + ELSEWHERE, KEYS, CIS_KEYS, regional);
    assertJudged("pass", ORGANIZATIONS, CIS_ORGANIZATIONS, regional);
    assertJudged(
        "fail trail-global-events: trail `trail` does not take the events of global services, IAM"
            + " among them; the trail leaves out global service events, and `iam.amazonaws.com` is"
            + " one",
        "{ source: iam.amazonaws.com, names: [CreateUser] }",
        "{ $.eventName = CreateUser }",
        regional);
    assertJudged(
        NOT_HEARD + ELSEWHERE,
        "{ source: organizations.amazonaws.com, names: [CreateAccount], regions: any }",
        CIS_ORGANIZATIONS,
        IN_VIRGINIA);
  }

  /** What else becomes of sign-ins and of use of root by the patterns of benchmarks. */
  @Test
  void aPatternMayMissSomeOfThem() {
    assertJudged(
        "fail filter-pattern: the pattern of metric filter `audit` does not match `ConsoleLogin`;"
            + " missed when `$.errorMessage` is not `Failed authentication`",
        FAILED,
        "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }",
        WHOLE);
    assertJudged(
        "fail filter-pattern: the pattern of metric filter `audit` does not match `root`; missed"
            + " when `$.userIdentity.type` is not `IAMUser`",
        NO_MFA,
        "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") &&"
            + " ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin ="
            + " \"Success\") }",
        WHOLE);
    assertJudged(
        "unknown filter-pattern: cannot tell: it matches ordinary records as well, such as a"
            + " successful `DescribeThings` of any service, so a busy account may keep the alarm in"
            + " ALARM, and then it tells nobody of a change",
        UNAUTHORIZED,
        "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") ||"
            + " ($.sourceIPAddress!=\"delivery.logs.amazonaws.com\") ||"
            + " ($.eventName!=\"HeadBucket\") }",
        WHOLE);
    assertJudged(
        "fail filter-pattern: the pattern of metric filter `audit` does not match `a refused call`;"
            + " missed when `$.errorCode` is not `*UnauthorizedOperation` and `$.sourceIPAddress`"
            + " is `delivery.logs.amazonaws.com`",
        UNAUTHORIZED,
        "{ ($.errorCode =*UnauthorizedOperation) || ($.errorCode =AccessDenied*) &&"
            + " ($.sourceIPAddress!=delivery.logs.amazonaws.com) && ($.eventName!=HeadBucket) }",
        WHOLE);
    assertJudged(
        "fail filter-pattern: the pattern of metric filter `audit` does not match"
            + " `PutBucketPolicy`; missed when `$.eventName` is `PutBucketPolicy`",
        BUCKETS.replace("PutBucketAcl", "PutBucketPolicy"),
        CIS_BUCKETS,
        WHOLE);
  }

  /** Reads of users are meant, and those of roles are ordinary. */
  @Test
  void whatIsMeantIsNotTooMuch() {
    String users =
        "{ name: reads of users, pattern: '{ $.readOnly IS TRUE && $.userIdentity.type = IAMUser }'"
            + " }";
    assertJudged("pass", users, "{ $.userIdentity.type = IAMUser }", WHOLE);
    assertJudged(
        "unknown filter-pattern: cannot tell: it matches ordinary records as well, such as a"
            + " successful `DescribeThings` of any service, so a busy account may keep the alarm in"
            + " ALARM, and then it tells nobody of a change",
        users,
        "{ $.readOnly IS TRUE }",
        WHOLE);
  }
}
