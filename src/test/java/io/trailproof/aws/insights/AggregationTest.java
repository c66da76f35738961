package io.trailproof.aws.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AggregationTest {
  private static Aggregation read(String text) {
    return Aggregation.read(text).orElseThrow();
  }

  @Test
  void countsOfRowsAndFieldsAreRead() {
    assertTrue(read("count(*)").countsRows());
    assertTrue(read("  COUNT ( * ) ").countsRows());
    assertTrue(read("count(eventName)").countsFields());
    assertEquals("sum", read("sum(bytes)").function());
  }

  @Test
  void rowsArePartedByFields() {
    assertEquals(
        List.of(new QueryField("eventName"), new QueryField("userIdentity.type")),
        read("count(*) by eventName, userIdentity.type | sort desc").by());
  }

  @Test
  void otherFormsAreNotRead() {
    for (String other :
        List.of(
            "",
            "count",
            "count()",
            "count(*) by",
            "count(*) by bin(5m)",
            "count(*) by a, b, c, d, e, f",
            "count(*) as n",
            "count(*), max(a)",
            "count(*) | sort n desc",
            "pct(a, 95)",
            "stats count(*)",
            "sum(*)",
            "count(\"x")) {
      assertEquals(Optional.empty(), Aggregation.read(other), other);
    }
  }
}
