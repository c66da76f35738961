package io.trailproof.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A template whose parts stay what they were is what its parts are when they are joined. */
final class TemplateMapTest {
  private static final Origin HIDDEN = Origin.NOWHERE.hidden();
  private static final Value SYMBOL = new Value.Symbol("Region", "", Origin.NOWHERE);
  private static final Value SECRET = new Value.Symbol("Key", "", HIDDEN);
  private static final Value A = Value.text("a", Origin.NOWHERE);
  private static final Value ONE = Value.number(BigDecimal.ONE, Origin.NOWHERE);

  @Test
  void partsThatStayAreJoinedAllTheSame() {
    List<List<Value>> all =
        List.of(
            List.of(A, SYMBOL),
            List.of(A, SYMBOL, A),
            List.of(SYMBOL, SYMBOL),
            List.of(SYMBOL),
            List.of(A, A, SYMBOL),
            List.of(ONE, SYMBOL),
            List.of(A, ONE),
            List.of(A, SECRET),
            List.of(Value.text("a", HIDDEN), SYMBOL),
            List.of(A, new Value.Template(List.of(SYMBOL, A), Origin.NOWHERE), A));
    for (List<Value> parts : all) {
      for (Origin origin : List.of(Origin.NOWHERE, HIDDEN)) {
        Value.Template template = new Value.Template(parts, origin);
        Value joined = Value.joined(parts, origin);
        assertEquals(joined, template.map(UnaryOperator.identity()));
      }
    }
  }

  @Test
  void whatIsJoinedAlreadyIsNotMadeAnew() {
    Value joined = Value.joined(List.of(A, SYMBOL, A), Origin.NOWHERE);
    assertSame(joined, joined.map(UnaryOperator.identity()));
    assertEquals(
        Value.text("aba", Origin.NOWHERE),
        joined.map(part -> part.isKnown() ? part : Value.text("b", Origin.NOWHERE)));
  }
}
