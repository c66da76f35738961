package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {
  @Test
  void spansCoverKeysAndValuesAlsoBehindCharactersOfManyBytes() {
    Node.Mapping root =
        read(
            """
            é😀: "x\\u00e9"   # note
            list:
              - 'it''s'
              - plain text
              - [a, {b: c}]
            map:
              k: v

            last: 1
            """);
    assertEquals("é😀", root.members().get(0).keySpan().text());
    assertEquals("\"x\\u00e9\"", span(root, "é😀"));
    Node.Sequence list = root.get("list").orElseThrow().asSequence().orElseThrow();
    assertEquals("- 'it''s'\n  - plain text\n  - [a, {b: c}]", list.span().text());
    assertEquals("'it''s'", list.items().get(0).span().text());
    assertEquals("plain text", list.items().get(1).span().text());
    assertEquals("[a, {b: c}]", list.items().get(2).span().text());
    assertEquals("k: v", span(root, "map"));
    assertEquals("1", span(root, "last"));
  }

  @Test
  void localTagsAreKeptAndTheBareOneMeansString() {
    Node.Mapping root =
        read(
            """
            a: !Ref Topic
            b: !Sub ["${x}", {x: 1}]
            c: !GetAtt
              - A
              - Arn
            d: ! 12
            e: !!str 12
            f: !!int 12
            g: !Ref >-
              Folded
            """);
    assertEquals("!Ref", root.get("a").orElseThrow().tag());
    assertEquals("Topic", root.get("a").orElseThrow().asString().orElseThrow());
    assertEquals("!Ref Topic", span(root, "a"));
    assertEquals("!Sub", root.get("b").orElseThrow().tag());
    assertEquals("!GetAtt\n  - A\n  - Arn", span(root, "c"));
    assertEquals("12", root.get("d").orElseThrow().asString().orElseThrow());
    assertNull(root.get("d").orElseThrow().tag());
    assertEquals("12", root.get("e").orElseThrow().asString().orElseThrow());
    assertEquals(Node.Kind.NUMBER, kind(root, "f"));
    assertEquals("Folded", root.get("g").orElseThrow().asString().orElseThrow());
  }

  @Test
  void scalarsAreThoseOfYamlOneOneWithoutTimestamps() {
    Node.Mapping root =
        read(
            """
            yes: yes
            off: Off
            date: 2012-10-17
            account: 012345678901
            octal: 012345670123
            time: 22:30
            hex: 0x1F
            float: 1.5e+3
            none:
            tilde: ~
            quoted: "true"
            """);
    assertEquals(Node.Kind.BOOLEAN, kind(root, "yes"));
    assertEquals(Node.Kind.BOOLEAN, kind(root, "off"));
    assertEquals(Node.Kind.STRING, kind(root, "date"));
    assertEquals(Node.Kind.STRING, kind(root, "account"));
    assertEquals(Node.Kind.NUMBER, kind(root, "octal"));
    assertEquals("012345670123", root.get("octal").orElseThrow().asScalar().orElseThrow().text());
    assertEquals(Node.Kind.NUMBER, kind(root, "time"));
    assertEquals(Node.Kind.NUMBER, kind(root, "hex"));
    assertEquals(Node.Kind.NUMBER, kind(root, "float"));
    assertEquals(Node.Kind.NULL, kind(root, "none"));
    assertEquals(Node.Kind.NULL, kind(root, "tilde"));
    assertEquals(Node.Kind.STRING, kind(root, "quoted"));
  }

  @Test
  void aliasesAndMergeKeysAreWrittenOut() {
    Node.Mapping root =
        read(
            """
            base: &base {a: 1, b: 2}
            more: &more
              b: 3
              c: 4
            one:
              <<: *base
              b: own
            two:
              <<: [*base, *more]
            ref: *more
            quoted: {"<<": x}
            """);
    assertEquals("[b=own, a=1]", members(root, "one"));
    assertEquals("[a=1, b=2, c=4]", members(root, "two"));
    assertEquals("[b=3, c=4]", members(root, "ref"));
    assertEquals("[<<=x]", members(root, "quoted"));
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(String.join(", ", List.of(alias, alias, alias, alias, alias, alias)))
          .append("]\n");
    }
    assertEquals("too-many-aliases", problem(bomb.toString()).code());
  }

  @Test
  void anAliasOfItselfIsRefused() {
    assertEquals("there is no finished anchor of this name", problem("a: &a [*a]").message());
    assertEquals("*nowhere", at(problem("a: *nowhere")));
  }

  @Test
  void aliasesCannotBeStackedBeyondTheDepthLimit() {
    StringBuilder tower = new StringBuilder("a0: &a0 x\n");
    for (int i = 1; i < 300; i++) {
      tower.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }
    assertEquals("too-deep", problem(tower.toString()).code());
  }

  @Test
  void aNestOfFiveMillionIsRefusedAtOnce() {
    assertEquals("too-deep", problem("[".repeat(5_000_000)).code());
    assertEquals("too-deep", problem("{a: ".repeat(1_000_000)).code());
    assertEquals("too-deep", problem("- ".repeat(1_000_000)).code());
    assertEquals(
        "too-deep", problem("? ".repeat(1_000_000)).code().replace("invalid-yaml", "too-deep"));
  }

  @Test
  void aSecondDocumentIsRefusedWhereItBegins() {
    Diagnostic problem = problem("a: 1\n---\nb: 2\n");
    assertEquals("several-documents", problem.code());
    assertEquals("---", at(problem));
    read("---\na: 1\n...\n");
  }

  @Test
  void keysThatAreNoTextAreRefused() {
    assertEquals("a key must be text", problem("{a: b}: c").message());
    assertEquals("1", read("1: x").members().get(0).key());
  }

  @Test
  void windowsLineEndsAndTabsInsideScalarsAreRead() {
    Node.Mapping root = read("a: |\r\n  one\r\n  two\tx\r\nb: 'q'\r\n");
    assertEquals("one\ntwo\tx\n", root.get("a").orElseThrow().asString().orElseThrow());
    assertEquals("'q'", span(root, "b"));
  }

  @Test
  void aProblemIsNamedAtTheCharacterThatMakesIt() {
    Diagnostic tab = problem("é: 1\n\tb: 2\n");
    assertEquals("found character `tab` that cannot start any token", tab.message());
    assertEquals("\t", at(tab));
    assertEquals("the character U+0007 is not allowed in YAML", problem("é: \u0007").message());
    assertEquals("\u0007", at(problem("é: \u0007")));
    assertEquals("mapping values are not allowed here", problem("a: b: c").message());
    assertEquals("empty-document", problem("# nothing\n").code());
  }

  @Test
  void blockScalarsEndWithTheirLastLine() {
    Node.Mapping root = read("a: |\n  one\n  two\n\n\nb: >-\n  x\n  y\n");
    assertEquals("|\n  one\n  two", span(root, "a"));
    assertEquals(">-\n  x\n  y", span(root, "b"));
  }

  private static String members(Node.Mapping root, String key) {
    return root.get(key).orElseThrow().asMapping().orElseThrow().members().stream()
        .map(m -> m.key() + "=" + m.value().asScalar().orElseThrow().text())
        .toList()
        .toString();
  }

  private static String span(Node.Mapping root, String key) {
    return root.get(key).orElseThrow().span().text();
  }

  private static Node.Kind kind(Node.Mapping root, String key) {
    return root.get(key).orElseThrow().asScalar().orElseThrow().kind();
  }

  private static String at(Diagnostic problem) {
    return problem.primary() == null ? "" : problem.primary().span().text();
  }

  private static Node.Mapping read(String text) {
    Outcome<Node> outcome = YamlReader.read(SourceFile.ofText("a.yaml", text));
    assertTrue(outcome.diagnostics().isEmpty(), outcome.diagnostics()::toString);
    return outcome.value().orElseThrow().asMapping().orElseThrow();
  }

  private static Diagnostic problem(String text) {
    Outcome<Node> outcome = YamlReader.read(SourceFile.ofText("a.yaml", text));
    assertNull(outcome.built());
    return outcome.diagnostics().get(0);
  }
}
