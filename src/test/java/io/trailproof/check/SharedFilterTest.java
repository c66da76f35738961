package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.check.result.Finding;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.cases.RuleCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What helps where a filter or a query does not take the events never breaks another purpose. */
final class SharedFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.eventName = CreateTrail || $.eventName = StopLogging }",
        "{ $.eventName = CreatePolicy || $.eventName = ConsoleLogin }",
        "{ ($.eventName = \"CreatePolicy\") || ($.eventName = \"NobodyKnows\") }",
        "?CreatePolicy ?StopLogging",
        "{ $.userIdentity.type = \"Root\" }",
        "{ $.errorCode = \"AccessDenied*\" }"
      })
  void filterOfOtherCallsStays(String pattern) {
    assertEquals(
        "add an", helped("iam-policy-changes", "aws.logs.MetricFilter", "pattern", pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.eventName = CreatePolicy }",
        "{ $.eventName = \"CreatePolicy\" && $.eventName = \"DeletePolicy\" }",
        "{ $.eventName = createpolicy || $.eventName = DeletePolicyy }",
        "{ $.eventName = \"*Policyversion\" }",
        "{ $.eventSource = \"iam.amazonaws.com\" && $.readOnly IS TRUE }",
        "{ $.eventName = ",
        "?CreatePolicy ?DeletePolicy"
      })
  void filterOfTheRuleAloneIsSet(String pattern) {
    assertEquals(
        "set `patt", helped("iam-policy-changes", "aws.logs.MetricFilter", "pattern", pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter eventName = 'ConsoleLogin'",
        "filter eventName in ['CreatePolicy', 'StopLogging']"
      })
  void queryOfOtherCallsStays(String query) {
    assertEquals(
        "add an",
        helped("iam-policy-changes-log-alarm", "aws.cloudwatch.LogAlarm", "query", query));
  }

  /** The beginning of the first help of a chain that is whole but for a text. */
  private static String helped(String id, String type, String property, String text) {
    Rule rule = RulesFolder.rule(id);
    RuleCase whole = RulesFolder.cases(rule).get(0);
    List<Resource> given = new ArrayList<>();
    for (Resource one : whole.given()) {
      given.add(
          one.type().equals(type) ? one.with(property, Value.text(text, Origin.NOWHERE)) : one);
    }
    Finding finding =
        new Checker(RulesFolder.CATALOG)
            .check(rule, Outsiders.complete(RulesFolder.CATALOG, given, List.of(), List.of()))
            .findings()
            .get(0);
    String help = finding.help().get(finding.help().size() - 1);
    return help.startsWith("add an") ? "add an" : help.substring(0, 9);
  }
}
