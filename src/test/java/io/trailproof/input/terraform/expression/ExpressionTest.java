package io.trailproof.input.terraform.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.graph.Origin;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final Datum ARN =
      new Datum.Scalar(
          new Value.Reference(new ResourceId("plan.json", "t"), "arn", Origin.NOWHERE));

  private static final Datum VARIABLES =
      new Datum.Named(
          Map.of(
              "arn", ARN,
              "one", Datum.known("one"),
              "none", new Datum.Nothing(),
              "open", new Datum.Open("open"),
              "map", new Datum.Named(Map.of("a", Datum.known("x"), "b", ARN)),
              "list", new Datum.Many(List.of(Datum.known("x"), ARN))));

  private static final class Some implements Names {
    private int steps;

    @Override
    public Datum named(String name) {
      return name.equals("var") ? VARIABLES : new Datum.Open(name);
    }

    @Override
    public boolean mayGoOn() {
      return ++steps < 1_000;
    }
  }

  private static String worked(String expression) {
    return shown(ExpressionParser.expression(expression).in(new Some()));
  }

  private static String shown(Datum datum) {
    if (datum instanceof Datum.OneOf several) {
      return several.ways().stream()
          .map(ExpressionTest::shown)
          .collect(Collectors.joining(" | ", "(", ")"));
    }
    if (datum instanceof Datum.Many many) {
      return many.items().stream().map(ExpressionTest::shown).toList().toString();
    }
    if (datum instanceof Datum.Named named) {
      return named.fields().entrySet().stream()
          .map(field -> field.getKey() + "=" + shown(field.getValue()))
          .sorted()
          .toList()
          .toString();
    }
    if (datum instanceof Datum.Scalar scalar) {
      return shown(scalar.value());
    }
    return datum instanceof Datum.Nothing ? "null" : datum instanceof Datum.Failed ? "!" : "?";
  }

  private static String shown(Value value) {
    if (value instanceof Value.Template || value instanceof Value.Items) {
      String sign = value instanceof Value.Items ? "," : "";
      return value.children().stream()
          .map(ExpressionTest::shown)
          .collect(Collectors.joining(sign, "<", ">"));
    }
    if (value instanceof Value.Fields object) {
      return object.fields().entrySet().stream()
          .map(field -> field.getKey() + ":" + shown(field.getValue()))
          .toList()
          .toString();
    }
    return value instanceof Value.Reference ? "ARN" : value.asText().orElse("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'x' ; x",
        "1 + 2 * 3 - 1 ; 6",
        "-1 ; -1",
        "'a-${var.one}' ; a-one",
        "'${var.arn}:*' ; <ARN:*>",
        "'${var.arn}' ; ARN",
        "'$${x} \\n' ; `${x} \n`",
        "var.map['a'] ; x",
        "var.map.b ; ARN",
        "var.list[1] ; ARN",
        "var.list.0 ; x",
        "var.list[2] ; !",
        "var.list[*] ; [x, ARN]",
        "[for k, v in var.map : v if k != 'a'] ; [ARN]",
        "var.none != null ? 'a' : 'b' ; b",
        "var.open ? 'a' : 'b' ; (a | b)",
        "var.open ? 'a' : 'a' ; a",
        "(var.open ? var.map : {a = 1}).a ; (x | 1)",
        "concat(var.open ? [var.arn] : [], ['y']) ; ([ARN, y] | [y])",
        "coalesce(null, '', var.arn) ; ARN",
        "try(var.map.c, var.list[7], 'd') ; d",
        "try(var.open.c, 'd') ; ?",
        "one([]) ; null",
        "one(var.none[*]) ; null",
        "lookup(var.map, 'c', 'd') ; d",
        "element(var.list, 3) ; ARN",
        "merge(var.map, {a = 'y'}).a ; y",
        "join(':', ['a', var.arn]) ; <a:ARN>",
        "format('%s-%s%%', 'a', var.arn) ; <a-ARN%>",
        "format('%05d', 1) ; ?",
        "replace('us-east-1', 'us-east-1', 'eu-west-1') ; eu-west-1",
        "replace('a', '/./', 'b') ; ?",
        "length(var.list) ; 2",
        "contains(['a', var.one], 'one') ; true",
        "var.open || true ; true",
        "tolist(toset(['b', 'a']))[0] ; a",
        "toset([var.arn, 'a']) ; ?",
        "toset([var.arn]) ; [ARN]",
        "[for k, v in {b = 1, a = 2} : v] ; [2, 1]",
        "keys(var.map) ; [a, b]",
        "values(var.map)[1] ; ARN",
        "jsonencode({A = [var.arn, null]}) ; [A:<ARN,?>]",
        "jsondecode(jsonencode({A = 'b'})).A ; b",
        "file('x') ; ?",
        "path.module ; ?",
        "a::b('x') ; ?",
      })
  void whatIsPureIsWorkedOut(String expression, String result) {
    assertEquals(result, worked(expression.replace('\'', '"')));
  }

  @Test
  void comparisonsAreToldAsFarAsTheyCanBe() {
    assertEquals("false", worked("var.arn == \"x\""));
    assertEquals("true", worked("var.arn == var.arn"));
    assertEquals("?", worked("var.arn == \"arn:aws:sns:us-east-1:123456789012:t\""));
    assertEquals("false", worked("\"${var.arn}x\" == \"\""));
    assertEquals("?", worked("1 == \"1\""));
  }

  @Test
  void objectsAndHeredocsHoldLines() {
    assertEquals(
        "[a=ARN, b=[c=1], d=x\n y\n]",
        worked("{\n  a = var.arn # one\n  b: { c = 1 }\n  d = <<-E\n    x\n     y\n    E\n}"));
  }

  @Test
  void whatNothingClosesIsNotUnderstood() {
    for (String open : List.of("{a=[]\"\":\"", "{\"", "\"a", "\"${var.arn", "\"${var.arn\"")) {
      assertEquals("?", worked(open), open);
    }
  }

  @Test
  void nothingRunsForever() {
    String list = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]";
    String loop = "[for a in " + list + " : [for b in " + list + " : " + list + "]]";
    assertEquals("?", worked("flatten([" + loop + "])[0] == 1 ? var.open : var.open"));
    assertEquals("?", worked("(".repeat(100_000) + "1" + ")".repeat(100_000)));
    assertEquals("?", worked("\"${".repeat(10_000) + "}\"".repeat(10_000)));
    assertEquals("?", worked("[".repeat(100_000)));
    assertEquals("?", worked("!".repeat(100_000) + "true"));
  }

  @Test
  void aTextPutTogetherIsReadAsJson() {
    Value text =
        Value.joined(
            List.of(
                Value.text("{\"R\": \"", Origin.NOWHERE),
                new Value.Reference(new ResourceId("plan.json", "t"), "arn", Origin.NOWHERE),
                Value.text(":*\"}", Origin.NOWHERE)),
            Origin.NOWHERE);
    assertEquals("[R:<ARN:*>]", shown(new JsonText().read(text).orElseThrow()));
  }
}
