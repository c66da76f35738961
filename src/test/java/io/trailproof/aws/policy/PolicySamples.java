package io.trailproof.aws.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.policy.Decision.Outcome;

/** Policies and requests that the tests of policies are written with. */
final class PolicySamples {

  static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:alerts";
  static final String STREAM =
      "arn:aws:logs:us-east-1:111122223333:log-group:/aws/trail:log-stream:111122223333_CloudTrail_us-east-1";

  static final Request PUBLISH =
      Request.of("cloudwatch.amazonaws.com", "sns:Publish", PolicyText.of(TOPIC))
          .with(
              "aws:SourceArn",
              PolicyText.of("arn:aws:cloudwatch:us-east-1:111122223333:alarm:changes"))
          .with("aws:SourceAccount", PolicyText.of("111122223333"))
          .with("AWS:SourceOwner", PolicyText.of("111122223333"));

  static final Request ASSUME =
      Request.of("cloudtrail.amazonaws.com", "sts:AssumeRole", PolicyText.hole())
          .with("aws:SourceAccount", PolicyText.of("111122223333"));

  static final Request PUT =
      Request.of("cloudtrail.amazonaws.com", "logs:PutLogEvents", PolicyText.of(STREAM));

  static PolicyDocument policy(String... statements) {
    return PolicyDocument.parse(
        "{'Version':'2012-10-17','Statement':[%s]}"
            .formatted(String.join(",", statements))
            .replace('\'', '"'));
  }

  static String allow(String principal, String condition) {
    return "{'Effect':'Allow','Principal':%s,'Action':'SNS:Publish','Resource':'%s'%s}"
        .formatted(principal, TOPIC, condition.isEmpty() ? "" : ",'Condition':{" + condition + "}");
  }

  static Decision topic(String... statements) {
    return policy(statements).decide(Mode.RESOURCE, PUBLISH);
  }

  static void is(Outcome outcome, String explanation, Decision decision) {
    assertEquals(explanation, decision.explanation());
    assertEquals(outcome, decision.outcome());
  }

  static PolicyDocument logs(String effect, String actions, String resource) {
    return policy(
        "{'Effect':'%s','Action':%s,'Resource':'%s'}".formatted(effect, actions, resource));
  }

  private PolicySamples() {}
}
