package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.rule.predicate.Predicates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionTest {
  /** Maps that cannot be changed have another order in each run of Java, and so had reports. */
  @Test
  void argumentsComeInTheSameOrderInEveryRun() {
    Map<String, String> arguments = new HashMap<>();
    for (String name :
        List.of("oldest", "benchmark", "3.0", "earlier", "third", "1.2", "second", "latest")) {
      arguments.put(name, "a pattern");
    }
    Condition.Holds holds = new Condition.Holds(Predicates.ALL.get(0), Map.copyOf(arguments));
    assertEquals(
        List.of("1.2", "3.0", "benchmark", "earlier", "latest", "oldest", "second", "third"),
        List.copyOf(holds.arguments().keySet()));
  }
}
