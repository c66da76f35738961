package io.trailproof.input.terraform.hcl;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.source.SourceFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TerraformFileTest {
  private static Body read(String text) {
    return TerraformFile.read(SourceFile.ofText("main.tf", text));
  }

  private static String argument(Body body, String name) {
    return body.attribute(name).map(one -> one.span().text()).orElse("none");
  }

  /** The definition of {@code x}, in one line. */
  private static String definition(String expression) {
    return shown(
        read("x = " + expression + "\n").attribute("x").map(Attribute::definition).orElseThrow());
  }

  private static String json(String value) {
    String text = "{\"locals\": {\"x\": " + value + "}}";
    Body body = TerraformFile.read(SourceFile.ofText("main.tf.json", text));
    return shown(body.blocks("locals").get(0).body().attribute("x").orElseThrow().definition());
  }

  private static String shown(Definition definition) {
    return definition.match(
        Definition.Reference::text,
        literal -> literal.quoted() ? "'" + literal.text() + "'" : literal.text(),
        items ->
            items.items().stream()
                .map(TerraformFileTest::shown)
                .collect(Collectors.joining(", ", "[", "]")),
        fields ->
            fields.fields().entrySet().stream()
                .map(one -> one.getKey() + "=" + shown(one.getValue()))
                .collect(Collectors.joining(", ", "{", "}")),
        computed -> "?");
  }

  @Test
  void blocksHaveLabelsAndNestAndKnowTheirPlaces() {
    Body body =
        read(
            """
            # a comment with { a brace
            resource "aws_cloudwatch_log_metric_filter" this {
              name = "a" // why
              /* { */ pattern = "{ ($.a = \\"b\\") }" # }
              metric_transformation {
                value = 1
              }
              metric_transformation { value = 2 }
            }
            """);
    Block block = body.blocks("resource").get(0);
    assertEquals("aws_cloudwatch_log_metric_filter this", String.join(" ", block.labels()));
    assertEquals("resource \"aws_cloudwatch_log_metric_filter\" this", block.header().text());
    assertEquals("main.tf:2:1", block.span().toString());
    assertEquals("\"a\"", argument(block.body(), "name"));
    assertEquals("\"{ ($.a = \\\"b\\\") }\"", argument(block.body(), "pattern"));
    assertEquals(2, block.body().blocks("metric_transformation").size());
    Block second = block.body().blocks("metric_transformation").get(1);
    assertEquals("2", argument(second.body(), "value"));
    assertEquals("main.tf:8:35", second.body().attribute("value").orElseThrow().span().toString());
  }

  @Test
  void expressionsGoOnWithinBracketsStringsAndHeredocs() {
    Body body =
        read(
            """
            a = merge({
              x = "}${join(",", ["]", "\\"${1}"])}"
            }, b) # not this
            pattern = <<-EOT
                { $.eventName = "}" }
                EOTX
                EOT
            c = f(<<E
            )
            E
            )
            d = cond ? "a" : "b"
            """);
    assertEquals(
        "merge({\n  x = \"}${join(\",\", [\"]\", \"\\\"${1}\"])}\"\n}, b)", argument(body, "a"));
    assertEquals(
        "<<-EOT\n    { $.eventName = \"}\" }\n    EOTX\n    EOT", argument(body, "pattern"));
    assertEquals("f(<<E\n)\nE\n)", argument(body, "c"));
    assertEquals("cond ? \"a\" : \"b\"", argument(body, "d"));
  }

  @Test
  void brokenLinesArePassedOver() {
    Body body =
        read(
            """
            = = =
            a = "never closed
            resource "x" "y"
            ] } )
            b == 2
            c = 3
            resource "open" "end" {
              d = 4
            """);
    assertEquals("3", argument(body, "c"));
    assertEquals("4", argument(body.blocks("resource").get(0).body(), "d"));
    assertEquals(Body.EMPTY, TerraformFile.read(SourceFile.ofText("x.tf.json", "{\"a\":")));
  }

  @Test
  void plainDefinitionsAreTakenApart() {
    assertEquals("aws_sns_topic.a[\"k.x\"].arn", definition("aws_sns_topic.a[ \"k.x\" ].arn"));
    assertEquals("a.b[0].c", definition("(a.b.0.c)"));
    assertEquals("a.b", definition("\"${a.b}\""));
    assertEquals("a.b", definition("\"${ a.b }:*\""));
    assertEquals("'a\"b${c}\u00e9'", definition("\"a\\\"b$${c}\\u00e9\""));
    assertEquals("[a.b, 'c', [1, true]]", definition("[a.b, \"c\", # last\n [1, true], ]"));
    assertEquals(
        "{topic=a.b, n=-1.5, s={k=null}}",
        definition("{\n topic = a.b // first\n \"n\" : -1.5,\n s = { k = null }\n}"));
  }

  @Test
  void theRestIsComputed() {
    for (String expression :
        new String[] {
          "f(a.b)",
          "a.b[*].c",
          "a[b.c]",
          "a.b + 1",
          "c ? a.b : d.e",
          "\"${a.b}-x\"",
          "\"x${a.b}\"",
          "\"%{ if a }b%{ endif }\"",
          "[for a in b : a]",
          "{ for a in b : a => a }",
          "!a",
          "a...",
          "{ (k) = 1 }",
          "<<E\nx\nE",
          "\"${a.b}${c.d}\"",
          "a[\"${b}\"]"
        }) {
      assertEquals("?", definition(expression), expression);
    }
  }

  @Test
  void jsonHoldsTemplatesInItsStrings() {
    assertEquals("a.b", json("\"${a.b}\""));
    assertEquals("a.b[\"c\"]", json("\"${a.b[\\\"c\\\"]}\""));
    assertEquals("{l=['x', a.b], n=3}", json("{\"l\": [\"x\", \"${a.b}\"], \"n\": 3}"));
    assertEquals("?", json("\"${f(a)}\""));
  }

  @Test
  void jsonBlocksAreFoundUnderTheirLabels() {
    Body body =
        TerraformFile.read(
            SourceFile.ofText(
                "main.tf.json",
                "{\"resource\": {\"t\": {\"n\": [{\"a\": 1, \"b\": {\"c\": 2}}]}}}"));
    Block block = body.blocks("resource").get(0);
    assertEquals("t n", String.join(" ", block.labels()));
    assertEquals("\"n\"", block.header().text());
    assertEquals("1", argument(block.body(), "a"));
    assertEquals("2", argument(block.body().blocks("b").get(0).body(), "c"));
  }

  @Test
  void hostileFilesAreReadToTheirEnd() {
    for (String piece :
        new String[] {
          "a {\n",
          "[",
          "{a=",
          "\"${",
          "(",
          "a=<<E\n",
          "/*",
          "a = [\n",
          "[\"\",",
          "a \"",
          "}",
          "a = \"${\"",
          "x = {a = [{b = \"${",
          "a=\"$${\n",
          "<<-A\n"
        }) {
      String hostile = piece.repeat(200_000);
      assertDoesNotThrow(() -> read(hostile), piece);
      assertDoesNotThrow(() -> read("locals {\n x = " + hostile), piece);
    }
  }
}
