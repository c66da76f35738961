package io.trailproof.aws.filterpattern.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointsTest {
  private static final int LAST = Character.MAX_CODE_POINT;

  @Test
  void bothEndsOfARangeBelongToIt() {
    CodePoints range = CodePoints.range('b', 'd');
    assertFalse(range.contains('a'));
    assertTrue(range.contains('b') && range.contains('c') && range.contains('d'));
    assertFalse(range.contains('e'));
    assertFalse(CodePoints.NONE.contains('a'));
    assertTrue(CodePoints.ALL.contains(0) && CodePoints.ALL.contains(LAST));
  }

  @Test
  void theComplementHoldsTheOthers() {
    for (CodePoints set :
        List.of(
            CodePoints.NONE,
            CodePoints.ALL,
            CodePoints.of('x'),
            CodePoints.of(0),
            CodePoints.range(LAST - 1, LAST),
            CodePoints.of(0).or(CodePoints.of(LAST)),
            CodePoints.WORD)) {
      for (int c : new int[] {0, 1, '0', 'A', 'w', 'x', 'y', '_', LAST - 2, LAST - 1, LAST}) {
        assertEquals(set.contains(c), !set.not().contains(c), c + " in " + List.of(set.flips()));
      }
      assertArrayEquals(set.flips(), set.not().not().flips());
    }
  }

  @Test
  void theUnionHoldsBoth() {
    CodePoints apart = CodePoints.range('a', 'b').or(CodePoints.range('d', 'e'));
    assertArrayEquals(new int[] {'a', 'c', 'd', 'f'}, apart.flips());
    assertArrayEquals(new int[] {'a', 'f'}, apart.or(CodePoints.of('c')).flips());
    assertArrayEquals(
        new int[] {'a', 'f'}, CodePoints.range('a', 'e').or(CodePoints.range('b', 'd')).flips());
    assertArrayEquals(apart.flips(), apart.or(CodePoints.NONE).flips());
    assertArrayEquals(apart.flips(), CodePoints.NONE.or(apart).flips());
    assertArrayEquals(new int[] {0, LAST + 1}, apart.or(CodePoints.ALL).flips());
  }

  @Test
  void theMostReadableOfThemIsShown() {
    assertEquals('x', Alphabet.readable(CodePoints.ALL));
    assertEquals('a', Alphabet.readable(CodePoints.of('x').not()));
    assertEquals('%', Alphabet.readable(CodePoints.range('%', '(')));
    assertEquals(' ', Alphabet.readable(CodePoints.range('\t', ' ')));
    assertEquals('\t', Alphabet.readable(CodePoints.range('\t', '\r')));
    assertEquals(0, Alphabet.readable(CodePoints.of(0)));
    assertEquals(0xD7FF, Alphabet.readable(CodePoints.range(0xD7FF, 0xD800)));
    assertEquals('x', Alphabet.readable(CodePoints.NONE));
  }

  @Test
  void oneOfEachKindIsEnough() {
    Automaton digits = new Automaton(RegexTest.regex("\\d").program());
    assertArrayEquals(new int[] {'x', '0', '-'}, Alphabet.of(List.of(digits)));
    Automaton odd = new Automaton(RegexTest.regex("[^\\x00-\\x7e]").program());
    assertArrayEquals(new int[] {'x', 0x7F}, Alphabet.of(List.of(odd)));
  }
}
