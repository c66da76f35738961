package io.trailproof.aws.filterpattern.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointSetTest {
  private static final int LAST = Character.MAX_CODE_POINT;

  @Test
  void bothEndsOfARangeBelongToIt() {
    CodePointSet range = CodePointSet.range('b', 'd');
    assertFalse(range.contains('a'));
    assertTrue(range.contains('b') && range.contains('c') && range.contains('d'));
    assertFalse(range.contains('e'));
    assertFalse(CodePointSet.NONE.contains('a'));
    assertTrue(CodePointSet.ALL.contains(0) && CodePointSet.ALL.contains(LAST));
  }

  @Test
  void theComplementHoldsTheOthers() {
    for (CodePointSet set :
        List.of(
            CodePointSet.NONE,
            CodePointSet.ALL,
            CodePointSet.of('x'),
            CodePointSet.of(0),
            CodePointSet.range(LAST - 1, LAST),
            CodePointSet.of(0).or(CodePointSet.of(LAST)),
            CodePointSet.WORD)) {
      for (int c : new int[] {0, 1, '0', 'A', 'w', 'x', 'y', '_', LAST - 2, LAST - 1, LAST}) {
        assertEquals(set.contains(c), !set.not().contains(c), c + " in " + List.of(set.flips()));
      }
      assertArrayEquals(set.flips(), set.not().not().flips());
    }
  }

  @Test
  void theUnionHoldsBoth() {
    CodePointSet apart = CodePointSet.range('a', 'b').or(CodePointSet.range('d', 'e'));
    assertArrayEquals(new int[] {'a', 'c', 'd', 'f'}, apart.flips());
    assertArrayEquals(new int[] {'a', 'f'}, apart.or(CodePointSet.of('c')).flips());
    assertArrayEquals(
        new int[] {'a', 'f'},
        CodePointSet.range('a', 'e').or(CodePointSet.range('b', 'd')).flips());
    assertArrayEquals(apart.flips(), apart.or(CodePointSet.NONE).flips());
    assertArrayEquals(apart.flips(), CodePointSet.NONE.or(apart).flips());
    assertArrayEquals(new int[] {0, LAST + 1}, apart.or(CodePointSet.ALL).flips());
  }

  @Test
  void theMostReadableOfThemIsShown() {
    assertEquals('x', Alphabet.readable(CodePointSet.ALL));
    assertEquals('a', Alphabet.readable(CodePointSet.of('x').not()));
    assertEquals('%', Alphabet.readable(CodePointSet.range('%', '(')));
    assertEquals(' ', Alphabet.readable(CodePointSet.range('\t', ' ')));
    assertEquals('\t', Alphabet.readable(CodePointSet.range('\t', '\r')));
    assertEquals(0, Alphabet.readable(CodePointSet.of(0)));
    assertEquals(0xD7FF, Alphabet.readable(CodePointSet.range(0xD7FF, 0xD800)));
    assertEquals('x', Alphabet.readable(CodePointSet.NONE));
  }

  @Test
  void oneOfEachKindIsEnough() {
    Automaton digits = new Automaton(RegexTest.regex("\\d").program());
    assertArrayEquals(new int[] {'x', '0', '-'}, Alphabet.of(List.of(digits)));
    Automaton odd = new Automaton(RegexTest.regex("[^\\x00-\\x7e]").program());
    assertArrayEquals(new int[] {'x', 0x7F}, Alphabet.of(List.of(odd)));
  }
}
