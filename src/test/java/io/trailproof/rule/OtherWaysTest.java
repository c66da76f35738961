package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.check.Checker;
import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.OtherWay;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.cases.RuleCase;
import io.trailproof.rule.cases.RuleCaseReader;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What several ways of one rule come to, in the catalog's words. */
final class OtherWaysTest {
  private static final Rule RULE = RulesFolder.rule("iam-policy-changes");
  private static final Rule DIRECT = RulesFolder.rule("iam-policy-changes-eventbridge");
  private static final List<String> ALL = RULE.ways().besides().stream().map(Chain::way).toList();

  /** A second rule, which says its ways in one line. */
  private static final String SECOND =
      """
      id: iam-user-changes
      title: a change to a user raises an alarm
      claim: fires
      severity: high
      default: "off"
      chain: cloudtrail-alarm
      ways: [eventbridge]
      events: { source: iam.amazonaws.com, names: [CreateUser, DeleteUser, UpdateUser] }
      controls: []
      """;

  private static RuleResult check(Rule rule, ResourceGraph graph, Optional<ResourceGraph> before) {
    return new Checker(RulesFolder.CATALOG)
        .check(rule, new DeploymentGraphs(graph, List.of(), before));
  }

  private static RuleResult check(Rule rule, List<Resource> given) {
    return check(rule, graph(given), Optional.empty());
  }

  private static ResourceGraph graph(List<Resource> given) {
    return Outsiders.complete(RulesFolder.CATALOG, given, List.of(), List.of());
  }

  /** The resources of the only case of a test file that has these lines as its base. */
  private static List<Resource> given(Rule rule, String base) {
    String text =
        "rule: %s\nbase:\n%scases: [{ name: it, expect: { verdict: pass } }]\n"
            .formatted(rule.id(), base.indent(2));
    Outcome<List<RuleCase>> read =
        new RuleCaseReader(RulesFolder.CATALOG, rule).read(yaml("case.test.yaml", text));
    assertEquals(List.of(), read.diagnostics());
    return read.value().orElseThrow().get(0).given();
  }

  /** The first case of a rule in which everything holds. */
  private static List<Resource> whole(Rule rule) {
    return RulesFolder.cases(rule).stream()
        .filter(one -> one.verdict() == Verdict.PASS)
        .findFirst()
        .orElseThrow()
        .given();
  }

  private static Resource with(Resource one, String type, String property, String value) {
    return one.type().equals(type) ? one.with(property, Value.text(value, Origin.NOWHERE)) : one;
  }

  private static Node yaml(String name, String text) {
    return YamlReader.read(SourceFile.ofText(name, text)).value().orElseThrow();
  }

  private static List<Verdict> verdicts(List<EventProof> proofs) {
    return proofs.stream().map(EventProof::verdict).toList();
  }

  private static String trail(String name, String more) {
    return "%s: { type: aws.cloudtrail.Trail, name: org-%s, logging: true, multiRegion: true, globalServiceEvents: true%s }\n"
        .formatted(name, name, more);
  }

  /** An event rule on some calls that tells somebody. */
  private static String direct(String account, String names) {
    return """
    calls:
      type: aws.events.Rule
      name: calls
      bus: default
      state: ENABLED
      enabled: true%1$s
      pattern: { source: [aws.iam], detail-type: [AWS API Call via CloudTrail], detail: { eventName: %2$s } }
    toTopic: { type: aws.events.Target, rule: !ref calls.name, target: !ref told.arn%3$s }
    told: { type: aws.sns.Topic, name: told%3$s }
    callsPublish:
      type: aws.sns.TopicPolicy
      topics: [!ref told.arn]%1$s
      policy: { Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: "sns:Publish", Resource: "*" }] }
    teller: { type: aws.sns.Subscription, topic: !ref told.arn, protocol: email, endpoint: a@corp.test%3$s }
    """
        .formatted(
            account.isEmpty() ? "" : "\n  account: \"" + account + "\"",
            names,
            account.isEmpty() ? "" : ", account: \"" + account + "\"");
  }

