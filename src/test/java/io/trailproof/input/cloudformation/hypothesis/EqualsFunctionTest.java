package io.trailproof.input.cloudformation.hypothesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Equality;
import io.trailproof.graph.Origin;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.template.TemplateFiles;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EqualsFunctionTest {
  private static final Catalog CATALOG = BundledCatalog.read();
  private static final Value EMPTY = text("");
  private static final Value NAME = new Value.Symbol("parameter Name", "t.yaml", Origin.NOWHERE);
  private static final Value TOPIC =
      new Value.Reference(new ResourceId("t.yaml", "Topic"), "arn", Origin.NOWHERE);

  @Test
  void aPhysicalIdIsNeverEmptyNorIsTextWithSomethingWrittenInIt() {
    assertEquals(Truth.NO, equal(TOPIC, EMPTY));
    assertEquals(Truth.NO, equal(EMPTY, TOPIC));
    assertEquals(Truth.NO, equal(joined(NAME, text("-x")), EMPTY));
    assertEquals(Truth.NO, equal(EMPTY, joined(NAME, TOPIC)));
  }

  @Test
  void whatIsPutTogetherOfParametersMayBeEmpty() {
    assertEquals(Truth.UNKNOWN, equal(NAME, EMPTY));
    assertEquals(Truth.UNKNOWN, equal(joined(NAME, NAME), EMPTY));
  }

  @Test
  void endsThatDifferTellTextsApart() {
    assertEquals(Truth.NO, equal(joined(text("a-"), NAME), joined(text("b-"), NAME)));
    assertEquals(Truth.UNKNOWN, equal(joined(text("a-"), NAME), text("a-b")));
    assertEquals(Truth.YES, equal(joined(text("a-"), NAME), joined(text("a-"), NAME)));
  }

  @Test
  void whatIsUnknownDoesNotEqualItself() {
    Value unknown = new Value.Unknown("is not here", Origin.NOWHERE);
    assertEquals(Truth.UNKNOWN, equal(unknown, unknown));
    assertFalse(Equality.of(unknown, unknown).isYes());
  }

  private static Truth equal(Value a, Value b) {
    AssumedReading hypothesis =
        new AssumedReading(
            CATALOG, ReadSettings.NONE, Map.of(), new TemplateFiles(List.of()), Assumptions.NONE);
    return new EqualsFunction(hypothesis).equal(a, b).truth();
  }

  private static Value text(String text) {
    return Value.text(text, Origin.NOWHERE);
  }

  private static Value joined(Value... parts) {
    return Value.joined(List.of(parts), Origin.NOWHERE);
  }
}
