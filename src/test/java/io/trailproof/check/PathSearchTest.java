package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.check.result.Finding;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

public final class PathSearchTest {
  private static final Value UNKNOWN =
      new Value.Unknown("is known only after apply", Origin.NOWHERE);

  private static Resource copy(Resource resource, String address, Existence existence) {
    Resource copy =
        new Resource(
            new ResourceId(resource.id().input(), address),
            resource.type(),
            resource.dialect(),
            existence,
            resource.place(),
            resource.properties(),
            resource.span());
    return address.equals(resource.address())
        ? copy
        : copy.with("name", Value.text(address, Origin.NOWHERE));
  }

  private static List<Resource> existing(String address) {
    return Bench.whole().stream()
        .map(one -> one.address().equals(address) ? copy(one, address, Existence.EXISTING) : one)
        .toList();
  }

  private static List<String> addresses(RuleResult result, int event) {
    return result.proofs().get(event).path().steps().stream().map(PathStep::address).toList();
  }

  @Test
  void aProofNamesEveryResourceOnTheWay() {
    assertEquals(
        List.of("trail", "trailLogs", "audit", "page", "page", "alerts", "mail"),
        addresses(Bench.check(Bench.whole()), 0));
  }

  @Test
  void aWholeChainRestsOnTheReaderOfTheMail() {
    RuleResult result = Bench.check(Bench.whole());
    assertEquals(List.of(), result.findings());
    assertEquals(
        List.of("trail-bucket", "subscriber-confirms"),
        result.assumptions().stream().map(one -> one.code()).toList());
  }

  @Test
  void theBestOfTwoPathsCounts() {
    Resource page = Bench.named(Bench.whole(), "page");
    Resource bad =
        Bench.changed(
            copy(page, "a-bad-page", Existence.MANAGED),
            "threshold",
            Value.text("100", Origin.NOWHERE));
    RuleResult result = Bench.check(Bench.plus(Bench.whole(), bad));
    assertEquals(Verdict.PASS, result.verdict());
    assertTrue(addresses(result, 0).contains("page"));
  }

  @Test
  void ofTwoBrokenPathsTheOneThatHoldsLongerIsShown() {
    Resource page = Bench.named(Bench.whole(), "page");
    List<Resource> resources =
        Bench.plus(
            Bench.without(
                Bench.with(Bench.whole(), "alerts", "fifo", Value.flag(true, Origin.NOWHERE))),
            Bench.changed(
                copy(page, "a-worse-page", Existence.MANAGED),
                "threshold",
                Value.text("100", Origin.NOWHERE)));
    assertEquals(
        List.of(
            "iam-policy-changes/sns-subscription-delivery",
            "iam-policy-changes/sns-topic-name",
            "iam-policy-changes/sns-topic-type"),
        Bench.codes(Bench.check(resources)));
  }

  @Test
  void ofAlarmsThatAreNotLinkedTheNearestIsShown() {
    Resource page = Bench.named(Bench.whole(), "page");
    Resource far =
        Bench.changed(
            copy(page, "a-far-page", Existence.MANAGED),
            "metricName",
            Value.text("Errors", Origin.NOWHERE));
    List<Resource> resources =
        Bench.plus(Bench.with(Bench.whole(), "page", "namespace", "LogMetrics"), far);
    Finding finding = Bench.check(resources).findings().get(0);
    assertEquals("iam-policy-changes/metric-namespace", finding.code());
    assertEquals("page", finding.address());
  }

  @Test
  void aMissingResourceIsToldAtTheOneBefore() {
    Finding finding = Bench.check(Bench.without(Bench.whole(), "mail")).findings().get(0);
    assertEquals("alerts", finding.address());
    assertEquals("subscription", finding.link());
    assertEquals("nobody is subscribed to topic `alerts`", finding.message());
  }

  @Test
  void oneFaultIsOneFindingWhateverNumberOfEventsItCosts() {
    RuleResult result = Bench.check(Bench.with(Bench.whole(), "page", "threshold", "100"));
    assertEquals(1, result.findings().size());
    Finding finding = result.findings().get(0);
    assertEquals("iam-policy-changes/alarm-threshold", finding.code());
    assertEquals(Verdict.FAIL, finding.verdict());
    assertEquals("page", finding.address());
    assertEquals(16, finding.events().size());
    assertEquals(1, finding.reasons().size());
  }

  @Test
  void twoFaultsOnOnePathAreTwoFindings() {
    List<Resource> resources =
        Bench.with(
            Bench.with(Bench.whole(), "page", "threshold", "100"),
            "trail",
            "logging",
            Value.flag(false, Origin.NOWHERE));
    assertEquals(
        List.of("iam-policy-changes/alarm-threshold", "iam-policy-changes/trail-logging"),
        Bench.codes(Bench.check(resources)));
  }

