package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.check.cases.RuleCaseRun;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.rule.cases.RuleCase;
import io.trailproof.rule.cases.RuleCaseReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Every case of every test file that stands beside a rule. */
final class RuleTestsTest {
  @TestFactory
  Stream<DynamicContainer> casesMeetTheirExpectations() {
    return RulesFolder.files(".test.yaml").stream().map(RuleTestsTest::container);
  }

  private static DynamicContainer container(Path path) {
    Node file = RulesFolder.read(path);
    Rule rule = RulesFolder.tested(file);
    Outcome<List<RuleCase>> cases = new RuleCaseReader(RulesFolder.CATALOG, rule).read(file);
    RuleCaseRun run = new RuleCaseRun(RulesFolder.CATALOG, rule);
    return dynamicContainer(
        RulesFolder.name(path),
        Stream.concat(
            Stream.of(
                dynamicTest(
                    "is read without diagnostics",
                    () -> assertEquals(List.of(), cases.diagnostics()))),
            cases.value().orElse(List.of()).stream()
                .map(
                    one ->
                        dynamicTest(
                            one.name(),
                            () ->
                                assertEquals(
                                    List.of(),
                                    run.of(one).differences(),
                                    one.span().toString())))));
  }
}
