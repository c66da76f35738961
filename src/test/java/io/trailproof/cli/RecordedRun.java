package io.trailproof.cli;

import io.trailproof.check.cases.RuleCaseRun;
import io.trailproof.graph.PropertyReads;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.cases.RuleCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All rule tests and all fixtures, for who asks for which property. Whether they are met is a
 * matter of other tests.
 */
public final class RecordedRun implements Supplier<Map<String, Set<String>>> {
  @Override
  public Map<String, Set<String>> get() {
    for (Rule rule : RulesFolder.RULES) {
      RuleCaseRun run = new RuleCaseRun(RulesFolder.CATALOG, rule);
      for (RuleCase one : RulesFolder.cases(rule)) {
        run.of(one);
      }
    }
    try {
      for (Path input : FixturesTest.inputs()) {
        FixturesTest.check(input, "--rule", "iam-policy-changes", "--ways", "all");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PropertyReads.readers();
  }
}
