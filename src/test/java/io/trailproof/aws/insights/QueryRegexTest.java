package io.trailproof.aws.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QueryRegexTest {
  private static void comesTo(String regex, String... alternatives) {
    assertEquals(Optional.of(List.of(alternatives)), new QueryRegex(regex).alternatives(), regex);
  }

  private static void isNotRead(String regex) {
    assertEquals(Optional.empty(), new QueryRegex(regex).alternatives(), regex);
  }

  @Test
  void groupsAreWrittenOut() {
    comesTo("abc", "abc");
    comesTo("a|b", "a", "b");
    comesTo("^(a|b)$", "^a$", "^b$");
    comesTo("x(?:a|b)(c|d)", "xac", "xad", "xbc", "xbd");
    comesTo("((a|b)c)", "ac", "bc");
    comesTo("[(|)]x\\(\\|", "[(|)]x\\(\\|");
  }

  @Test
  void anyCaseIsWrittenOut() {
    comesTo("(?i)a1\\.", "[aA]1\\.");
    comesTo("(?i)a.*[b-dx\\d]\\d", "[aA].*[b-dB-DxX\\d]\\d");
    comesTo("(?i)^(ab|c)[^e]$", "^[aA][bB][^eE]$", "^[cC][^eE]$");
  }

  @Test
  void whatDoesMoreThanGroupIsNotRead() {
    isNotRead("(a)*");
    isNotRead("(a)?");
    isNotRead("(?<n>a)");
    isNotRead("(?!a)");
    isNotRead("(a");
    isNotRead("a)");
    isNotRead("a\\");
    isNotRead("[a");
    isNotRead("(a|b|c|d|e|f|g)".repeat(3));
  }

  @Test
  void plainOnesAskForLetters() {
    for (String plain : List.of("abc", "^a|b$", "a\\.b", "(?i)abc", "(a|b) c")) {
      assertTrue(new QueryRegex(plain).isPlain(), plain);
    }
    for (String other : List.of("a.b", "a+", "[ab]", "\\d", "^$", "", "a|")) {
      assertFalse(new QueryRegex(other).isPlain(), other);
    }
  }
}
