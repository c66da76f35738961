package io.trailproof.rule;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.check.Checker;
import io.trailproof.check.result.PathStep;
import io.trailproof.document.Node;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.cases.RuleCase;
import io.trailproof.rule.own.EventsCheck;
import io.trailproof.rule.predicate.Predicates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people forget when they add a rule. */
final class RulesMetaTest {
  /**
   * Requirements that never fail. A filter that does not see the record as it was written may still
   * match it (F36, F55); the alarm itself always stands in its own place.
   */
  private static final Map<String, Set<String>> NEVER_FAIL =
      Map.ofEntries(
          Map.entry("filter-count", Set.of()), // takes a hundred filters, which FactCasesTest makes
          Map.entry("alarm-in-time", Set.of()), // asked by configurations, as ChoosingTest does
          Map.entry("filter-in-input", Set.of("unknown")), // what is declared may be there
          Map.entry("alarm-in-input", Set.of("unknown")),
          Map.entry("log-alarm-in-input", Set.of("unknown")),
          Map.entry("sns-subscription-log-alarm", Set.of("unknown")), // no text says no (F231)
          Map.entry(
              "log-alarm-composite", Set.of("unknown")), // no text says what comes of it (F234)
          Map.entry("log-alarm-record", Set.of("unknown")), // nor of a transformer (F246)
          Map.entry(
              "log-alarm-aggregation", Set.of("unknown")), // other functions may come to as much
          Map.entry("log-alarm-missing-data", Set.of("unknown")), // F227 is told in two ways
          Map.entry("rule-in-input", Set.of("unknown")),
          Map.entry("systems-manager-action", Set.of()),
          Map.entry("alarm-notifies", Set.of()));

  private static final String WORDS_TELL =
      "canonical words tell what a reference gives, where a plan may not";

  /** Requirements that can always be told, and why. */
  private static final Map<String, String> NEVER_UNKNOWN =
      Map.ofEntries(
          Map.entry("filter-log-group-name", WORDS_TELL),
          Map.entry("alarm-actions-arn", WORDS_TELL),
          Map.entry("sns-subscription-topic-arn", WORDS_TELL),
          Map.entry("event-target-arn", WORDS_TELL),
          Map.entry("alarm-in-time", "a configuration asks for it"),
          Map.entry("alarm-notifies", "the alarm itself always stands in its own place"),
          Map.entry("log-alarm-configuration", "what is not known the API may take"),
          Map.entry("trail-global-events", "what is not known is the concern of `trail-regions`"),
          Map.entry("systems-manager-action", "its ARN alone says what it is"),
          Map.entry(
              "alarm-actions-count", "a list that is not known is not supposed to be too long"),
          Map.entry(
              "filter-count", "filters that are not seen are not supposed to fill the log group"),
          Map.entry(
              "filter-names", "a name that is not known is not supposed to be an illegal one"),
          Map.entry(
              "log-group-key", "a key that is not seen is assumed to let the logs service in"),
          Map.entry("audit-subscription-confirmed", "that it is confirmed is assumed"));

  /** What the checker itself asks of every resource. */
  private static final Set<String> OF_THE_CHECKER =
      Set.of(
          "refused",
          "elsewhere",
          "condition",
          "removed",
          "replaced",
          "made-twice",
          "newer",
          "may-silence");

  private static final Pattern FACT = Pattern.compile("\\bF(\\d{1,3})\\b");
  private static final Pattern FACT_RANGE = Pattern.compile("\\bF(\\d{1,3})[–-]F(\\d{1,3})\\b");

  private static final Path FACTS = RulesFolder.CHECKOUT.resolve("docs/aws-facts.md");

