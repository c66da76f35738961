package io.trailproof.aws.policy;

import static io.trailproof.aws.policy.PolicySamples.PUT;
import static io.trailproof.aws.policy.PolicySamples.TOPIC;
import static io.trailproof.aws.policy.PolicySamples.is;
import static io.trailproof.aws.policy.PolicySamples.logs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.policy.Decision.Outcome;
import io.trailproof.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the policies of a role allow together, those of AWS included. */
final class PolicySetTest {

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
}
