package io.trailproof.aws.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.filterpattern.SpacePattern.Line;
import io.trailproof.kleene.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a line is split into words, and which of them a field is (filter-patterns §2.6). */
class SpacePatternTest {
  private static List<String> words(String line) {
    return Line.of(line).words();
  }

  private static Truth match(String pattern, String line) {
    return FilterPattern.parse(pattern).match(a -> a.pattern().matches(line), r -> Truth.UNKNOWN);
  }

  @Test
  void blanksSeparateWords() {
    assertEquals(List.of(), words(""));
    assertEquals(List.of(), words(" \t "));
    assertEquals(List.of("a", "b"), words("  a\t b "));
    assertEquals(List.of("a\nb"), words("a\nb"));
  }

  @Test
  void whatStandsInDelimitersIsOneWord() {
    assertEquals(List.of("a b", "c d", "e"), words("\"a b\" [c d] e"));
    assertEquals(List.of("a b", "c"), words("\"a b\"c"));
    assertEquals(List.of("", ""), words("\"\"[]"));
    assertEquals(List.of("a\"b", "c\""), words("a\"b c\""));
    assertEquals(List.of("\"a", "b", "[c", "d"), words("\"a b [c d"));
    assertEquals(List.of("[a", "[b"), words("[a [b"));
    assertEquals(List.of("a]", "b"), words("a] b"));
  }

  @Test
  void theLastFieldIsTheRest() {
    assertEquals(Truth.YES, match("[a=\"x y\"]", "x y"));
    assertEquals(Truth.YES, match("[a=x]", "x"));
    assertEquals(Truth.YES, match("[a, b=\"y z\"]", "x y z  "));
    assertEquals(Truth.YES, match("[a, b=\"y z\"]", "x \"y z\""));
    assertEquals(Truth.NO, match("[a, b]", "x"));
    assertEquals(Truth.YES, match("[a, b]", "x y"));
    assertEquals(Truth.YES, match("[]", ""));
    assertEquals(Truth.NO, match("[a]", ""));
  }

  @Test
  void anEllipsisStandsForAnyNumberOfWords() {
    assertEquals(Truth.YES, match("[a=x, ..., b=z]", "x z"));
    assertEquals(Truth.YES, match("[a=x, ..., b=z]", "x y y z"));
    assertEquals(Truth.NO, match("[a=x, ..., b=z]", "x"));
    assertEquals(Truth.YES, match("[..., b=y, c=z]", "x y z"));
    assertEquals(Truth.YES, match("[a=x, b=y, ...]", "x y z"));
    assertEquals(Truth.YES, match("[...]", ""));
  }

  @Test
  void numbersAreThoseThatPatternsMayWrite() {
    for (String number : List.of("0", "1.", ".5", "-.5", "+1", "1e5", "1E-5", "1.5e+05", "-0.0")) {
      assertEquals(true, Operand.Numeral.isNumber(number), number);
    }
    for (String text :
        List.of("", ".", "-", "+.", "e5", "1e", "1e+", "1.5.5", "--1", "1x", "1e5x", ".e5")) {
      assertEquals(false, Operand.Numeral.isNumber(text), text);
    }
  }
}