  @TestFactory
  Stream<DynamicTest> everyRuleHasAPassAFailAndAnUnknownCase() {
    return RulesFolder.RULES.stream()
        .filter(rule -> !RulesFolder.isDerived(rule)) // its chain's requirements have their cases
        .map(
            rule ->
                dynamicTest(
                    rule.id(),
                    () -> {
                      Set<Verdict> verdicts =
                          cases(rule).stream()
                              .map(RuleCase::verdict)
                              .collect(toCollection(TreeSet::new));
                      assertEquals(Set.of(Verdict.values()), verdicts);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyRequirementHasACaseThatBreaksIt() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Chain chain : chains()) {
      Map<String, Set<String>> broken = broken(chain);
      for (String id : ids(chain)) {
        tests.add(
            dynamicTest(
                chain.id() + " " + id,
                () -> {
                  Set<String> verdicts = broken.getOrDefault(id, Set.of());
                  Set<String> exempt = NEVER_FAIL.get(id);
                  if (exempt == null) {
                    assertTrue(verdicts.contains("fail"), "no failing case breaks `" + id + "`");
                  } else {
                    assertEquals(
                        exempt, verdicts, "`" + id + "` is listed as one that never fails");
                  }
                }));
      }
    }
    return tests.stream();
  }

  /**
   * Every requirement is also seen to hold and to be undecided: by what comes of all cases,
   * whatever they were written for.
   */
  @TestFactory
  Stream<DynamicTest> everyRequirementHoldsSomewhereAndIsUndecidedSomewhere() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Chain chain : chains()) {
      Map<String, Set<Verdict>> seen = seen(chain);
      for (String id : ids(chain)) {
        tests.add(
            dynamicTest(
                chain.id() + " " + id,
                () -> {
                  Set<Verdict> verdicts = seen.getOrDefault(id, Set.of());
                  assertTrue(verdicts.contains(Verdict.PASS), "no case in which it holds");
                  assertEquals(
                      NEVER_UNKNOWN.containsKey(id),
                      !verdicts.contains(Verdict.UNKNOWN),
                      id + ": no case in which it cannot be told, or it is listed without need");
                }));
      }
    }
    return tests.stream();
  }

  /** What comes of each requirement in the cases of the chain's rules. */
  private static Map<String, Set<Verdict>> seen(Chain chain) {
    Map<String, Set<Verdict>> seen = new TreeMap<>();
    for (Rule rule : RulesFolder.RULES) {
      if (rule.chain().id().equals(chain.id())) {
        for (RuleCase one : cases(rule)) {
          seen(rule, one, seen);
        }
      }
    }
    return seen;
  }

  private static void seen(Rule rule, RuleCase one, Map<String, Set<Verdict>> seen) {
    ResourceGraph graph =
        Outsiders.complete(RulesFolder.CATALOG, one.given(), List.of(), List.of());
    new Checker(RulesFolder.CATALOG)
        .check(rule, new DeploymentGraphs(graph, List.of(), Optional.empty())).proofs().stream()
            .flatMap(proof -> proof.path().steps().stream())
            .forEach(
                step -> {
                  if (step.resource().isPresent()) {
                    add(seen, step.link().missing().id(), Verdict.PASS);
                  }
                  step.judged()
                      .forEach(
                          judged ->
                              add(
                                  seen,
                                  judged.requirement().id(),
                                  concerns(judged, step)
                                      ? judged.judgement().verdict()
                                      : Verdict.FAIL));
                });
  }

  /** A requirement on another type than the one at hand is met, which says nothing of it. */
  private static boolean concerns(Relation.Judged judged, PathStep step) {
    return !(judged.requirement().condition() instanceof Condition.OfType typed)
        || typed.types().contains(step.resource().orElseThrow().type());
  }

  private static void add(Map<String, Set<Verdict>> to, String id, Verdict verdict) {
    to.computeIfAbsent(id, any -> new TreeSet<>()).add(verdict);
  }

  @Test
  void casesBreakOnlyRequirementsThatThereAre() {
    for (Chain chain : chains()) {
      Set<String> unknown = new TreeSet<>(broken(chain).keySet());
      unknown.removeAll(ids(chain));
      unknown.removeAll(OF_THE_CHECKER);
      assertEquals(Set.of(), unknown);
    }
  }

  /** No start pays for asking. */
  @Test
  void theEventsOfBundledRulesAreSuchAsThereAre() {
    for (Path path : RulesFolder.inOrderOfTheIndex("rules")) {
      Node root = RulesFolder.read(path);
      String id =
          root.asMapping().flatMap(file -> file.get("id")).flatMap(Node::asString).orElse("");
      assertEquals(List.of(), EventsCheck.of(root, RulesFolder.rule(id)), path.toString());
    }
  }

  @Test
  void caseNamesAreDistinct() {
    for (Rule rule : RulesFolder.RULES) {
      List<String> names = cases(rule).stream().map(RuleCase::name).toList();
      assertEquals(names.size(), Set.copyOf(names).size(), rule.id());
    }
  }

