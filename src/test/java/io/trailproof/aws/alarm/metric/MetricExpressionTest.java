package io.trailproof.aws.alarm.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class MetricExpressionTest {

  @Test
  void deepNestingDoesNotParse() {
    assertTrue(MetricExpression.parse("(".repeat(1000) + "m1" + ")".repeat(1000)).isEmpty());
  }

  @Test
  void aLongSumRefersToItsTerms() {
    MetricExpression sum = MetricExpression.parse("m1" + "+m".repeat(1020)).orElseThrow();
    assertEquals(Set.of("m1", "m"), sum.references());
    assertEquals(false, sum.readsAll());
  }
}
