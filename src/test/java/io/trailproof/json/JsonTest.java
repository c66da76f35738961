package io.trailproof.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JsonTest {
  private static String problem(String text) {
    JsonText read = Json.read(text);
    assertNull(read.value(), text);
    return read.offset() + ": " + read.problem();
  }

  @Test
  void theLastDuplicateWins() {
    assertEquals(Json.read("{\"a\":2}").value(), Json.read("{\"a\":1,\"a\":2}").value());
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
    int limit = JsonText.MAX_DEPTH;
    assertNotNullValue("[".repeat(limit) + "]".repeat(limit));
    assertTrue(Json.read("[".repeat(100_000)).tooDeep());
  }
}