  @Test
  void helpIsGivenForAFaultAndNotForAnUnknown() {
    RuleResult fails = Bench.check(Bench.with(Bench.whole(), "page", "actionsEnabled", "false"));
    assertEquals(List.of("set `actionsEnabled` to `true`"), fails.findings().get(0).help());
    RuleResult open = Bench.check(Bench.with(Bench.whole(), "page", "actionsEnabled", UNKNOWN));
    assertEquals(List.of(), open.findings().get(0).help());
    assertEquals(
        "cannot tell: `actionsEnabled` of `page` is known only after apply",
        open.findings().get(0).message());
  }

  @Test
  void aDefiniteBreakBeatsAnUnknownLink() {
    List<Resource> resources =
        Bench.with(
            Bench.with(Bench.whole(), "trail", "logging", UNKNOWN), "page", "threshold", "100");
    RuleResult result = Bench.check(resources);
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of("iam-policy-changes/alarm-threshold"), Bench.codes(result));
  }

  @Test
  void anInputThatCannotBeReliedOnProvesNothingEitherWay() {
    Gap gap = new Gap(Gap.Extent.EVERYTHING, "the plan has errors", "", null);
    for (List<Resource> resources : List.of(Bench.whole(), List.<Resource>of())) {
      RuleResult result = Bench.check(resources, gap);
      assertEquals(16, result.count(Verdict.UNKNOWN));
      assertEquals(List.of("iam-policy-changes/input"), Bench.codes(result));
      assertEquals("cannot tell: the plan has errors", result.findings().get(0).message());
    }
  }

  @Test
  void whereResourcesAreHiddenNothingIsCertainlyMissing() {
    Gap gap = new Gap(Gap.Extent.MORE_RESOURCES, "stack `x` is not here", "x", null);
    for (String address : List.of("trail", "audit", "page", "mail")) {
      RuleResult result = Bench.check(Bench.without(Bench.whole(), address), gap);
      assertEquals(Verdict.UNKNOWN, result.verdict(), address);
      assertEquals("cannot tell: stack `x` is not here", result.findings().get(0).message());
    }
  }

  @Test
  void whatIsHiddenSpoilsNoProof() {
    Gap gap = new Gap(Gap.Extent.MORE_RESOURCES, "stack `x` is not here", "x", null);
    assertEquals(Verdict.PASS, Bench.check(Bench.whole(), gap).verdict());
  }

  @Test
  void theTrailOfAnExistingLogGroupMayBeElsewhere() {
    RuleResult result =
        Bench.check(Bench.without(existing("trailLogs"), "trail", "delivery", "mayWrite"));
    assertEquals(Verdict.UNKNOWN, result.verdict());
    assertEquals("(trail elsewhere)", addresses(result, 0).get(0));
  }

  @Test
  void whatFollowsAnExistingResourceMayBeElsewhere() {
    assertEquals(
        Verdict.UNKNOWN, Bench.check(Bench.without(existing("trailLogs"), "audit")).verdict());
    assertEquals(Verdict.UNKNOWN, Bench.check(Bench.without(existing("audit"), "page")).verdict());
    assertEquals(Verdict.UNKNOWN, Bench.check(Bench.without(existing("alerts"), "mail")).verdict());
  }

  @Test
  void anExistingAlarmWithoutActionsNotifiesNobody() {
    List<Resource> resources =
        Bench.with(existing("page"), "page", "actions", new Value.Items(List.of(), Origin.NOWHERE));
    assertEquals(Verdict.FAIL, Bench.check(resources).verdict());
  }

  @Test
  void aBrokenSubscriberOfOurOwnProvesNothingOfATopicThatIsNotKnown() {
    List<Resource> resources =
        Bench.with(
            Bench.with(Bench.whole(), "mail", "pending", Value.flag(true, Origin.NOWHERE)),
            "page",
            "actions",
            UNKNOWN);
    assertEquals(Verdict.UNKNOWN, Bench.check(resources).verdict());
  }

  @Test
  void aResourceThatIsTakenAwayLeadsNowhere() {
    Resource topic = Bench.named(Bench.whole(), "alerts");
    List<Resource> left =
        Bench.with(
            Bench.without(Bench.whole(), "alerts", "mail"),
            "page",
            "actions",
            "arn:aws:sns:us-east-1:111122223333:security-alerts");
    ResourceGraph graph = Outsiders.complete(RulesFolder.CATALOG, left, List.of(topic), List.of());
    RuleResult result = new Checker(RulesFolder.CATALOG).check(Bench.RULE, graph);
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(Bench.codes(result).contains("iam-policy-changes/removed"));
  }

  @Test
  void aConditionThatIsOpenLeavesTheVerdictOpen() {
    List<Resource> resources =
        Bench.whole().stream()
            .map(
                one ->
                    one.address().equals("page")
                        ? one.with(
                            "exists", new Value.Unknown("`Prod` is not known", Origin.NOWHERE))
                        : one)
            .toList();
    RuleResult result = Bench.check(resources);
    assertEquals(Verdict.UNKNOWN, result.verdict());
    assertEquals(List.of("iam-policy-changes/condition"), Bench.codes(result));
  }

  @Test
  void aSensitiveValueIsNeverShown() {
    Value secret = new Value.Known("s3cret-name", new Origin(null, true));
    RuleResult result = Bench.check(Bench.with(Bench.whole(), "page", "metricName", secret));
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(result.findings().stream().noneMatch(one -> one.toString().contains("s3cret")));
  }

  /** Subscriptions to the topic or to another one, which take no message of an alarm. */
  private static List<Resource> amongOpenSubscriptions(List<Resource> chain, int subscriptions) {
    List<Resource> all = new ArrayList<>(chain);
    Resource mail = Bench.named(Bench.whole(), "mail");
    Value elsewhere = Value.text("arn:aws:sns:eu-west-1:111122223333:other", Origin.NOWHERE);
    Value either =
        new Value.Choice(List.of(mail.property("topic"), elsewhere), "is one", Origin.NOWHERE);
    Value none = new Value.Items(List.of(Value.text("none", Origin.NOWHERE)), Origin.NOWHERE);
    Value never = new Value.Fields(Map.of("severity", none), Origin.NOWHERE);
    for (int i = 0; i < subscriptions; i++) {
      Resource other = copy(mail, "a" + i + "-mail", Existence.MANAGED);
      all.add(Bench.changed(Bench.changed(other, "topic", either), "filterPolicy", never));
    }
    return all;
  }

  @Test
  void aProofIsFoundAmongMoreThanAreLookedAt() {
    assertEquals(Verdict.PASS, Bench.check(amongOpenSubscriptions(Bench.whole(), 150)).verdict());
    // What stands behind more than are asked is found by what it names.
    assertEquals(Verdict.PASS, Bench.check(amongOpenSubscriptions(Bench.whole(), 1_100)).verdict());
  }

  @Test
  void whatIsMoreThanIsLookedAtLacksNothingForCertain() {
    List<Resource> unheard = Bench.without(Bench.whole(), "mail");
    assertEquals(Verdict.FAIL, Bench.check(amongOpenSubscriptions(unheard, 100)).verdict());
    RuleResult beyond = Bench.check(amongOpenSubscriptions(unheard, 101));
    assertEquals(Verdict.UNKNOWN, beyond.verdict());
    assertTrue(
        beyond.findings().stream()
            .anyMatch(one -> one.message().contains("no more than 100 of them are looked at")),
        () -> beyond.findings().toString());
  }

  /** Policies of topics that nobody can tell, which all say the same. */
  private static List<Resource> openPolicies(int count) {
    List<Resource> all = new ArrayList<>(Bench.whole());
    for (int i = 0; i < count; i++) {
      all.add(
          Bench.changed(
              new Resource(
                  new ResourceId("main", "policy" + i),
                  "aws.sns.TopicPolicy",
                  Bench.named(Bench.whole(), "alerts").dialect(),
                  Existence.MANAGED,
                  Bench.named(Bench.whole(), "alerts").place(),
                  Map.of("policy", Value.text(LETS_ANYBODY, Origin.NOWHERE)),
                  null),
              "topics",
              new Value.Items(List.of(UNKNOWN), Origin.NOWHERE)));
    }
    return all;
  }

  private static final String LETS_ANYBODY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
          + "\"Action\":\"sns:Publish\",\"Resource\":\"*\"}]}";

  private static boolean isHeldApart(int policies) {
    ResourceGraph graph =
        Outsiders.complete(RulesFolder.CATALOG, openPolicies(policies), List.of(), List.<Gap>of());
    return !graph.premises().of(new ResourceId("main", "policy0")).isEmpty();
  }

  @Test
  void ofMoreThanAreHeldTogetherAnyMayBeOne() {
    assertFalse(isHeldApart(201), "they are one, or say the same");
    assertTrue(isHeldApart(202), "nobody looks at the rest");
  }

  /** However many may be the policy of the topic, none of them is passed over. */
  @Test
  void ofManyPoliciesThatMayBeOfTheTopicTheLastSpoilsAProof() {
    List<Resource> policies = openPolicies(150);
    assertEquals(Verdict.PASS, Bench.check(policies).verdict());
    List<Resource> denying =
        Bench.with(policies, "policy99", "policy", LETS_ANYBODY.replace("Allow", "Deny"));
    assertEquals(Verdict.UNKNOWN, Bench.check(denying).verdict());
  }
}
