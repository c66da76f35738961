package io.trailproof.aws.policy;

import static io.trailproof.aws.policy.PolicySamples.PUBLISH;
import static io.trailproof.aws.policy.PolicySamples.PUT;
import static io.trailproof.aws.policy.PolicySamples.allow;
import static io.trailproof.aws.policy.PolicySamples.is;
import static io.trailproof.aws.policy.PolicySamples.policy;
import static io.trailproof.aws.policy.PolicySamples.topic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.policy.Decision.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What IAM and SNS refuse as a policy. */
final class PolicyRefusalTest {

  @Test
  void aStatementWithoutActionsHasNoEffectInThePolicyOfAKeyAlone() {
    PolicyDocument document =
        policy(
            "{'Effect':'Allow','Principal':'*','Resource':'*'}",
            allow("{'Service':'cloudwatch.amazonaws.com'}", ""));
    assertEquals(Outcome.REFUSED, document.decide(Mode.RESOURCE, PUBLISH).outcome());
    assertEquals(Outcome.ALLOWED, document.ofKey().decide(Mode.RESOURCE, PUBLISH).outcome());
    PolicyDocument broken = policy("{'Effect':'allow','Principal':'*','Resource':'*'}");
    assertEquals(Outcome.REFUSED, broken.ofKey().decide(Mode.RESOURCE, PUBLISH).outcome());
  }

  @Test
  void aPolicyOfATopicNeedsAPrincipal() {
    is(
        Outcome.REFUSED,
        "statement 1 is malformed: it has no `Principal`, and the API will refuse it",
        topic("{'Effect':'Allow','Action':'SNS:Publish','Resource':'*'}"));
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
