package io.trailproof.aws.policy;

import static io.trailproof.aws.policy.PolicySamples.ASSUME;
import static io.trailproof.aws.policy.PolicySamples.PUBLISH;
import static io.trailproof.aws.policy.PolicySamples.PUT;
import static io.trailproof.aws.policy.PolicySamples.TOPIC;
import static io.trailproof.aws.policy.PolicySamples.allow;
import static io.trailproof.aws.policy.PolicySamples.is;
import static io.trailproof.aws.policy.PolicySamples.policy;
import static io.trailproof.aws.policy.PolicySamples.topic;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.policy.Decision.Outcome;
import io.trailproof.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyDocumentTest {

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
  void escapesAreRead() {
    assertEquals(
        Outcome.ALLOWED,
        policy(
                "{'Effect':'Allow','Action':'\\u006cogs:*','Resource':'\\/*','Sid':'\\\"'}"
                    .replace("\\/*", "*"))
            .decide(Mode.IDENTITY, PUT)
            .outcome());
  }
}
