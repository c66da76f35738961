package io.trailproof.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EqualityTest {
  private static final Value EMPTY = text("");
  private static final Value NAME = new Value.Symbol("parameter Name", "t.yaml", Origin.NOWHERE);
  private static final Value ARN = reference("arn");
  private static final Value ENDPOINT = reference("endpoint");
  private static final Value UNKNOWN = new Value.Unknown("is not here", Origin.NOWHERE);
  private static final Value CHOICE =
      new Value.Choice(List.of(text("a"), text("a")), "", Origin.NOWHERE);

  @Test
  void theIdentityOfAResourceIsNeverEmptyAndAnotherPropertyMayBe() {
    assertEquals(Truth.NO, Equality.of(EMPTY, ARN));
    assertEquals(Truth.NO, Equality.of(joined(NAME, reference("name")), EMPTY));
    assertEquals(Truth.NO, Equality.of(joined(NAME, text("-x"), NAME), EMPTY));
    assertEquals(Truth.UNKNOWN, Equality.of(ENDPOINT, EMPTY));
    assertEquals(Truth.UNKNOWN, Equality.of(joined(NAME, ENDPOINT), EMPTY));
  }

  @Test
  void whatIsTheSameForCertainHasOneKeyAndNothingElseHasIt() {
    List<Value> all =
        List.of(
            EMPTY,
            text("a"),
            text("k1:1:a"),
            text("true"),
            Value.flag(true, Origin.NOWHERE),
            text("1.5"),
            Value.number(new BigDecimal("1.50"), Origin.NOWHERE),
            NAME,
            ARN,
            ENDPOINT,
            joined(text("a"), NAME),
            joined(text("a"), NAME, text("")),
            joined(NAME, text("a")),
            new Value.Items(List.of(), Origin.NOWHERE),
            new Value.Items(List.of(text("a"), NAME), Origin.NOWHERE),
            new Value.Items(List.of(joined(text("a"), NAME)), Origin.NOWHERE),
            new Value.Fields(Map.of("a", NAME), Origin.NOWHERE),
            new Value.Fields(Map.of("a", text("b")), Origin.NOWHERE),
            new Value.Absent(Origin.NOWHERE));
    for (Value a : all) {
      for (Value b : all) {
        assertEquals(
            Equality.of(a, b).isYes(), Equality.key(a).equals(Equality.key(b)), a + " and " + b);
      }
    }
  }

  @Test
  void whatIsOpenHasNoKey() {
    for (Value open : List.of(UNKNOWN, CHOICE, joined(text("a"), UNKNOWN))) {
      assertEquals(Optional.empty(), Equality.key(open));
      assertEquals(Optional.empty(), Equality.key(new Value.Items(List.of(open), Origin.NOWHERE)));
    }
    assertEquals(Truth.YES, Equality.of(CHOICE, text("a")));
  }

  private static Value reference(String attribute) {
    return new Value.Reference(new ResourceId("t.yaml", "Topic"), attribute, Origin.NOWHERE);
  }

  private static Value text(String text) {
    return Value.text(text, Origin.NOWHERE);
  }

  private static Value joined(Value... parts) {
    return Value.joined(List.of(parts), Origin.NOWHERE);
  }
}