  @Test
  void aSecondRuleGetsItsWaysByOneLine() {
    RuleReader reader = new RuleReader(RulesFolder.CATALOG, Predicates.ALL);
    for (Path chain : RulesFolder.inOrderOfTheIndex("chains")) {
      reader.readChain(RulesFolder.read(chain));
    }
    Outcome<Rule> read = reader.readRule(yaml("second.yaml", SECOND));
    assertEquals(List.of(), read.diagnostics());
    Rule second = read.value().orElseThrow();
    List<Resource> given =
        given(second, trail("trail", "") + direct("", "[CreateUser, DeleteUser, UpdateUser]"));
    RuleResult alone = check(second, given);
    assertEquals(Verdict.FAIL, alone.verdict());
    assertTrue(alone.isTakenAnotherWay());
    assertEquals(Verdict.PASS, check(second.letting(List.of("eventbridge")), given).verdict());
    Rule derived = second.ofOtherWays().get(0);
    assertEquals("iam-user-changes-eventbridge", derived.id());
    assertEquals(Verdict.PASS, check(derived, given).verdict());
    List<Resource> less =
        given(second, trail("trail", "") + direct("", "[CreateUser, DeleteUser]"));
    assertEquals(Verdict.FAIL, check(derived, less).verdict());
  }

  /** Only a call by its name is held against an event pattern; a partial record is left open. */
  @Test
  void anEventThatIsNoNamedCallIsLeftOpen() {
    RuleReader reader = new RuleReader(RulesFolder.CATALOG, Predicates.ALL);
    for (Path chain : RulesFolder.inOrderOfTheIndex("chains")) {
      reader.readChain(RulesFolder.read(chain));
    }
    String root =
        SECOND.replaceFirst(
            "events: .*", "events: { name: RootUse, pattern: '{ \\$.userIdentity.type = Root }' }");
    Rule rule = reader.readRule(yaml("root.yaml", root)).value().orElseThrow();
    List<Resource> given = given(rule, trail("trail", "") + direct("", "[{ exists: true }]"));
    RuleResult alone = check(rule, given);
    assertEquals(Verdict.FAIL, alone.verdict());
    assertFalse(alone.isTakenAnotherWay());
    Verdict pattern =
        check(rule.letting(ALL), given).proofs().get(0).path().steps().stream()
            .flatMap(step -> step.judged().stream())
            .filter(judged -> judged.requirement().id().equals("event-rule-pattern"))
            .map(judged -> judged.judgement().verdict())
            .findFirst()
            .orElseThrow();
    assertEquals(Verdict.UNKNOWN, pattern);
  }

  /** Over all cases of all ways: each event gets the best that any way alone makes of it. */
  @Test
  void togetherWaysComeToTheBestOfEach() {
    List<Rule> alone = new ArrayList<>(List.of(RULE));
    alone.addAll(RULE.ofOtherWays());
    int improved = 0;
    for (Rule rule : alone) {
      for (RuleCase one : RulesFolder.cases(rule)) {
        RuleResult together = check(RULE.letting(ALL), one.given());
        List<RuleResult> each = alone.stream().map(way -> check(way, one.given())).toList();
        boolean oneAccount = together.accounts().isEmpty();
        for (int i = 0; i < RULE.events().size(); i++) {
          Verdict best = Verdict.FAIL;
          for (RuleResult result : each) {
            best = best.or(result.proofs().get(i).verdict());
            oneAccount &= result.accounts().isEmpty();
          }
          Verdict found = together.proofs().get(i).verdict();
          assertTrue(found.compareTo(each.get(0).proofs().get(i).verdict()) >= 0, one.name());
          if (oneAccount) {
            assertEquals(best, found, one.name());
          }
          improved += found == each.get(0).proofs().get(i).verdict() ? 0 : 1;
        }
      }
    }
    assertTrue(improved > 100, "only " + improved);
  }

