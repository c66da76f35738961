package io.trailproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.cases.RuleCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Laws that hold for every chain, tried on the chains of the rule's test file. */
final class CheckProperties {
  private static final int ROUNDS = 200;
  private static final int VALUES = 6;
  private static final Value UNKNOWN =
      new Value.Unknown("is known only after apply", Origin.NOWHERE);
  private static final Value UNSET = new Value.Absent(Origin.NOWHERE);

  /** What a property has in any case of the file, and that it is not set. */
  private static final Map<String, Set<Value>> SEEN = seen();

  private static Map<String, Set<Value>> seen() {
    Map<String, Set<Value>> seen = new TreeMap<>();
    for (RuleCase one : Bench.CASES) {
      for (Resource resource : one.given()) {
        Bench.raw(resource)
            .forEach(
                (property, value) ->
                    seen.computeIfAbsent(
                            resource.type() + " " + property, any -> new LinkedHashSet<>())
                        .add(value));
      }
    }
    return seen;
  }

  @Test
  void whatIsCertainWithAnUnknownHoldsForEveryValueOfIt() {
    Random random = new Random(5);
    int certain = 0;
    for (int round = 0; round < ROUNDS; round++) {
      RuleCase base = any(random, Bench.CASES);
      if (base.given().isEmpty()) {
        continue;
      }
      Resource resource = any(random, base.given());
      List<String> properties =
          RulesFolder.CATALOG.type(resource.type()).orElseThrow().properties().stream()
              .map(property -> property.name())
              .toList();
      String property = any(random, properties);
      RuleResult open = changed(base, resource, property, UNKNOWN);
      certain += open.count(Verdict.UNKNOWN) == 0 ? 1 : 0;
      for (Value value : values(random, resource, property)) {
        RuleResult filled = changed(base, resource, property, value);
        String what =
            base.name() + ": " + resource.address() + "." + property + " = " + value + " instead";
        consistent(open, filled, what);
      }
    }
    assertTrue(certain > ROUNDS / 4, "only " + certain + " verdicts were certain");
  }

  private static void consistent(RuleResult open, RuleResult filled, String what) {
    boolean assumed = !filled.assumptions().containsAll(open.assumptions());
    for (int i = 0; i < open.proofs().size(); i++) {
      Verdict before = open.proofs().get(i).verdict();
      Verdict after = filled.proofs().get(i).verdict();
      boolean holds =
          before == Verdict.UNKNOWN || before == after || (before == Verdict.PASS && assumed);
      assertTrue(
          holds,
          () ->
              what
                  + ": unknown gives "
                  + before
                  + " "
                  + Bench.codes(open)
                  + ", this gives "
                  + after
                  + " "
                  + filled.findings());
    }
  }

  private static RuleResult changed(
      RuleCase base, Resource resource, String property, Value value) {
    return Bench.check(Bench.SHORT, Bench.with(base.given(), resource.address(), property, value));
  }

  private static List<Value> values(Random random, Resource resource, String property) {
    Set<Value> values = new LinkedHashSet<>();
    values.add(resource.property(property));
    List<Value> seen =
        List.copyOf(SEEN.getOrDefault(resource.type() + " " + property, Set.of(UNSET)));
    for (int i = 0; i < VALUES; i++) {
      values.add(any(random, seen));
    }
    values.add(UNSET);
    return List.copyOf(values);
  }

  @Test
  void theOrderOfResourcesChangesNothing() {
    Random random = new Random(7);
    for (RuleCase one : Bench.CASES) {
      List<Resource> shuffled = new ArrayList<>(one.given());
      Collections.shuffle(shuffled, random);
      assertEquals(summary(Bench.SHORT, one.given()), summary(Bench.SHORT, shuffled), one.name());
    }
  }

  @Test
  void anUnrelatedChainChangesNoPass() {
    List<Resource> whole = Bench.whole();
    for (RuleCase one : Bench.CASES) {
      if (one.verdict() != Verdict.PASS) {
        continue;
      }
      List<Resource> both = new ArrayList<>(one.given());
      both.add(
          Bench.changed(
              renamed(Bench.named(whole, "trailLogs")),
              "name",
              Value.text("/else", Origin.NOWHERE)));
      assertEquals(Verdict.PASS, Bench.check(Bench.SHORT, both).verdict(), one.name());
    }
  }

  private static Resource renamed(Resource resource) {
    return new Resource(
        new io.trailproof.graph.ResourceId(resource.id().input(), "unrelated"),
        resource.type(),
        resource.dialect(),
        Existence.MANAGED,
        resource.place(),
        resource.properties(),
        resource.span());
  }

  /** Everything that a report shows of it, paths included. */
  private static Set<String> summary(Rule rule, List<Resource> resources) {
    RuleResult result = Bench.check(rule, resources);
    Set<String> summary = new TreeSet<>();
    for (EventProof proof : result.proofs()) {
      summary.add(
          proof.event().name()
              + " "
              + proof.verdict()
              + " "
              + proof.path().steps().stream().map(PathStep::address).toList());
    }
    for (Finding finding : result.findings()) {
      summary.add(finding.code() + " " + finding.message() + " " + finding.events());
    }
    result.assumptions().forEach(one -> summary.add(one.toString()));
    return summary;
  }

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
