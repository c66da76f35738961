package io.trailproof.aws.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    comesTo("a(b|cd)?e", "abe", "acde", "ae");
    comesTo("((a|b)c)?", "ac", "bc", "");
    comesTo("(a|b)?(?:cd)?", "acd", "a", "bcd", "b", "cd", "");
    comesTo("([a-z])*x(\\d)+(.)?", "[a-z]*x\\d+.?");
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
    isNotRead("(ab)*");
    isNotRead("(ab)+");
    isNotRead("(a|b){2}");
    isNotRead("(ab)?+");
    isNotRead("(ab)??");
    isNotRead("((ab)+)?");
    isNotRead("()*");
    isNotRead("(?<n>a)");
    isNotRead("(?!a)");
    isNotRead("(a");
    isNotRead("a)");
    isNotRead("a\\");
    isNotRead("[a");
    isNotRead("(a|b|c|d|e|f|g)".repeat(3));
  }

  /** What is written out finds what the expression finds, in every text of a few letters. */
  @Test
  void whatIsWrittenOutIsTheSame() {
    for (String regex :
        List.of(
            "(a|b)?c", "^(ab)?c$", "a(b(c)?)?$", "(?i)(A|bc)?b", "(a)*c", "(ab|)c", "^(a|b)?$")) {
      String all = String.join("|", new QueryRegex(regex).alternatives().orElseThrow());
      Pattern asked = Pattern.compile(regex);
      Pattern written = Pattern.compile(all);
      List<String> texts = new ArrayList<>(List.of(""));
      for (int at = 0; at < texts.size() && texts.size() < 1000; at++) {
        for (String letter : List.of("a", "b", "c", "B")) {
          texts.add(texts.get(at) + letter);
        }
      }
      for (String text : texts) {
        assertEquals(asked.matcher(text).find(), written.matcher(text).find(), regex + " " + text);
      }
    }
  }

  @Test
  void plainOnesAskForLetters() {
    for (String plain : List.of("abc", "^a|b$", "a\\.b", "(?i)abc", "(a|b) c", "(a|b)? c")) {
      assertTrue(new QueryRegex(plain).isPlain(), plain);
    }
    for (String other : List.of("a.b", "a+", "[ab]", "\\d", "^$", "", "a|", "(a)?")) {
      assertFalse(new QueryRegex(other).isPlain(), other);
    }
  }
}
