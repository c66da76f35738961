package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.check.cases.RuleCaseRun;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.MappingReader;
import io.trailproof.document.YamlReader;
import io.trailproof.kleene.Truth;
import io.trailproof.pattern.PatternStudy;
import io.trailproof.pattern.PatternStudy.EventCover;
import io.trailproof.rule.cases.RuleCase;
import io.trailproof.rule.cases.RuleCaseReader;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What rules say of the patterns that benchmarks publish for their controls. */
final class PublishedPatternsTest {
  private static final String DATA = "published-patterns.yaml";

  @TestFactory
  Stream<DynamicTest> eachIsJudgedAsTheTableSays() {
    List<Diagnostic> problems = new ArrayList<>();
    return new MappingReader(
            YamlReader.read(SourceFile.ofText(DATA, text())).value().orElseThrow(), "t", problems)
        .mappings("patterns").stream()
            .map(
                row ->
                    dynamicTest(
                        row.need("rule") + ": " + row.need("published"), () -> assertJudged(row)));
  }

  private static void assertJudged(MappingReader row) throws IOException {
    Rule rule = RulesFolder.rule(row.need("rule"));
    String pattern = row.need("pattern");
    List<String> missed = row.texts("missed");
    assertTrue(!row.need("source").isEmpty(), "its source is named");
    RuleCase inChain = inWholeChain(rule, pattern, row.need("verdict"), missed);
    assertEquals(List.of(), new RuleCaseRun(RulesFolder.CATALOG, rule).of(inChain).differences());
    for (EventCover cover : PatternStudy.of(pattern, rule.events(), List.of()).events()) {
      assertEquals(missed.contains(cover.event()), cover.verdict() != Verdict.PASS, cover.event());
      if (cover.witness().isPresent()) {
        Event event =
            rule.events().stream()
                .filter(one -> one.name().equals(cover.event()))
                .findFirst()
                .orElseThrow();
        String record = cover.witness().get();
        assertEquals(Truth.YES, matches(event.asPattern(), record), record);
        assertEquals(Truth.NO, matches(pattern, record), record);
      }
      if (missed.contains(cover.event())) {
        String because = String.join(" and ", cover.clauses());
        assertTrue(because.contains(row.text("because").orElse("")), because);
      }
    }
  }

  private static Truth matches(String pattern, String record) {
    return FilterPattern.parse(pattern)
        .match(accepted -> accepted.pattern().matches(record), rejected -> Truth.NO);
  }

  /** The chain of the rule's own tests with this pattern as its only filter. */
  private static RuleCase inWholeChain(
      Rule rule, String pattern, String verdict, List<String> missed) throws IOException {
    String tests =
        Files.readString(RulesFolder.ROOT.resolve("monitoring/" + rule.id() + ".test.yaml"));
    List<String> others =
        Stream.of("second", "third", "fourth", "fifth")
            .filter(name -> tests.contains("\n  " + name + ":\n"))
            .toList();
    String one =
        """
        cases:
          - name: published
            remove: %s
            change: { audit: { pattern: '%s' } }
            expect: { verdict: %s, missing: %s }
        """
            .formatted(others, pattern.replace("'", "''"), verdict, missed);
    String text = tests.substring(0, tests.indexOf("\ncases:\n") + 1) + one;
    return new RuleCaseReader(RulesFolder.CATALOG, rule)
        .read(YamlReader.read(SourceFile.ofText("published", text)).value().orElseThrow())
        .value()
        .orElseThrow()
        .get(0);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(PublishedPatternsTest.class.getResourceAsStream(DATA), DATA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
