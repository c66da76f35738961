package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.trailproof.check.Checker;
import io.trailproof.check.result.Finding;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.cases.RuleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every requirement breaks in both formats: a case of the rule's tests that breaks it, written as a
 * plan and as a template, breaks it there as well, and what is said of it is short, helps, and is
 * in the file's own spelling.
 */
final class RequirementFixturesTest {
  private static final List<Dialect> FORMATS = List.of(Dialect.TERRAFORM, Dialect.CLOUDFORMATION);

  private static final String ONE_REGION =
      "a template does not name its Region, so all of a run are in one";

  private static final String ONE_ACCOUNT =
      "a template does not name its account, so all of a run are in one";

  /** Requirements that no file of a format can break, and why. */
  private static final Map<String, String> OUT_OF_REACH =
      Map.ofEntries(
          Map.entry("alarm-region cloudformation", ONE_REGION),
          Map.entry("alarm-composite-region cloudformation", ONE_REGION),
          Map.entry("log-alarm-region cloudformation", ONE_REGION),
          Map.entry("event-target-region cloudformation", ONE_REGION),
          Map.entry("event-topic-region cloudformation", ONE_REGION),
          Map.entry("sns-subscription-region cloudformation", ONE_REGION),
          Map.entry("trail-to-log-group-region cloudformation", ONE_REGION),
          Map.entry("audit-alarm-account cloudformation", ONE_ACCOUNT),
          Map.entry("audit-filter-account cloudformation", ONE_ACCOUNT),
          Map.entry(
              "filter-log-group-name terraform",
              "without the Terraform files a plan shows that a name is made of an ARN, and not"
                  + " how"),
          Map.entry("event-target-bus cloudformation", "a target stands inside of its rule"),
          Map.entry("filter-input terraform", "the provider's filter has no selection of fields"),
          Map.entry("sns-topic-message terraform", "the provider's topic has no size of messages"),
          Map.entry("event-rule-enabled cloudformation", "a template has the newer switch only"),
          Map.entry(
              "audit-subscription-confirmed cloudformation",
              "a template does not know what was confirmed"));

  @TempDir Path folder;

  private record Broken(RuleCase one, Set<String> requirements) {}

  @TestFactory
  Stream<DynamicTest> everyRequirementBreaksInBothFormats() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Rule rule : RulesFolder.RULES) {
      List<Broken> cases = RulesFolder.cases(rule).stream().map(one -> broken(rule, one)).toList();
      for (String id : ids(rule)) {
        for (Dialect format : FORMATS) {
          tests.add(
              dynamicTest(
                  rule.id() + " " + id + " " + format.word(),
                  () -> breaks(rule, id, format, cases)));
        }
      }
    }
    return tests.stream();
  }

  private static Broken broken(Rule rule, RuleCase one) {
    ResourceGraph graph =
        Outsiders.complete(RulesFolder.CATALOG, one.given(), List.of(), List.of());
    Set<String> broken = new TreeSet<>();
    for (Finding finding :
        new Checker(RulesFolder.CATALOG)
            .check(rule, new DeploymentGraphs(graph, List.of(), Optional.empty()))
            .findings()) {
      if (finding.verdict() == Verdict.FAIL) {
        broken.add(finding.code().replaceFirst(".*/", ""));
      }
    }
    return new Broken(one, broken);
  }

  private void breaks(Rule rule, String id, Dialect format, List<Broken> cases) throws IOException {
    List<String> tried = new ArrayList<>();
    if (cases.stream().noneMatch(broken -> broken.requirements().contains(id))) {
      return; // the test of the rules' tests knows why
    }
    for (Broken broken : cases) {
      if (broken.requirements().contains(id)) {
        Optional<String> found = tried(rule, id, format, broken.one());
        if (found.isEmpty()) {
          assertTrue(!OUT_OF_REACH.containsKey(id + " " + format.word()), "it is in reach");
          return;
        }
        tried.add(broken.one().name() + ": " + found.get());
      }
    }
    if (!OUT_OF_REACH.containsKey(id + " " + format.word())) {
      fail("no case breaks it in this format: " + tried);
    }
  }

  /** Empty if the case breaks the requirement in the format, else why not. */
  private Optional<String> tried(Rule rule, String id, Dialect format, RuleCase one)
      throws IOException {
    String text;
    String region = "us-east-1";
    try {
      text = CaseWriter.write(format, one.given());
      region = format == Dialect.CLOUDFORMATION ? CaseWriter.region(one.given()) : region;
    } catch (CaseWriter.Unspeakable e) {
      return Optional.of("" + e.getMessage());
    }
    String file =
        Files.writeString(
                folder.resolve(format == Dialect.TERRAFORM ? "plan.json" : "template.json"), text)
            .toString();
    String[] arguments = {
      file, "--fail-on", "note", "--region", region, "--account", "111122223333"
    };
    Checked checked = Checked.ofRule(rule.id(), arguments);
    boolean breaks = false;
    for (JsonNode finding : checked.json().at("/deployments/0/rules/0/findings")) {
      breaks |=
          finding.get("verdict").asText().equals("fail")
              && finding.get("code").asText().equals(rule.id() + "/" + id);
    }
    if (!breaks) {
      return Optional.of(
          checked.verdict()
              + " "
              + checked.findings()
              + checked.diagnostics()
              + checked.json().at("/diagnostics/0/message"));
    }
    assertEquals(1, checked.status());
    List<String> all = new ArrayList<>(List.of("check", "--rule", rule.id()));
    all.addAll(List.of(arguments));
    String report = Invocation.of(all.toArray(String[]::new)).out();
    assertEquals(List.of(), Explanations.of(format, report).faults(), report);
    return Optional.empty();
  }

  private static Set<String> ids(Rule rule) {
    Set<String> ids = new TreeSet<>();
    for (ChainLink link : rule.chain().links()) {
      ids.add(link.missing().id());
      if (link.relation() instanceof Relation.Join join) {
        join.on().forEach(one -> ids.add(one.id()));
      }
      link.requirements().stream().map(Requirement::id).forEach(ids::add);
    }
    return ids;
  }
}
