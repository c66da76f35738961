package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.check.cases.RuleCaseRun;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.cases.RuleCase;
import io.trailproof.rule.cases.RuleCaseReader;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the facts about AWS ask of the chains, in the catalog's words. */
class FactCasesTest {
  private static final Path ROOT = Path.of(System.getProperty("trailproof.root", "."));
  private static final Path HERE = ROOT.resolve("src/test/resources/io/trailproof/check");

  private static final Path FACTS =
      ROOT.resolve("rules/monitoring/iam-policy-changes.facts.test.yaml");

  private final Catalog catalog = BundledCatalog.read();
  private final List<Rule> rules = BundledRules.read(catalog, Predicates.ALL);

  @TestFactory
  Stream<DynamicTest> alarms() throws Exception {
    return cases("iam-policy-changes", FACTS);
  }

  @TestFactory
  Stream<DynamicTest> eventBridge() throws Exception {
    return cases(
        "iam-policy-changes-eventbridge",
        ROOT.resolve("rules/monitoring/iam-policy-changes-eventbridge.test.yaml"));
  }

  /** A case of {@code notes.test.yaml} is named for the note that it brings about. */
  @TestFactory
  Stream<DynamicTest> notes() throws Exception {
    Rule rule = rule("iam-policy-changes");
    return read(rule, HERE.resolve("notes.test.yaml")).stream()
        .map(
            one ->
                dynamicTest(
                    one.name(),
                    () -> {
                      RuleResult result = result(rule, one);
                      List<String> codes = result.notes().stream().map(Note::code).toList();
                      assertTrue(codes.contains(one.name()), () -> "only " + codes);
                      assertEquals(one.verdict(), result.verdict(), () -> "" + result.findings());
                    }));
  }

  @Test
  void wholeChainHasNoNotes() throws Exception {
    Rule rule = rule("iam-policy-changes");
    RuleResult result = result(rule, read(rule, FACTS).get(0));
    assertEquals(List.of(), result.notes());
  }

  /** F46: the limits are counted over all filters of a log group. */
  @Test
  void logGroupTakesHundredFilters() throws Exception {
    assertEquals(List.of(), withMoreFilters(99, "{ $.eventName = x }"));
    assertEquals(
        List.of("iam-policy-changes/filter-count"), withMoreFilters(100, "{ $.eventName = x }"));
    assertEquals(List.of(), withMoreFilters(6, "{ $.eventName = %x% }"));
  }

  /**
   * F46: filters that nobody knows the pattern or the log group of may be those that are too many.
   */
  @Test
  void filtersThatMayCountLeaveTheLimitOpen() throws Exception {
    Value later = new Value.Unknown("is known only after apply", Origin.NOWHERE);
    Value regex = Value.text("{ $.eventSource = %iam.amazonaws.com% }", Origin.NOWHERE);
    assertEquals(List.of(), withMoreFilters(regex, 4, "pattern", later));
    assertEquals(
        List.of("iam-policy-changes/filter-count"), withMoreFilters(regex, 5, "pattern", later));
    Value plain = Value.text("{ $.eventSource = iam.amazonaws.com }", Origin.NOWHERE);
    assertEquals(List.of(), withMoreFilters(plain, 5, "pattern", later));
    assertEquals(List.of(), withMoreFilters(plain, 99, "logGroup", later));
    assertEquals(
        List.of("iam-policy-changes/filter-count"), withMoreFilters(plain, 100, "logGroup", later));
  }

  /** The codes of what is not known, with a pattern of the chain's own filter and more filters. */
  private List<String> withMoreFilters(Value pattern, int count, String property, Value value)
      throws Exception {
    Rule rule = rule("iam-policy-changes");
    List<Resource> given = new ArrayList<>();
    for (Resource one : read(rule, FACTS).get(0).given()) {
      boolean filter = one.type().equals("aws.logs.MetricFilter");
      given.add(filter ? one.with("pattern", pattern) : one);
      for (int i = 0; filter && i < count; i++) {
        Resource more =
            one.with(property, value).with("metricName", Value.text("x", Origin.NOWHERE));
        given.add(named(more, "filter" + i));
      }
    }
    RuleResult result =
        new Checker(catalog).check(rule, Outsiders.complete(catalog, given, List.of(), List.of()));
    assertEquals(result.findings().isEmpty() ? Verdict.PASS : Verdict.UNKNOWN, result.verdict());
    return result.findings().stream().map(Finding::code).toList();
  }

