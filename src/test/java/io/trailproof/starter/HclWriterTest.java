package io.trailproof.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HclWriterTest {
  @Test
  void signsOfNeighboursStandBelowEachOther() {
    Part part =
        Part.of(
                "aws_sns_topic",
                "alerts",
                "Who is told.",
                Field.of("name", Term.joined(Term.reference("var.name"), Term.words("-alerts"))),
                Field.of("fifo_topic", Term.truth(false)),
                Field.of(
                    "delivery",
                    Term.fields(Field.of("a", Term.number(1)), Field.of("aws:b", "two"))),
                Field.of("tags", Term.fields(Field.of("team", Term.reference("var.team")))),
                Field.of("block", new Term.Nested(Term.fields(Field.of("x", Term.number(1))))))
            .beside(Field.of("depends_on", Term.items(Term.reference("aws_x.a"))));
    assertEquals(
        """
        # Who is told.
        resource "aws_sns_topic" "alerts" {
          name       = "${var.name}-alerts"
          fifo_topic = false
          delivery = {
            a       = 1
            "aws:b" = "two"
          }
          tags = { team = var.team }

          block {
            x = 1
          }

          depends_on = [aws_x.a]
        }
        """,
        new HclWriter().resource(part).text());
  }

  @Test
  void nothingInATextIsTakenForMore() {
    Part part =
        Part.of(
            "t",
            "n",
            "",
            Field.of("a", "\"\\ ${var.x} %{if} $.y\n"),
            Field.of("b", Term.joined(Term.words("${"), Term.reference("var.x"))));
    assertEquals(
        """
        resource "t" "n" {
          a = "\\"\\\\ $${var.x} %%{if} $.y\\n"
          b = "$${${var.x}"
        }
        """,
        new HclWriter().resource(part).text());
  }

  @Test
  void blocksArePartedByALine() {
    HclWriter out = new HclWriter();
    out.block("", "data \"a\" \"b\"", List.of());
    out.block(
        "",
        "locals",
        List.of(
            Field.of(
                "items",
                Term.items(
                    Term.fields(Field.of("a", Term.fields())),
                    Term.fields(Field.of("b", Term.number(1)), Field.of("c", Term.number(2)))))));
    assertEquals(
        """
        data "a" "b" {}

        locals {
          items = [
            { a = {} },
            {
              b = 1
              c = 2
            },
          ]
        }
        """,
        out.text());
  }
}
