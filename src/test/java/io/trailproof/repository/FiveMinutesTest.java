package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.check.cases.RuleCaseRun;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.document.SchemaCheck;
import io.trailproof.document.YamlReader;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RuleReader;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.cases.RuleCase;
import io.trailproof.rule.cases.RuleCaseReader;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** "Add a rule in five minutes" of CONTRIBUTING.md, followed to the letter. */
final class FiveMinutesTest {
  private static final Pattern STEP =
      Pattern.compile(
          "\\d\\. Write `(rules/[\\w./-]+)`.*?\\n   ```yaml\\n(.*?)\\n   ```", Pattern.DOTALL);

  private final Catalog catalog = BundledCatalog.read();

  @Test
  void theRuleThatIsShownIsReadAndItsCasesHold() throws IOException {
    Matcher step = STEP.matcher(Files.readString(Path.of("CONTRIBUTING.md")));
    assertTrue(step.find(), "the rule is shown");
    Node rule = written(step);
    assertTrue(step.find(), "its test is shown");
    Node test = written(step);
    assertEquals(List.of(), SchemaCheck.of("rule", "rule").check(rule));
    assertEquals(List.of(), SchemaCheck.of("test", "test").check(test));

    RuleReader reader = new RuleReader(catalog, Predicates.ALL);
    for (String file : PackedFile.index("controls")) {
      assertEquals(List.of(), reader.readControls(PackedFile.read(file)).diagnostics());
    }
    String chain = "rules/monitoring/cloudtrail-alarm.chain.yaml";
    assertEquals(
        List.of(), reader.readChain(node(chain, Files.readString(Path.of(chain)))).diagnostics());
    Outcome<Rule> read = reader.readRule(rule);
    assertEquals(List.of(), read.diagnostics());
    Rule made = read.value().orElseThrow();
    assertFalse(made.byDefault(), "a rule that is on changes every report");
    assertFalse(made.controls().isEmpty());
    assertFalse(made.description().isEmpty());

    Outcome<List<RuleCase>> cases = new RuleCaseReader(catalog, made).read(test);
    assertEquals(List.of(), cases.diagnostics());
    RuleCaseRun run = new RuleCaseRun(catalog, made);
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (RuleCase one : cases.value().orElseThrow()) {
      assertEquals(List.of(), run.of(one).differences(), one.name());
      verdicts.add(one.verdict());
    }
    assertEquals(EnumSet.allOf(Verdict.class), verdicts, "a case for each verdict");
  }

  private static Node written(Matcher step) {
    return node(step.group(1), step.group(2).replaceAll("(?m)^   ", "") + "\n");
  }

  private static Node node(String name, String text) {
    Outcome<Node> read = YamlReader.read(SourceFile.ofText(name, text));
    assertEquals(List.of(), read.diagnostics());
    return read.value().orElseThrow();
  }
}
