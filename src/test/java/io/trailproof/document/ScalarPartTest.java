package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.source.SourceFile;
import org.junit.jupiter.api.Test;

final class ScalarPartTest {
  @Test
  void jsonEscapesAreStepped() {
    assertPart("{\"k\": \"é\\u00e9\\n\\\"${X}\\/\"}", "${X}", "${X}");
    assertPart("{\"k\": \"é\\u00e9\\n\\\"${X}\\/\"}", "é\n", "\\u00e9\\n");
    assertPart("{\"k\": \"😀${X}\"}", "${X}", "${X}");
  }

  @Test
  void yamlQuotesAndFoldsAreStepped() {
    assertPart("k: 'it''s ${X}'", "${X}", "${X}");
    assertPart("k: !Sub 'it''s ${X}'", "'s", "''s");
    assertPart("k: \"a\\x41\\\n   b ${X}\"", "Ab", "\\x41\\\n   b");
    assertPart("k: \"a\n   b\n\n   ${X}\"", "a b\n${X}", "a\n   b\n\n   ${X}");
    assertPart("k: \"a\n   b\n\n   ${X}\"", "${X}", "${X}");
    assertPart("k: plain\n   more ${X}\n", "more ${X}", "more ${X}");
    assertPart("k: plain\n   more ${X}\n", "plain more", "plain\n   more");
  }

  @Test
  void blockScalarsAreStepped() {
    assertPart("k: !Sub |\n  one\n    two ${X}\n  é ${Y}\n", "${X}", "${X}");
    assertPart("k: !Sub |\n  one\n    two ${X}\n  é ${Y}\n", "${Y}", "${Y}");
    assertPart("k: |-\r\n  one\r\n  two\r\n", "one\ntwo", "one\r\n  two");
    assertPart(
        "k: >\n  one\n  two\n\n  three\n    four\n  ${X}\n",
        "one two\nthree\n",
        "one\n  two\n\n  three\n");
    assertPart("k: >\n  one\n  two\n\n  three\n    four\n  ${X}\n", "${X}", "${X}");
    assertPart("k: >-  # note\n  one\n  ${X}", "one ${X}", "one\n  ${X}");
    assertPart("k: |2\n    one\n   ${X}\n", "  one\n ${X}", "  one\n   ${X}");
    assertPart("k: !Sub &a |+\n  one ${X}\n\n\n", "${X}", "${X}");
  }

  @Test
  void theEndOfABlockScalarIsAPlaceToo() {
    Node.Scalar scalar = scalar("k: |\n  one\n\n");
    assertEquals("", scalar.part(4, 4).text());
    assertEquals(2, scalar.part(4, 4).position().line());
  }

  @Test
  void whatIsOutOfRangeIsTheWholeScalar() {
    assertEquals("abc", scalar("k: abc").part(2, 9).text());
  }

  private static void assertPart(String source, String decoded, String written) {
    Node.Scalar scalar = scalar(source);
    int at = scalar.text().indexOf(decoded);
    assertEquals(written, scalar.part(at, at + decoded.length()).text());
  }

  private static Node.Scalar scalar(String source) {
    Node root = Documents.read(SourceFile.ofText("a", source)).value().orElseThrow();
    return root.asMapping().orElseThrow().get("k").orElseThrow().asScalar().orElseThrow();
  }
}