  /** Of two accounts each is told in its own way. */
  @Test
  void eachAccountMayHaveItsOwnWay() {
    String account = "222233334444";
    List<Resource> given = new ArrayList<>(whole(RULE));
    assertEquals(Verdict.PASS, check(RULE, given).verdict(), "the first account by itself");
    given.addAll(
        given(
            RULE,
            trail("other", ", account: \"" + account + "\"")
                + direct(account, "[{ suffix: Policy }, { suffix: PolicyVersion }]")));
    RuleResult alone = check(RULE, given);
    assertEquals(Verdict.FAIL, alone.verdict());
    assertEquals(2, alone.accounts().size());
    OtherWay way =
        alone.otherWays().stream()
            .filter(one -> one.chain().way().equals("eventbridge"))
            .findFirst()
            .orElseThrow();
    assertTrue(alone.isTakenAnotherWay(), "what the second account lacks, the event rule does");
    for (AccountProofs proofs : alone.accounts()) {
      boolean second = proofs.account().equals(account);
      assertEquals(second ? 16 : 0, way.of(proofs.proofs(), proofs.account(), Verdict.PASS).size());
    }
    RuleResult together = check(RULE.letting(ALL), given);
    assertEquals(Verdict.PASS, together.verdict());
    assertEquals(16, together.needing().size(), "one account does, so no control is served");
  }

  /** What takes the place of the filter is another way: nothing is lost where that counts. */
  @Test
  void whatAPlanTakesAwayIsLostOnlyWithoutAnotherWay() {
    ResourceGraph before = graph(whole(RULE));
    ResourceGraph after = graph(whole(DIRECT));
    RuleResult alone = check(RULE, after, Optional.of(before));
    assertFalse(alone.before().orElseThrow().lost().isEmpty());
    RuleResult together = check(RULE.letting(ALL), after, Optional.of(before));
    assertEquals(Verdict.PASS, together.before().orElseThrow().verdict());
    assertEquals(List.of(), together.before().orElseThrow().lost());
  }

  /** What is nearest to right afterwards may be another way than the one that broke. */
  @Test
  void theWayThatBreaksIsNamed() {
    ResourceGraph before = graph(whole(DIRECT));
    List<Resource> broken = new ArrayList<>(whole(RULE));
    broken.replaceAll(one -> with(one, "aws.cloudwatch.Alarm", "threshold", "100"));
    whole(DIRECT).stream()
        .filter(one -> one.type().startsWith("aws.events."))
        .map(one -> with(one, "aws.events.Rule", "state", "DISABLED"))
        .forEach(broken::add);
    RuleResult result = check(RULE.letting(ALL), graph(broken), Optional.of(before));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals("metric-filter", result.proofs().get(0).chain().way());
    assertEquals(
        List.of("this plan breaks the chain by way of EventBridge for all 16 events"),
        result.before().orElseThrow().lost());
  }

  @Test
  void aPassNamesTheEventsThatNeedAnotherWay() {
    RuleResult result = check(RULE.letting(ALL), whole(DIRECT));
    assertEquals(16, result.needing().size());
    assertEquals(List.of(), result.otherWays());
    RuleResult asked = check(RULE.letting(ALL), whole(RULE));
    assertEquals(List.of(), asked.needing());
    assertEquals(Verdict.PASS, verdicts(asked.proofs()).get(0));
  }

  /**
   * An existing trail may have an event rule elsewhere; what is broken here is said all the same.
   */
  @Test
  void whatIsBrokenIsSaidThoughAnotherWayMayStandElsewhere() {
    List<Resource> given = new ArrayList<>(whole(RULE));
    given.replaceAll(one -> with(one, "aws.cloudwatch.Alarm", "threshold", "100"));
    given.replaceAll(
        one ->
            one.type().equals("aws.cloudtrail.Trail")
                ? new Resource(
                    one.id(),
                    one.type(),
                    one.dialect(),
                    Existence.EXISTING,
                    one.place(),
                    one.properties(),
                    one.span())
                : one);
    assertEquals(Verdict.FAIL, check(RULE, given).verdict());
    assertEquals(List.of(), check(RULE, given).otherWays());
    RuleResult together = check(RULE.letting(ALL), given);
    assertEquals(Verdict.UNKNOWN, together.verdict());
    assertEquals(List.of("broken-as-asked"), together.notes().stream().map(Note::code).toList());
    assertTrue(together.notes().get(0).message().startsWith("by metric filter it is broken: "));
  }
}
