package io.trailproof.aws.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTextTest {

  /**
   * `<x>` is a hole named x, `<>` one without a name, `<A.x>` the account x, `<W.x>` a Region,
   * `<N.x>` the name of the resource x, `
   *
   * <P.x>` one with slashes, `<x=y>` y as that name, and `<R.>` what may follow.
   */
  private static PolicyText text(String spelled) {
    PolicyText text = PolicyText.of("");
    for (String piece : spelled.split("(?=<)|(?<=>)", -1)) {
      text =
          piece.startsWith("<")
              ? text.then(PolicyText.of(part(piece.substring(1, piece.length() - 1))))
              : text.then(piece);
    }
    return text;
  }

  private static Json.Part part(String hole) {
    int equals = hole.indexOf('=');
    if (equals > 0) {
      Json.Hole name = new Json.Hole(hole.substring(0, equals), "", Json.Shape.NAME, "Group");
      return new Json.Filled(hole.substring(equals + 1), name);
    }
    return switch (hole.isEmpty() ? ' ' : hole.charAt(hole.length() > 1 ? 1 : 0)) {
      case '.' -> shaped(hole.charAt(0), hole.substring(2));
      default -> new Json.Hole(hole);
    };
  }

  private static Json.Hole shaped(char shape, String name) {
    return switch (shape) {
      case 'A' -> new Json.Hole(name, "", Json.Shape.ACCOUNT, "");
      case 'W' -> new Json.Hole(name, "", Json.Shape.WORD, "");
      case 'R' -> new Json.Hole("", "", Json.Shape.REST, "");
      case 'N' -> new Json.Hole(name, "", Json.Shape.NAME, "Group");
      default -> new Json.Hole(name, "", Json.Shape.PATH, "Group");
    };
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
    "a:<A.x>:b, a:*:b, YES",
    "a:<A.x>:b, a:<A.x>:b, YES",
    "a:<A.x>:b, a:<A.y>:b, UNKNOWN",
    "a:<A.x>:b, a:123456789012:b, UNKNOWN",
    "a:<A.x>:b, a:12345678901:b, NO",
    "a:<A.x>:b, a:123456789012:c, NO",
    "a:<A.x>:b:c, a:123456789012:c, NO",
    "a:<W.x>:b, a:us-east-1:b, UNKNOWN",
    "a:<W.x>:b, a::b, NO",
    "a:<W.x>:<A.x>:b, a:<W.x>:<A.x>:c:*, NO",
    "g:<N.x>:s, g:<N.x>:*, YES",
    "g:<N.x>:s, g:<N.y>:*, NO",
    "g:<N.x>:s, g:<N.y><R.>, NO",
    "g:<N.x>:s, g:<N.x><R.>, UNKNOWN",
    "g:<N.x>, g:<N.x><R.>, YES",
    "g:<N.x>:s, g:<N.y>*, UNKNOWN",
    "g:<N.x>:s, g:named:*, UNKNOWN",
    "g:<N.x>:s, g:<y=named>:*, NO",
    "g:<x=named>:s, g:<N.y>:*, NO",
    "g:<x=named>:s, g:<y=named>:*, YES",
    "g:<x=named/one>:s, g:<y=named>*, YES",
    "g:<P.x>:s, g:<P.y>/one:*, UNKNOWN",
    "g:<N.x>/one, g:<N.y>/*, NO",
    "g:<x=named>:s, g:<N.x>:*, UNKNOWN",
    "g:<x=named>:s, g:named:*, YES",
    "g:<N.x>:s, g:<>:*, UNKNOWN",
  })
  void aHoleHoldsWhatItsShapeTakes(String subject, String pattern, Truth answer) {
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

  @Test
  void fillingAHoleOfAShapeNeverContradictsACertainAnswer() {
    Random random = new Random(11);
    String[] holes = {"<A.a>", "<W.w>", "<N.x>", "<N.y>", ":", ":", "x"};
    for (int round = 0; round < 20_000; round++) {
      PolicyText subject = text(spelled(random, ":1a", holes));
      PolicyText pattern = text(spelled(random, ":1a*?", holes));
      Truth open = subject.matches(pattern);
      int[] fill = {random.nextInt(2), random.nextInt(2), random.nextInt(2)};
      Truth filled = shaped(subject, fill).matches(shaped(pattern, fill));
      if (open != Truth.UNKNOWN) {
        assertEquals(open, filled, subject + " against " + pattern);
      }
    }
  }

  private static PolicyText shaped(PolicyText text, int[] fill) {
    PolicyText filled = PolicyText.of("");
    for (Json.Part part : text.parts()) {
      filled =
          filled.then(
              switch (part.shown()) {
                case "${a}" -> List.of("111111111111", "121212121212").get(fill[0]);
                case "${w}" -> List.of("a", "a-1").get(fill[1]);
                case "${x}" -> List.of("xx", "xa").get(fill[2]);
                case "${y}" -> List.of("yy", "ya").get(fill[2]);
                default -> part.shown();
              });
    }
    return filled;
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
