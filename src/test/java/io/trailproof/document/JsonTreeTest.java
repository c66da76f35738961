package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import org.junit.jupiter.api.Test;

final class JsonTreeTest {
  @Test
  void spansCoverKeysAndValuesAlsoBehindCharactersOfManyBytes() {
    Node.Mapping root =
        read("{ \"é😀\" : \"x\\u00e9\\\"y\", \"n\": -1.50e+2, \"l\": [true, null, {}] }")
            .asMapping()
            .orElseThrow();
    assertEquals("\"é😀\"", root.members().get(0).keySpan().text());
    assertEquals("\"x\\u00e9\\\"y\"", root.members().get(0).value().span().text());
    assertEquals("\"n\"", root.members().get(1).keySpan().text());
    assertEquals("-1.50e+2", root.members().get(1).value().span().text());
    Node.Sequence list = root.get("l").orElseThrow().asSequence().orElseThrow();
    assertEquals("[true, null, {}]", list.span().text());
    assertEquals("true", list.items().get(0).span().text());
    assertEquals("null", list.items().get(1).span().text());
    assertEquals("{}", list.items().get(2).span().text());
  }

  @Test
  void numbersKeepTheTextTheyWereWrittenWith() {
    Node.Scalar number = read("1.50e+2").asScalar().orElseThrow();
    assertEquals("1.50e+2", number.text());
    assertEquals(Node.Kind.NUMBER, number.kind());
  }

  @Test
  void duplicateKeysStayVisibleAndTheLastOneWins() {
    Node.Mapping root = read("{\"a\": 1, \"a\": 2}").asMapping().orElseThrow();
    assertEquals(2, root.members().size());
    assertEquals("2", root.get("a").orElseThrow().span().text());
  }

  @Test
  void aProblemIsNamedAtTheCharacterThatMakesIt() {
    assertProblem("{\"a\": 1,}", "unexpected character `}`, expected a key in double quotes", "}");
    assertProblem("{\"a\" 1}", "unexpected character `1`, expected a colon", "1");
    assertProblem("{\"a\":}", "unexpected character `}`, expected a value", "}");
    assertProblem("{\"a\":1 2}", "unexpected character `2`, expected a comma or `}`", "2");
    assertProblem("[1 ü]", "unexpected character `ü`, expected a comma or `]`", "ü");
    assertProblem("['a']", "unexpected character `'`, expected a value", "'");
    assertProblem("[-]", "unexpected character `]`, expected a digit", "]");
    assertProblem("[\"\\u00g9\"]", "unexpected character `g`, expected a hexadecimal digit", "g");
    assertProblem("[1, 2", "the JSON ends before it is complete", "");
    assertProblem("[1, nul", "the JSON ends before it is complete", "");
    assertProblem("{\"a\":1} x", "something follows the end of the JSON document", "x");
    assertProblem("{\"a\":1} {}", "something follows the end of the JSON document", "{");
    assertProblem("[\"\\q\"]", "no such escape in a string", "q");
    assertProblem("[\"\\ü\"]", "no such escape in a string", "ü");
    assertProblem("[tru]", "not a JSON value", "t");
    assertProblem("[ü]", "not a JSON value", "ü");
    assertProblem("[NaN]", "only JSON's own numbers are allowed", "NaN");
    assertProblem("[1] // why", "something follows the end of the JSON document", "/");
    assertProblem("[1 /* why */]", "JSON has no comments", "/");
    assertProblem("[01]", "not a number", "1");
    assertProblem("[1}", "this closes what was not opened", "}");
    assertProblem("[\"é\n\"]", "a line break or control character in a string", "\n");
  }

  @Test
  void aTruncatedDocumentShowsWhatWasLeftOpen() {
    Diagnostic problem = problem("{\"Resources\": {\"A\": [");
    assertEquals("[", problem.secondary().get(0).span().text());
  }

  @Test
  void anEmptyDocumentIsSaidToBeEmpty() {
    assertEquals("empty-document", problem("  \n ").code());
  }

  @Test
  void zeroBytesAreNoHintOfAnotherEncoding() {
    assertEquals("invalid-json", problem("{\u0000\"\u0000a").code());
    assertEquals("invalid-json", problem("\uFEFF{}").code());
  }

  @Test
  void aNestOfFiveMillionIsRefusedAtOnce() {
    assertEquals("too-deep", problem("[".repeat(5_000_000)).code());
    assertEquals("too-deep", problem("{\"a\":".repeat(1_000_000)).code());
  }

  @Test
  void nestingUpToTheLimitIsRead() {
    read("[".repeat(Limits.DEPTH) + "]".repeat(Limits.DEPTH));
    assertEquals(
        "too-deep", problem("[".repeat(Limits.DEPTH + 1) + "]".repeat(Limits.DEPTH + 1)).code());
  }

  @Test
  void aNumberOfTooManyDigitsIsRefused() {
    assertEquals("invalid-json", problem("[" + "9".repeat(100_000) + "]").code());
  }

  private static Node read(String text) {
    Outcome<Node> outcome = JsonStream.read(SourceFile.ofText("a.json", text));
    assertTrue(outcome.diagnostics().isEmpty(), outcome.diagnostics()::toString);
    return outcome.value().orElseThrow();
  }

  private static Diagnostic problem(String text) {
    Outcome<Node> outcome = JsonStream.read(SourceFile.ofText("a.json", text));
    assertNull(outcome.built());
    return outcome.diagnostics().get(0);
  }

  private static void assertProblem(String text, String message, String at) {
    Diagnostic problem = problem(text);
    assertEquals(message, problem.message());
    assertEquals(at, problem.primary() == null ? null : problem.primary().span().text());
  }
}
