package io.trailproof.aws.filterpattern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.filterpattern.Cases;
import io.trailproof.aws.filterpattern.text.TextSet.ExactText;
import io.trailproof.aws.filterpattern.text.TextSet.TextGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSolverTest {
  private static Optional<String> solve(List<TextSet> inside, List<TextSet> outside) {
    return TextSolver.solve(inside, outside, List.of(), new StepBudget(1_000_000));
  }

  @Test
  void aGlobMatchesItsPiecesInOrder() {
    assertTrue(TextGlob.of("a*c*e").contains("abcde"));
    assertTrue(TextGlob.of("a*a").contains("aa"));
    assertFalse(TextGlob.of("a*a").contains("a"));
    assertFalse(TextGlob.of("*ab*bc*").contains("abc"));
    assertFalse(TextGlob.of("a*b*b").contains("ab"));
    assertTrue(TextGlob.of("a*b*b").contains("abb"));
    assertFalse(TextGlob.of("*bc*c").contains("abc"));
    assertFalse(TextGlob.of("*b*b*").contains("b"));
    assertTrue(TextGlob.of("*").contains(""));
    assertTrue(TextGlob.of("**").isEverything());
  }

  @Test
  void aStringIsFoundWhereGuessesFail() {
    assertEquals(
        Optional.of("ac"), solve(List.of(TextGlob.of("a*c"), RegexTest.regex("^..$")), List.of()));
    assertTrue(
        solve(
                List.of(RegexTest.regex("^[ab]{9}$"), TextGlob.of("*bb*")),
                List.of(TextGlob.of("a*")))
            .isPresent());
  }

  @Test
  void thatThereIsNoneIsShown() {
    assertEquals(Optional.empty(), solve(List.of(TextGlob.of("ab*")), List.of(TextGlob.of("a*"))));
    assertEquals(Optional.empty(), solve(List.of(TextGlob.of("a*"), TextGlob.of("b*")), List.of()));
    assertEquals(
        Optional.empty(),
        solve(List.of(), List.of(RegexTest.regex("^x*$"), RegexTest.regex("[^x]"))));
    assertEquals(
        Optional.empty(), solve(List.of(new ExactText("x")), List.of(RegexTest.regex("x"))));
  }

  @Test
  void theAnswerIsReadable() {
    List<TextSet> any = List.of();
    assertEquals(
        Optional.of("mine"), TextSolver.solve(any, any, List.of("mine"), new StepBudget(100)));
    assertEquals(Optional.of("other"), solve(List.of(), List.of()));
    assertEquals(
        Optional.of("headmiddletail"),
        solve(
            List.of(TextGlob.of("head*tail"), TextGlob.of("h*middle*l"), TextGlob.of("*il")),
            List.of()));
    assertEquals(Optional.of("ab"), solve(List.of(TextGlob.of("a*b")), List.of()));
    assertEquals(
        Optional.of("axb"), solve(List.of(TextGlob.of("a*b")), List.of(new ExactText("ab"))));
    assertEquals(Optional.of("xab"), solve(List.of(RegexTest.regex(".ab")), List.of()));
  }

  @Test
  void theWorkIsBounded() {
    List<TextSet> hard = List.of(RegexTest.regex("a.{20}$"), RegexTest.regex("^[ab]*$"));
    List<TextSet> out = List.of(RegexTest.regex("b.{19}$"), RegexTest.regex("a.{19}$"));
    assertThrows(
        StepBudget.Spent.class,
        () -> TextSolver.solve(hard, out, List.of(), new StepBudget(5_000)));
  }

  @Test
  void anAnswerAlwaysQualifiesAndNoShortStringRefutesThatThereIsNone() {
    Random random = new Random(33);
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; i < words.size() && words.get(i).length() < 4; i++) {
      for (String letter : List.of("a", "b", "c")) {
        words.add(words.get(i) + letter);
      }
    }
    for (int i = 0; i < Cases.of(5_000); i++) {
      List<TextSet> inside = sets(random);
      List<TextSet> outside = sets(random);
      Optional<String> found = solve(inside, outside);
      for (String word : found.map(List::of).orElse(words)) {
        boolean qualifies =
            inside.stream().allMatch(s -> s.contains(word))
                && outside.stream().noneMatch(s -> s.contains(word));
        assertEquals(found.isPresent(), qualifies, inside + " without " + outside + ": " + word);
      }
    }
  }

  private static List<TextSet> sets(Random random) {
    List<TextSet> sets = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String word = List.of("a", "b", "ab", "ba", "aa", "").get(random.nextInt(6));
      sets.add(
          switch (random.nextInt(6)) {
            case 0 -> new ExactText(word);
            case 1 -> TextGlob.of(word + "*");
            case 2 -> TextGlob.of("*" + word);
            case 3 -> TextGlob.of("*" + word + "*");
            case 4 -> TextGlob.of("a*" + word);
            default ->
                RegexTest.regex(
                    List.of("^[ab]*$", "a.$", "^.{0,2}$", "aa|b$", "[^a]").get(random.nextInt(5)));
          });
    }
    return sets;
  }
}