  @Test
  void everyRuleHasControlsAndADescription() {
    for (Rule rule : RulesFolder.RULES) {
      assertFalse(rule.byDefault() && rule.controls().isEmpty(), rule.id() + " has no controls");
      assertFalse(rule.description().equals(rule.title()), rule.id() + " has no description");
    }
  }

  @Test
  void requirementIdsAreDistinctWithinAChain() {
    for (Chain chain : chains()) {
      List<String> ids = new ArrayList<>();
      requirements(chain).forEach(one -> ids.add(one.id()));
      assertEquals(ids.size(), new TreeSet<>(ids).size(), ids.toString());
    }
  }

  @Test
  void everyPredicateIsUsedByAChainAndTheirNamesAreDistinct() {
    Set<String> names = new TreeSet<>();
    for (Predicate predicate : Predicates.ALL) {
      assertTrue(names.add(predicate.name()), predicate.name());
    }
    Set<String> used = new TreeSet<>();
    for (Chain chain : chains()) {
      List<Condition> conditions = new ArrayList<>();
      requirements(chain).forEach(one -> conditions.add(one.condition()));
      chain.links().forEach(link -> link.particular().ifPresent(conditions::add));
      for (Condition one : conditions) {
        Condition condition = one instanceof Condition.OfType typed ? typed.condition() : one;
        if (condition instanceof Condition.Holds holds) {
          used.add(holds.predicate().name());
        }
      }
    }
    assertEquals(names, used);
  }

  @Test
  void everyFactThatIsCitedIsWrittenDown() throws IOException {
    assumeTrue(Files.exists(FACTS), "docs/aws-facts.md is not there");
    String facts = Files.readString(FACTS);
    Map<Integer, Path> cited = new TreeMap<>();
    for (Path path : sources()) {
      String text = Files.readString(path);
      FACT.matcher(text)
          .results()
          .forEach(found -> cited.putIfAbsent(Integer.parseInt(found.group(1)), path));
      FACT_RANGE
          .matcher(text)
          .results()
          .forEach(
              found -> {
                int last = Integer.parseInt(found.group(2));
                for (int fact = Integer.parseInt(found.group(1)); fact <= last; fact++) {
                  cited.putIfAbsent(fact, path);
                }
              });
    }
    cited.forEach(
        (fact, path) ->
            assertTrue(
                Pattern.compile("\\bF" + fact + "\\b").matcher(facts).find(),
                "F" + fact + " of " + path.getFileName() + " is not in docs/aws-facts.md"));
    assertFalse(cited.isEmpty());
  }

  private static List<Path> sources() throws IOException {
    List<Path> paths = new ArrayList<>(RulesFolder.files(".yaml"));
    try (Stream<Path> java = Files.walk(RulesFolder.CHECKOUT.resolve("src/main/java"))) {
      java.filter(path -> path.toString().endsWith(".java")).sorted().forEach(paths::add);
    }
    return paths;
  }

  /** The chains of all rules, each once, whichever rule fills its blanks. */
  static List<Chain> chains() {
    Map<String, Chain> chains = new LinkedHashMap<>();
    RulesFolder.RULES.forEach(rule -> chains.putIfAbsent(rule.chain().id(), rule.chain()));
    return List.copyOf(chains.values());
  }

  private static Set<String> ids(Chain chain) {
    return requirements(chain).stream().map(Requirement::id).collect(toCollection(TreeSet::new));
  }

  /** All that a chain asks. */
  static List<Requirement> requirements(Chain chain) {
    List<Requirement> all = new ArrayList<>();
    for (ChainLink link : chain.links()) {
      all.add(link.missing());
      if (link.relation() instanceof Relation.Join join) {
        all.addAll(join.on());
      }
      all.addAll(link.requirements());
    }
    return all;
  }

  /** The requirements that cases of the chain's rules break, and with which verdicts. */
  private static Map<String, Set<String>> broken(Chain chain) {
    Map<String, Set<String>> broken = new TreeMap<>();
    for (Rule rule : RulesFolder.RULES) {
      if (rule.chain().id().equals(chain.id())) {
        for (RuleCase one : cases(rule)) {
          one.broken()
              .ifPresent(
                  id ->
                      broken.computeIfAbsent(id, any -> new TreeSet<>()).add(one.verdict().word()));
        }
      }
    }
    return broken;
  }

  private static List<RuleCase> cases(Rule rule) {
    return RulesFolder.cases(rule);
  }
}
