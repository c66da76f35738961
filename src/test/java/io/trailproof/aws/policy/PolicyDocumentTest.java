package io.trailproof.aws.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.policy.Decision.Outcome;
import io.trailproof.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyDocumentTest {

  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:alerts";
  private static final String STREAM =
      "arn:aws:logs:us-east-1:111122223333:log-group:/aws/trail:log-stream:111122223333_CloudTrail_us-east-1";

  private static final Request PUBLISH =
      Request.of("cloudwatch.amazonaws.com", "sns:Publish", PolicyText.of(TOPIC))
          .with(
              "aws:SourceArn",
              PolicyText.of("arn:aws:cloudwatch:us-east-1:111122223333:alarm:changes"))
          .with("aws:SourceAccount", PolicyText.of("111122223333"))
          .with("AWS:SourceOwner", PolicyText.of("111122223333"));

  private static final Request ASSUME =
      Request.of("cloudtrail.amazonaws.com", "sts:AssumeRole", PolicyText.hole())
          .with("aws:SourceAccount", PolicyText.of("111122223333"));

  private static final Request PUT =
      Request.of("cloudtrail.amazonaws.com", "logs:PutLogEvents", PolicyText.of(STREAM));

  private static PolicyDocument policy(String... statements) {
    return PolicyDocument.parse(
        "{'Version':'2012-10-17','Statement':[%s]}"
            .formatted(String.join(",", statements))
            .replace('\'', '"'));
  }

  private static String allow(String principal, String condition) {
    return "{'Effect':'Allow','Principal':%s,'Action':'SNS:Publish','Resource':'%s'%s}"
        .formatted(principal, TOPIC, condition.isEmpty() ? "" : ",'Condition':{" + condition + "}");
  }

  private static Decision topic(String... statements) {
    return policy(statements).decide(Mode.RESOURCE, PUBLISH);
  }

  private static void is(Outcome outcome, String explanation, Decision decision) {
    assertEquals(explanation, decision.explanation());
    assertEquals(outcome, decision.outcome());
  }

  @Test
  void aServiceIsAllowedByName() {
    is(
        Outcome.ALLOWED,
        "statement 1 allows it",
        topic(allow("{'Service':['events.amazonaws.com','cloudwatch.amazonaws.com']}", "")));
  }

  @Test
  void anotherServiceIsNotTheService() {
    is(
        Outcome.DENIED_BY_DEFAULT,
        "no statement lets `cloudwatch.amazonaws.com` do `sns:Publish`: statement 1 does not, its"
            + " `Principal` is `events.amazonaws.com`, not `cloudwatch.amazonaws.com`",
        topic(allow("{'Service':'events.amazonaws.com'}", "")));
  }

  @Test
  void anAccountIsNoService() {
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        topic(allow("{'AWS':'arn:aws:iam::111122223333:root'}", "")).outcome());
    assertEquals(Outcome.DENIED_BY_DEFAULT, topic(allow("{'AWS':'111122223333'}", "")).outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'*'", "{'AWS':'*'}", "{'AWS':['*']}"})
  void everybodyIncludesServices(String principal) {
    assertEquals(Outcome.ALLOWED, topic(allow(principal, "")).outcome());
  }

  @Test
  void theDefaultPolicyOfATopicLetsAlarmsOfTheAccountPublish() {
    assertEquals(
        Outcome.ALLOWED,
        topic(allow("{'AWS':'*'}", "'StringEquals':{'AWS:SourceOwner':'111122223333'}")).outcome());
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        topic(allow("{'AWS':'*'}", "'StringEquals':{'AWS:SourceOwner':'999999999999'}")).outcome());
  }

  @Test
  void anExplicitDenyWins() {
    is(
        Outcome.DENIED_EXPLICITLY,
        "statement `Quiet` denies it",
        topic(
            allow("'*'", ""),
            "{'Sid':'Quiet','Effect':'Deny','Principal':'*','Action':'sns:*','Resource':'*'}"));
  }

  @Test
  void aDenyOfInsecureTransportDoesNotTouchServices() {
    assertEquals(
        Outcome.ALLOWED,
        topic(
                allow("'*'", ""),
                "{'Effect':'Deny','Principal':'*','Action':'sns:Publish','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}}")
            .outcome());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'ArnLike':{'aws:SourceArn':'arn:aws:cloudwatch:us-east-1:111122223333:alarm:*'} | ALLOWED",
        "'ArnEquals':{'AWS:sourcearn':'arn:aws:cloudwatch:*:111122223333:alarm:changes'} | ALLOWED",
        "'ArnLike':{'aws:SourceArn':'arn:aws:cloudwatch:us-west-2:111122223333:alarm:*'} |"
            + " DENIED_BY_DEFAULT",
        "'ArnLike':{'aws:SourceArn':'arn:aws:cloudwatch:*:alarm:*:*'} | DENIED_BY_DEFAULT",
        "'ArnLike':{'aws:SourceArn':'arn:aws:cloudwatch:*'} | UNKNOWN",
        "'ArnNotLike':{'aws:SourceArn':'arn:aws:cloudwatch:us-east-1:111122223333:alarm:*'} |"
            + " DENIED_BY_DEFAULT",
        "'StringEquals':{'aws:SourceAccount':['1','111122223333']} | ALLOWED",
        "'StringEquals':{'aws:SourceAccount':'1'} | DENIED_BY_DEFAULT",
        "'StringNotEquals':{'aws:SourceAccount':['1','111122223333']} | DENIED_BY_DEFAULT",
        "'StringNotEquals':{'aws:SourceAccount':'1'} | ALLOWED",
        "'StringLike':{'aws:SourceAccount':'1111*'} | ALLOWED",
        "'StringEqualsIgnoreCase':{'aws:SourceAccount':'111122223333'} | ALLOWED",
        "'StringEquals':{'aws:PrincipalOrgID':'o-1'} | DENIED_BY_DEFAULT",
        "'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-1'} | ALLOWED",
        "'StringNotEquals':{'aws:PrincipalOrgID':'o-1'} | ALLOWED",
        "'IpAddress':{'aws:SourceIp':'10.0.0.0/8'} | DENIED_BY_DEFAULT",
        "'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'} | ALLOWED",
        "'StringEquals':{'aws:SourceOrgID':'o-1'} | UNKNOWN",
        "'Null':{'aws:SourceArn':'false'} | ALLOWED",
        "'Null':{'aws:SourceArn':true} | DENIED_BY_DEFAULT",
        "'Null':{'aws:PrincipalArn':'true'} | ALLOWED",
        "'Bool':{'aws:PrincipalIsAWSService':'true'} | ALLOWED",
        "'Bool':{'aws:SecureTransport':true} | ALLOWED",
        "'ForAnyValue:StringEquals':{'aws:SourceAccount':'111122223333'} | ALLOWED",
        "'ForAnyValue:StringEquals':{'aws:PrincipalOrgPaths':'o-1/*'} | DENIED_BY_DEFAULT",
        "'ForAllValues:StringEquals':{'aws:PrincipalOrgPaths':'o-1/*'} | ALLOWED",
        "'DateGreaterThan':{'aws:CurrentTime':'2030-01-01T00:00:00Z'} | UNKNOWN",
        "'StringMatches':{'aws:SourceAccount':'111122223333'} | UNKNOWN",
        "'StringEquals':{'aws:SourceAccount':'${aws:PrincipalAccount}'} | UNKNOWN",
        "'StringEquals':{'aws:SourceAccount':'111122223333'},'StringLike':{'aws:SourceOrgID':'*'} |"
            + " UNKNOWN",
        "'StringEquals':{'aws:SourceAccount':'1'},'StringLike':{'aws:SourceOrgID':'*'} |"
            + " DENIED_BY_DEFAULT",
      })
  void conditionsHold(String condition, Outcome outcome) {
    Decision decision = topic(allow("'*'", condition));
    assertEquals(outcome, decision.outcome(), decision.explanation());
  }

  @Test
  void anUndecidedConditionIsNamed() {
    is(
        Outcome.UNKNOWN,
        "statement 1 may allow it: whether its condition `StringEquals` on `aws:SourceOrgID` holds"
            + " is not known",
        topic(allow("'*'", "'StringEquals':{'aws:SourceOrgID':'o-1'}")));
  }

  @Test
  void aListedServiceIsLeftOutAndOthersAreUnknown() {
    String listed = "{'Effect':'Deny','NotPrincipal':%s,'Action':'sns:Publish','Resource':'*'}";
    assertEquals(
        Outcome.ALLOWED,
        topic(allow("'*'", ""), listed.formatted("{'Service':'cloudwatch.amazonaws.com'}"))
            .outcome());
    assertEquals(
        Outcome.UNKNOWN,
        topic(allow("'*'", ""), listed.formatted("{'AWS':'111122223333'}")).outcome());
  }

  @Test
  void actionsIgnoreCaseAndTakeWildcards() {
    String statement = "{'Effect':'Allow','Principal':'*',%s,'Resource':'arn:aws:sns:*:*:al?rts'}";
    assertEquals(Outcome.ALLOWED, topic(statement.formatted("'Action':'sns:pub*'")).outcome());
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        topic(statement.formatted("'Action':['sns:Get*','sns:Subscribe']")).outcome());
    assertEquals(
        Outcome.ALLOWED, topic(statement.formatted("'NotAction':'sns:Delete*'")).outcome());
    assertEquals(
        Outcome.DENIED_BY_DEFAULT, topic(statement.formatted("'NotAction':'SNS:*'")).outcome());
  }

  @Test
  void anotherResourceIsNotTheResource() {
    String statement = "{'Effect':'Allow','Principal':'*','Action':'*','%s':'%s'}";
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        topic(statement.formatted("Resource", TOPIC + "-other")).outcome());
    assertEquals(Outcome.ALLOWED, topic(statement.formatted("NotResource", "x")).outcome());
    assertEquals(
        Outcome.DENIED_BY_DEFAULT, topic(statement.formatted("NotResource", TOPIC)).outcome());
  }

  @Test
  void aTrustPolicyNeedsNoResource() {
    PolicyDocument trust =
        policy(
            "{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'sts:AssumeRole'}");
    assertEquals(Outcome.ALLOWED, trust.decide(Mode.TRUST, ASSUME).outcome());
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        policy(
                "{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},'Action':'sts:AssumeRole'}")
            .decide(Mode.TRUST, ASSUME)
            .outcome());
    assertEquals(Outcome.UNKNOWN, trust.decide(Mode.RESOURCE, PUBLISH).outcome());
  }

  @Test
  void everybodyInATrustPolicyMayNotMeanServices() {
    assertEquals(
        Outcome.UNKNOWN,
        policy("{'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole'}")
            .decide(Mode.TRUST, ASSUME)
            .outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:cloudwatch:us-east-1:111122223333:alarm:*, UNKNOWN",
    "arn:aws:cloudwatch:us-east-1:*:alarm:other*, DENIED_BY_DEFAULT",
    "arn:aws:cloudwatch:*:*:alarm:changes, ALLOWED",
    "arn:aws:cloudwatch:*:alarm:changes, DENIED_BY_DEFAULT",
    "arn:aws:cloudwatch:us-west-2:111122223333:alarm:*, DENIED_BY_DEFAULT",
    "arn:aws:cloudwatch:us-east-1:999999999999:alarm:*, UNKNOWN",
  })
  void arnsWithHolesAreComparedPartByPart(String pattern, Outcome outcome) {
    PolicyText alarm =
        PolicyText.of("arn:aws:cloudwatch:us-east-1:")
            .then(PolicyText.of(new Json.Hole("account", "", Json.Shape.ACCOUNT, "")))
            .then(":alarm:changes");
    Decision decision =
        policy(allow("'*'", "'ArnLike':{'aws:SourceArn':'" + pattern + "'}"))
            .decide(Mode.RESOURCE, PUBLISH.with("aws:SourceArn", alarm));
    assertEquals(outcome, decision.outcome());
  }

  private static PolicyDocument logs(String effect, String actions, String resource) {
    return policy(
        "{'Effect':'%s','Action':%s,'Resource':'%s'}".formatted(effect, actions, resource));
  }

  @Test
  void policiesOfARoleAddUp() {
    PolicyDocument create = logs("Allow", "'logs:CreateLogStream'", "*");
    PolicyDocument put =
        logs("Allow", "['logs:PutLogEvents']", "arn:aws:logs:*:*:log-group:/aws/trail:*");
    assertEquals(
        Outcome.ALLOWED, PolicySet.of(List.of(create, put)).decide(Mode.IDENTITY, PUT).outcome());
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        PolicySet.of(List.of(create)).decide(Mode.IDENTITY, PUT).outcome());
    assertEquals(
        Outcome.DENIED_EXPLICITLY,
        PolicySet.of(List.of(put, logs("Deny", "'logs:*'", "*")))
            .decide(Mode.IDENTITY, PUT)
            .outcome());
  }

  @Test
  void aRoleWithoutPoliciesMayDoNothing() {
    is(
        Outcome.DENIED_BY_DEFAULT,
        "no statement lets `cloudtrail.amazonaws.com` do `logs:PutLogEvents`",
        PolicySet.of(List.of()).decide(Mode.IDENTITY, PUT));
  }

  @Test
  void aPolicyThatCannotBeSeenMayAllowAndMayDeny() {
    PolicyDocument put = logs("Allow", "'logs:PutLogEvents'", "*");
    PolicyDocument managed = PolicyDocument.unseen("managed by AWS", false);
    PolicyDocument later = PolicyDocument.unseen("known only after apply", true);
    is(
        Outcome.UNKNOWN,
        "a policy that is managed by AWS may allow it",
        PolicySet.of(List.of(managed)).decide(Mode.IDENTITY, PUT));
    assertEquals(
        Outcome.ALLOWED, PolicySet.of(List.of(put, managed)).decide(Mode.IDENTITY, PUT).outcome());
    is(
        Outcome.UNKNOWN,
        "a policy that is known only after apply may deny it",
        PolicySet.of(List.of(put, later)).decide(Mode.IDENTITY, PUT));
    assertEquals(
        Outcome.DENIED_EXPLICITLY,
        PolicySet.of(List.of(later, logs("Deny", "'*'", "*")))
            .decide(Mode.IDENTITY, PUT)
            .outcome());
  }

  @Test
  void theBoundaryMustAllowAsWell() {
    PolicySet role = PolicySet.of(List.of(logs("Allow", "'logs:*'", "*")));
    assertEquals(
        Outcome.ALLOWED,
        role.within(logs("Allow", "'logs:Put*'", "*")).decide(Mode.IDENTITY, PUT).outcome());
    Decision outside = role.within(logs("Allow", "'s3:*'", "*")).decide(Mode.IDENTITY, PUT);
    assertEquals(Outcome.DENIED_BY_DEFAULT, outside.outcome());
    assertTrue(outside.explanation().startsWith("the permissions boundary: "));
    assertEquals(
        Outcome.UNKNOWN,
        role.within(PolicyDocument.unseen("managed by AWS", false))
            .decide(Mode.IDENTITY, PUT)
            .outcome());
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        PolicySet.of(List.of())
            .within(PolicyDocument.unseen("managed by AWS", false))
            .decide(Mode.IDENTITY, PUT)
            .outcome());
  }

  @Test
  void aPolicyOfATopicNeedsAPrincipal() {
    is(
        Outcome.REFUSED,
        "statement 1 is malformed: it has no `Principal`, and the API will refuse it",
        topic("{'Effect':'Allow','Action':'SNS:Publish','Resource':'*'}"));
  }

  @Test
  void aServiceSendsNoExternalId() {
    String trust =
        "{'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},"
            + "'Action':'sts:AssumeRole','Condition':{'%s':{'sts:ExternalId':'x'}}}";
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        policy(trust.formatted("StringEquals")).decide(Mode.TRUST, ASSUME).outcome());
    assertEquals(
        Outcome.ALLOWED,
        policy(trust.formatted("StringEqualsIfExists")).decide(Mode.TRUST, ASSUME).outcome());
  }

  @Test
  void whatStandsInNoInputIsToldFromWhatIsKnownLater() {
    PolicyDocument elsewhere = PolicyDocument.elsewhere("not in this input");
    PolicyDocument later = PolicyDocument.parse(new Json.Unknown("is known only after apply"));
    assertTrue(PolicySet.of(List.of(elsewhere)).decide(Mode.IDENTITY, PUT).hangsOnUnseen());
    for (PolicyDocument other : List.of(later, logs("Allow", "'*'", "*"))) {
      Decision decision = PolicySet.of(List.of(elsewhere, other)).decide(Mode.IDENTITY, PUT);
      assertEquals(Outcome.UNKNOWN, decision.outcome());
      assertFalse(decision.hangsOnUnseen());
    }
    assertTrue(
        PolicySet.of(List.of(logs("Allow", "'*'", "*")))
            .within(elsewhere)
            .decide(Mode.IDENTITY, PUT)
            .hangsOnUnseen());
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::aws:policy/AdministratorAccess, ALLOWED",
    "arn:aws-us-gov:iam::aws:policy/AdministratorAccess, ALLOWED",
    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, ALLOWED",
    "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole, UNKNOWN",
    "arn:aws:iam::aws:policy/AWSLambdaExecute, ALLOWED",
    "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole, DENIED_BY_DEFAULT",
    "arn:aws:iam::aws:policy/ReadOnlyAccess, DENIED_BY_DEFAULT",
    "arn:aws:iam::aws:policy/AmazonCloudWatchRUMFullAccess, DENIED_BY_DEFAULT",
    "arn:aws:iam::aws:policy/AmazonSageMakerHyperPodInferenceAccess, UNKNOWN",
    "arn:aws:iam::aws:policy/AWSMcpServiceActionsFullAccess, UNKNOWN",
    "arn:aws:iam::aws:policy/OfTomorrow, UNKNOWN",
    "arn:aws:iam::aws:policy/aws-service-role/AWSCloudFrontLogger, REFUSED",
  })
  void policiesOfAwsAreKnownByName(String arn, Outcome outcome) {
    PolicyDocument document = ManagedPolicies.attached(PolicyText.of(arn)).orElseThrow();
    assertEquals(outcome, document.decide(Mode.IDENTITY, PUT).outcome());
    assertNotEquals(
        Outcome.ALLOWED,
        document
            .decide(
                Mode.IDENTITY,
                Request.of("lambda.amazonaws.com", "sns:Publish", PolicyText.of(TOPIC)))
            .outcome());
  }

  @Test
  void aPolicyOfOnesOwnIsNoneOfAws() {
    assertTrue(
        ManagedPolicies.named(PolicyText.of("arn:aws:iam::111122223333:policy/ReadOnlyAccess"))
            .isEmpty());
    assertTrue(
        ManagedPolicies.named(
                PolicyText.of("arn:")
                    .then(PolicyText.hole("AWS::Partition"))
                    .then(":iam::aws:policy/ReadOnlyAccess"))
            .isPresent());
  }

  @Test
  void aPolicyOfAwsThatGrantsNothingSaysOfWhichDayThatIs() {
    is(
        Outcome.DENIED_BY_DEFAULT,
        "no statement lets `cloudtrail.amazonaws.com` do `logs:PutLogEvents`: AWS's policy"
            + " `ReadOnlyAccess` of 2026-04-29 does not, its `Action` does not cover"
            + " `logs:PutLogEvents`",
        ManagedPolicies.named(PolicyText.of("arn:aws:iam::aws:policy/ReadOnlyAccess"))
            .orElseThrow()
            .decide(Mode.IDENTITY, PUT));
  }

  @Test
  void aResourceKnownLaterMatchesTheSamePattern() {
    PolicyText group = PolicyText.hole("aws_cloudwatch_log_group.trail.arn");
    Json statement =
        new Json.Obj(
            Map.of(
                "Effect", new Json.Str("Allow"),
                "Action", new Json.Str("logs:PutLogEvents"),
                "Resource", group.then(":*").json()));
    PolicyDocument document = PolicyDocument.parse(new Json.Obj(Map.of("Statement", statement)));
    Request put =
        Request.of("cloudtrail.amazonaws.com", "logs:PutLogEvents", group.then(":log-stream:x"));
    assertEquals(Outcome.ALLOWED, document.decide(Mode.IDENTITY, put).outcome());
    assertEquals(Outcome.UNKNOWN, document.decide(Mode.IDENTITY, PUT).outcome());
  }

  @Test
  void unknownPartsMatterOnlyWhereTheyDecide() {
    Json known =
        new Json.Obj(
            Map.of(
                "Effect", new Json.Str("Allow"),
                "Action", new Json.Str("logs:*"),
                "Resource", new Json.Str("*")));
    Json unknown = new Json.Unknown("is known only after apply");
    is(
        Outcome.UNKNOWN,
        "statement 2, which is known only after apply, may deny it",
        PolicyDocument.parse(
                new Json.Obj(Map.of("Statement", new Json.Arr(List.of(known, unknown)))))
            .decide(Mode.IDENTITY, PUT));
    assertEquals(
        Outcome.DENIED_BY_DEFAULT,
        PolicyDocument.parse(
                new Json.Obj(
                    Map.of(
                        "Statement",
                        new Json.Obj(
                            Map.of(
                                "Effect", unknown,
                                "Action", new Json.Str("s3:*"),
                                "Resource", unknown)))))
            .decide(Mode.IDENTITY, PUT)
            .outcome());
  }

  @Test
  void anUnknownDocumentIsUnknown() {
    is(
        Outcome.UNKNOWN,
        "a policy that is known only after apply may deny it",
        PolicySet.of(
                List.of(
                    logs("Allow", "'*'", "*"),
                    PolicyDocument.parse(new Json.Unknown("is known only after apply"))))
            .decide(Mode.IDENTITY, PUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "[]",
        "\"{}\"",
        "{}",
        "{'Statement':'x'}",
        "{'Statement':[{'Effect':'Allow'}]}",
        "{'Statement':[{'Effect':'allow','Action':'*','Resource':'*'}]}",
        "{'Statement':[{'Effect':'Allow','Action':'*','NotAction':'*','Resource':'*'}]}",
        "{'Statement':[{'Effect':'Allow','Action':'*','Resources':'*'}]}",
        "{'Statement':[{'Effect':'Allow','Action':'*'}]}",
        "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Principal':'*'}]}",
        "{'Statement':[],'Statement':[]}",
        "{'Statement':[]",
        "{'Statement':[]} x",
        "{'Statement':['\\x']}",
      })
  void whatIsNoPolicyIsMalformed(String json) {
    PolicyDocument document = PolicyDocument.parse(json.replace('\'', '"'));
    Outcome expected = json.contains("Resources") ? Outcome.UNKNOWN : Outcome.REFUSED;
    assertEquals(expected, document.decide(Mode.IDENTITY, PUT).outcome());
  }

  @Test
  void deepNestingIsMalformed() {
    assertTrue(PolicyDocument.parse("[".repeat(100_000)).problem().isPresent());
  }

  @Test
  void escapesAreRead() {
    assertEquals(
        Outcome.ALLOWED,
        policy(
                "{'Effect':'Allow','Action':'\\u006cogs:*','Resource':'\\/*','Sid':'\\\"'}"
                    .replace("\\/*", "*"))
            .decide(Mode.IDENTITY, PUT)
            .outcome());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Statement\": null}",
        "{\"Version\": null, \"Statement\": []}",
        "{\"Version\": 01, \"Statement\": []}",
        "{\"Statement\": [], \"Statement\": []}",
        "{\"Statement\": []} {}",
      })
  void whatTheApiRefusesIsNoDocument(String json) {
    assertTrue(PolicyDocument.parse(json).problem().isPresent(), json);
  }

  @Test
  void aPolicyIsNestedOnlySoDeep() {
    String deep = "[".repeat(32) + "]".repeat(32);
    assertEquals(
        Optional.of("the policy document is no JSON: nested deeper than 32 at character 40"),
        PolicyDocument.parse("{\"Sid\": " + deep + "}").problem());
  }
}