  /** F48: a filter with one transformation in one way and two in another may be refused. */
  @Test
  void whetherThereIsOneTransformationMayHangOnACondition() throws Exception {
    Value one = new Value.Fields(Map.of(), Origin.NOWHERE);
    assertEquals(
        "filter-metric",
        undecided(
            "aws.logs.MetricFilter", "transformations", either(items(1, one), items(2, one))));
    assertEquals(
        "",
        undecided(
            "aws.logs.MetricFilter", "transformations", either(items(1, one), items(1, one))));
  }

  /** F77: likewise an alarm with six actions in one way. */
  @Test
  void whetherThereAreTooManyActionsMayHangOnACondition() throws Exception {
    Value topic = chainOf("aws.cloudwatch.Alarm").property("actions");
    Value action = ((Value.Items) topic).items().get(0);
    assertEquals(
        "alarm-actions-count",
        undecided("aws.cloudwatch.Alarm", "actions", either(items(6, action), items(1, action))));
    assertEquals(
        "",
        undecided("aws.cloudwatch.Alarm", "actions", either(items(5, action), items(1, action))));
  }

  private Resource chainOf(String type) throws Exception {
    return read(rule("iam-policy-changes"), FACTS).get(0).given().stream()
        .filter(one -> one.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static Value items(int count, Value each) {
    return new Value.Items(Collections.nCopies(count, each), Origin.NOWHERE);
  }

  private static Value either(Value one, Value other) {
    return new Value.Choice(List.of(one, other), "hangs on a condition", Origin.NOWHERE);
  }

  /** What is not known of the chain with another value of a property; empty if it holds. */
  private String undecided(String type, String property, Value value) throws Exception {
    Rule rule = rule("iam-policy-changes");
    List<Resource> given = new ArrayList<>();
    for (Resource one : read(rule, FACTS).get(0).given()) {
      given.add(one.type().equals(type) ? one.with(property, value) : one);
    }
    RuleResult result =
        new Checker(catalog).check(rule, Outsiders.complete(catalog, given, List.of(), List.of()));
    if (result.verdict() == Verdict.PASS) {
      return "";
    }
    assertEquals(Verdict.UNKNOWN, result.verdict());
    return result.findings().get(0).code().replaceFirst(".*/", "");
  }

  private List<String> withMoreFilters(int count, String pattern) throws Exception {
    Rule rule = rule("iam-policy-changes");
    List<Resource> given = new ArrayList<>(read(rule, FACTS).get(0).given());
    Resource filter =
        given.stream()
            .filter(one -> one.type().equals("aws.logs.MetricFilter"))
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < count; i++) {
      Resource more =
          filter
              .with("pattern", Value.text(pattern, Origin.NOWHERE))
              .with("metricName", Value.text("other", Origin.NOWHERE));
      given.add(named(more, "filter" + i));
    }
    return new Checker(catalog)
        .check(rule, Outsiders.complete(catalog, given, List.of(), List.of())).findings().stream()
            .map(Finding::code)
            .toList();
  }

  private static Resource named(Resource one, String name) {
    return new Resource(
            new ResourceId(one.id().input(), name),
            one.type(),
            one.dialect(),
            one.existence(),
            one.place(),
            one.properties(),
            one.span())
        .with("name", Value.text(name, Origin.NOWHERE));
  }

  @Test
  void ruleForEventBridgeIsOffByDefault() {
    assertTrue(rule("iam-policy-changes").byDefault());
    assertEquals(false, rule("iam-policy-changes-eventbridge").byDefault());
  }

  private Stream<DynamicTest> cases(String id, Path file) throws Exception {
    Rule rule = rule(id);
    RuleCaseRun run = new RuleCaseRun(catalog, rule);
    return read(rule, file).stream()
        .map(
            one ->
                dynamicTest(one.name(), () -> assertEquals(List.of(), run.of(one).differences())));
  }

  private RuleResult result(Rule rule, RuleCase one) {
    return new Checker(catalog)
        .check(rule, Outsiders.complete(catalog, one.given(), List.of(), List.of()));
  }

  private List<RuleCase> read(Rule rule, Path file) throws Exception {
    Node root = YamlReader.read(SourceFile.open(file.toString(), file)).value().orElseThrow();
    Outcome<List<RuleCase>> cases = new RuleCaseReader(catalog, rule).read(root);
    assertEquals(List.of(), cases.diagnostics());
    return cases.value().orElseThrow();
  }

  private Rule rule(String id) {
    return rules.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
