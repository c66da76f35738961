package io.trailproof.aws.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTextTest {

  /** `<x>` is a hole named x, `<>` one without a name. */
  private static PolicyText text(String spelled) {
    PolicyText text = PolicyText.of("");
    for (String piece : spelled.split("(?=<)|(?<=>)", -1)) {
      text =
          piece.startsWith("<")
              ? text.then(PolicyText.hole(piece.substring(1, piece.length() - 1)))
              : text.then(piece);
    }
    return text;
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, YES",
    "abc, abd, NO",
    "abc, a*, YES",
    "abc, *c, YES",
    "abc, a?c, YES",
    "abc, a??c, NO",
    "abc, *, YES",
    "'', *, YES",
    "'', ?, NO",
    "a*c, a?c, YES",
    "<>, *, YES",
    "<>, abc, UNKNOWN",
    "a<>c, a*c, YES",
    "a<>c, a*, YES",
    "a<>c, b*, NO",
    "a<>c, *d, NO",
    "a<>c, a?c, UNKNOWN",
    "a<>c, ac, UNKNOWN",
    "a<>c, ab, NO",
    "abc, a<>, UNKNOWN",
    "abc, b<>, NO",
    "<g>:stream, <g>:*, YES",
    "<g>:stream, <h>:*, UNKNOWN",
    "<g>:stream, <g>:other, NO",
    "<g>:stream, <g>:s*, YES",
    "<g>:stream, <h>stream, UNKNOWN",
    "<>x, <>x, UNKNOWN",
    "arn:aws:logs:us-east-1:111122223333:log-group:<>:log-stream:x,"
        + " arn:aws:logs:*:*:log-group:/aws/x:*, UNKNOWN",
    "arn:aws:logs:us-east-1:111122223333:log-group:/aws/x:log-stream:<>,"
        + " arn:aws:logs:*:*:log-group:/aws/x:*, YES",
    "arn:aws:sns:us-east-1:111122223333:<>, arn:aws:logs:*, NO",
  })
  void textsMatchPatternsAsFarAsIsKnown(String subject, String pattern, Truth answer) {
    assertEquals(answer, text(subject).matches(text(pattern)));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, YES",
    "a*c, abc, NO",
    "abc, a*c, NO",
    "a<>, abc, UNKNOWN",
    "a<>, bbc, NO",
    "<g>, <g>, YES",
    "<g>, <h>, UNKNOWN",
  })
  void wildcardsMeanNothingWhenTextsAreCompared(String one, String other, Truth answer) {
    assertEquals(answer, text(one).sameAs(text(other)));
    assertEquals(answer, text(other).sameAs(text(one)));
  }

  @Test
  void fillingAHoleNeverContradictsACertainAnswer() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      PolicyText subject = text(spelled(random, "ab", "<g>", "<>"));
      PolicyText pattern = text(spelled(random, "ab*?", "<g>", "<>"));
      Truth open = subject.matches(pattern);
      String same = spelled(random, "ab", "", "");
      Truth filled = filled(subject, same, random).matches(filled(pattern, same, random));
      if (open != Truth.UNKNOWN) {
        assertEquals(open, filled, subject + " against " + pattern);
      }
    }
  }

  private static PolicyText filled(PolicyText text, String same, Random random) {
    PolicyText filled = PolicyText.of("");
    for (Json.Part part : text.parts()) {
      String hole = part.shown().equals("${g}") ? same : spelled(random, "ab", "", "");
      filled = filled.then(part.asText().orElse(hole));
    }
    return filled;
  }

  private static String spelled(Random random, String letters, String... extras) {
    StringBuilder spelled = new StringBuilder();
    for (int length = random.nextInt(5); length > 0; length--) {
      int choice = random.nextInt(letters.length() + extras.length);
      spelled.append(
          choice < letters.length()
              ? String.valueOf(letters.charAt(choice))
              : extras[choice - letters.length()]);
    }
    return spelled.toString();
  }

  @Test
  void longTextsAreMatched() {
    assertEquals(
        Truth.NO, PolicyText.of("a".repeat(2000)).matches(PolicyText.of("*a".repeat(1000) + "b")));
  }
}
