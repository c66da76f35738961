package io.trailproof.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static String problem(String text) {
    ParsedJson read = Json.read(text);
    assertNull(read.value(), text);
    return read.offset() + ": " + read.problem();
  }

  @Test
  void theLastDuplicateWinsAndIsTold() {
    ParsedJson read = Json.read("{\"a\":1,\"b\":{\"c\":1,\"c\":1},\"a\":2}");
    Json value = assertNotNullValue("{\"a\":2,\"b\":{\"c\":1}}");
    assertEquals(value, read.value());
    assertEquals(List.of("c", "a"), read.repeated());
    assertEquals(List.of(), Json.read("[{\"a\":1},{\"a\":1}]").repeated());
  }

  @Test
  void numbersKeepTheirText() {
    assertEquals(new Json.Num("1.50e+03"), Json.read(" 1.50e+03 ").value());
    assertEquals("9007199254740993", assertNotNullValue("9007199254740993").print());
  }

  private static Json assertNotNullValue(String text) {
    Json value = Json.read(text).value();
    assertNotNull(value);
    return value;
  }

  @Test
  void escapesAreRead() {
    assertEquals(
        new Json.Str("\"\\/\b\f\n\r\tA"),
        Json.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"").value());
  }

  @Test
  void nothingButJsonIsRead() {
    assertEquals("0: expected a JSON value", problem(""));
    assertEquals("3: text after the JSON value", problem("{} x"));
    assertEquals("7: expected a name in quotes", problem("{\"a\":1,}"));
    assertEquals("1: expected a JSON value", problem("[,]"));
    assertEquals("1: text after the JSON value", problem("01"));
    assertEquals("2: expected a JSON value", problem("1."));
    assertEquals("0: expected a JSON value", problem("tru"));
    assertEquals("2: a string is not closed", problem("\"a"));
    assertEquals("2: a string is not closed", problem("\"a\nb\""));
    assertEquals("2: no such escape in a string", problem("\"\\x\""));
    assertEquals("3: `\\u` needs four hexadecimal digits", problem("\"\\uZZZZ\""));
  }

  @Test
  void depthIsBounded() {
    int limit = Json.DEEPEST;
    assertNotNullValue("[".repeat(limit) + "]".repeat(limit));
    ParsedJson deeper = Json.read("[".repeat(100_000));
    assertTrue(deeper.tooDeep());
    assertEquals("500: nested deeper than 500", deeper.offset() + ": " + deeper.problem());
    assertFalse(Json.read("[[1],[1]]", 2).tooDeep());
    assertTrue(Json.read("[[1],{\"a\":[1]}]", 2).tooDeep());
    assertFalse(Json.read("[").tooDeep());
  }

  @Test
  void numbersAreWorthSomethingWithinReason() {
    assertEquals(Optional.of(new BigDecimal("1.50e+03")), new Json.Num("1.50e+03").decimal());
    assertEquals(Optional.empty(), new Json.Num("1e999999999").decimal());
    assertEquals(Optional.empty(), new Json.Num("1e99999999999").decimal());
    assertEquals(Optional.empty(), new Json.Num("9".repeat(1000)).decimal());
  }

  @Test
  void whatIsWrittenIsEscaped() {
    assertEquals(
        "\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0000\u007f\u2028é\"",
        new Json.Str("\"\\/\b\f\n\r\t\0\u007f\u2028é").print());
    Json value =
        assertNotNullValue(" { \"a\" : [ 1.0 , true , null , { } , [ ] ] , \"\\n\" : \"\" } ");
    assertEquals("{\"a\":[1.0,true,null,{},[]],\"\\n\":\"\"}", value.print());
  }

  @Test
  void whatIsNotKnownIsShown() {
    Json text =
        new Json.Template(
            List.of(new Json.Str("arn:"), new Json.Hole(""), new Json.Hole("app main.arn")));
    Json why = new Json.Unknown("known only after apply");
    assertEquals(
        "[\"arn:${…}${app main.arn}\",…,…]",
        new Json.Arr(List.of(text, why, new Json.Varies(true))).print());
    assertTrue(text.isOpen() && why.isOpen());
    assertEquals(Optional.empty(), text.asText());
  }

  @Test
  void whatIsNoListIsItsOwnOnlyElement() {
    Json one = new Json.Str("a");
    assertEquals(List.of(one), one.elements());
    assertEquals(List.of(one), new Json.Arr(List.of(one)).elements());
    assertEquals(List.of(), one.children());
  }
}
