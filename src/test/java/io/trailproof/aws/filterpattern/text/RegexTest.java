package io.trailproof.aws.filterpattern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.filterpattern.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RegexTest {
  static Regex regex(String body) {
    return Regex.parse(body)
        .match(
            compiled -> compiled.regex(),
            refused -> {
              throw new AssertionError(body + ": " + refused);
            });
  }

  private static Regex.Why why(String body) {
    return Regex.parse(body)
        .match(
            compiled -> {
              throw new AssertionError(body + " compiles");
            },
            refused -> refused.why());
  }

  private static void assertFinds(String body, String... texts) {
    for (String text : texts) {
      assertTrue(regex(body).contains(text), body + " in " + text);
    }
  }

  private static void assertMisses(String body, String... texts) {
    for (String text : texts) {
      assertFalse(regex(body).contains(text), body + " in " + text);
    }
  }

  @Test
  void isSearchedForAnywhere() {
    assertFinds("b", "abc", "b");
    assertMisses("b", "B", "");
  }

  @Test
  void anchorsAreThoseOfTheWholeText() {
    assertFinds("^a$", "a");
    assertMisses("^a$", "a\n", "\na", "ba");
    assertFinds("a|^b", "xa", "bx");
    assertMisses("a|^b", "xb");
    assertFinds("^$", "");
    assertFinds("$", "anything");
    assertFinds("x*$", "");
    assertMisses("a$b", "ab", "a\nb");
    assertMisses("a^b", "ab");
  }

  @Test
  void aDotIsNoLineFeedButASpaceMayBe() {
    assertMisses("a.b", "a\nb");
    assertFinds("a.b", "a\rb", "a😀b");
    assertFinds("a\\sb", "a\nb", "a b", "a\tb");
    assertMisses("^a.b$", "a😀😀b");
  }

  @Test
  void repetitionsAreCounted() {
    assertFinds("^a{2,3}$", "aa", "aaa");
    assertMisses("^a{2,3}$", "a", "aaaa");
    assertFinds("^a{2,}$", "aa", "aaaaaa");
    assertFinds("^a{0}b$", "b");
    assertFinds("^a+?b??$", "a", "ab", "aab");
    assertFinds("^[ab]{100}$", "ab".repeat(50));
    assertMisses("^[ab]{100}$", "ab".repeat(50) + "a");
  }

  @Test
  void classesHoldRangesEscapesAndNegations() {
    assertFinds("^[a-c\\d_-]+$", "a-_9");
    assertMisses("[^a-c]", "abc");
    assertFinds("^[]a]+$", "]a");
    assertFinds("^[\\]\\x41-\\x43]+$", "]ABC");
    assertFinds("^[.^$]+$", "^.$");
    assertFinds("\\W", "é");
    assertMisses("^\\w+$", "é");
  }

  @Test
  void whatIsRefusedIsToldApart() {
    assertEquals(Regex.Why.CHARACTER, why("a(b"));
    assertEquals(Regex.Why.SYNTAX, why("[b-a]"));
    assertEquals(Regex.Why.UNDOCUMENTED, why("\\bword"));
    assertEquals(Regex.Why.UNDOCUMENTED, why("[a[b]]"));
    assertEquals(Regex.Why.UNDOCUMENTED, why("[a-\\d]"));
    assertEquals(Regex.Why.UNDOCUMENTED, why("^*"));
    assertEquals(Regex.Why.TOO_LARGE, why("a{5000}"));
    assertEquals(Regex.Why.TOO_LARGE, why("a{999999999999}"));
    assertEquals(Regex.Why.TOO_LARGE, why("a{999}b{999}c{999}d{999}e{999}"));
  }

  @Test
  void limitsAreReachedExactly() {
    assertFinds("^a{4096}$", "a".repeat(4_096));
    assertEquals(Regex.Why.TOO_LARGE, why("a{4097}"));
    assertEquals(Regex.Why.TOO_LARGE, why("a{4096}b"));
    assertFinds("^a{4095,}$", "a".repeat(5_000));
    assertEquals(Regex.Why.TOO_LARGE, why("a{4096,}"));
    assertFinds("^a{0,9}b$", "b", "aaaaaaaaab");
    assertMisses("^a{0,9}b$", "aaaaaaaaaab");
    assertFinds("^a{3,3}$", "aaa");
    assertEquals(Regex.Why.SYNTAX, why("a{3,2}"));
    assertEquals(Regex.Why.SYNTAX, why("a{2,x}"));
    assertEquals(Regex.Why.SYNTAX, why("a{2"));
    assertEquals(Regex.Why.SYNTAX, why("a{2,"));
    assertEquals(Regex.Why.SYNTAX, why("a{"));
  }

  @Test
  void classesEndWhereTheyDo() {
    assertFinds("^[a-a]$", "a");
    assertFinds("^[a-]+$", "a-a");
    assertFinds("^[-a]+$", "a-a");
    assertFinds("^[\\d-a]+$", "1-a");
    assertMisses("^[\\d-a]+$", "_");
    assertFinds("[\\x41-\\x43]", "B");
    assertEquals(Regex.Why.SYNTAX, why("[a"));
    assertEquals(Regex.Why.SYNTAX, why("[a-"));
    assertEquals(Regex.Why.SYNTAX, why("[]"));
    assertEquals(Regex.Why.SYNTAX, why("\\x4"));
    assertEquals(Regex.Why.SYNTAX, why("[a\\"));
  }

  @Test
  void whatMayBeSkippedIsFollowedThroughManyPositions() {
    assertFinds("^a{0,200}b$", "b", "a".repeat(200) + "b");
    assertMisses("^a{0,200}b$", "a".repeat(201) + "b");
    assertMisses("^xa{0,200}b$", "b", "ab");
    assertMisses("^x{63}a{0,70}b$", "x".repeat(62) + "b");
    assertFinds("^x{63}a{0,70}b$", "x".repeat(63) + "b");
  }

  @Test
  void aTextOfManyStatesIsFollowedThrough() {
    StringBuilder text = new StringBuilder();
    Random random = new Random(32);
    for (int i = 0; i < 4_000; i++) {
      text.append(random.nextInt(2) == 0 ? 'a' : 'b');
    }
    String body = "^[ab]*a[ab]{14}$";
    for (int end = 3_990; end < 4_000; end++) {
      String part = text.substring(0, end);
      assertEquals(part.charAt(end - 15) == 'a', regex(body).contains(part));
    }
  }

  @Test
  void agreesWithTheJdkWhereBothSpeakTheSameLanguage() {
    Random random = new Random(31);
    String[] atoms = {
      "a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "\\S", "[a-b0]", "^", "$", "\\x61"
    };
    String[] counts = {"", "", "", "*", "+", "?", "{2}", "{1,2}", "{2,}", "*?", "??"};
    for (int i = 0; i < Cases.of(20_000); i++) {
      List<String> alternatives = new ArrayList<>();
      for (int k = 1 + random.nextInt(3); k > 0; k--) {
        StringBuilder sequence = new StringBuilder();
        for (int j = random.nextInt(5); j > 0; j--) {
          String atom = atoms[random.nextInt(atoms.length)];
          boolean anchor = atom.equals("^") || atom.equals("$");
          sequence.append(atom).append(anchor ? "" : counts[random.nextInt(counts.length)]);
        }
        alternatives.add(sequence.toString());
      }
      String body = String.join("|", alternatives);
      if (body.isEmpty()) {
        continue;
      }
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(7); j > 0; j--) {
        text.append("ab0-".charAt(random.nextInt(4)));
      }
      assertEquals(
          Pattern.compile(body).matcher(text).find(),
          regex(body).contains(text.toString()),
          body + " in " + text);
    }
  }

  @Test
  void aHostileExpressionIsLinear() {
    String body = "a?".repeat(30) + "a{30}" + "[ab]*".repeat(20) + ".{500}c";
    assertMisses(body, "a".repeat(20_000));
    assertFinds(body, "a".repeat(20_000) + "c");
  }
}
