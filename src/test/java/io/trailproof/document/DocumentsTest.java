package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.diagnostic.Severity;
import io.trailproof.source.SourceFile;
import org.junit.jupiter.api.Test;

final class DocumentsTest {
  @Test
  void aTrailingCommaIsReadWithANote() {
    Outcome<Node> outcome = Documents.read(SourceFile.ofText("t.json", "{\"a\": [1, 2,],}"));
    assertEquals(
        2,
        outcome
            .value()
            .flatMap(Node::asMapping)
            .flatMap(m -> m.get("a"))
            .flatMap(Node::asSequence)
            .orElseThrow()
            .items()
            .size());
    assertEquals("not-strict-json", outcome.diagnostics().get(0).code());
    assertEquals(Severity.NOTE, outcome.diagnostics().get(0).severity());
  }

  @Test
  void whatIsNeitherIsReportedAsJson() {
    Outcome<Node> outcome = Documents.read(SourceFile.ofText("t.json", "{\"a\": [1, 2"));
    assertNull(outcome.built());
    assertEquals("invalid-json", outcome.diagnostics().get(0).code());
  }

  @Test
  void theNotationIsSeenBehindBlanks() {
    assertEquals(true, Documents.looksLikeJson(SourceFile.ofText("t", " ".repeat(9000) + "\n[")));
    assertFalse(Documents.looksLikeJson(SourceFile.ofText("t", "# {")));
    assertFalse(Documents.looksLikeJson(SourceFile.ofText("t", "")));
  }
}
