package io.trailproof.aws.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trailproof.aws.filterpattern.syntax.Rejection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said about patterns that the service refuses, place and text exactly. */
class RejectionsTest {
  private static final String FILE = "rejections.txt";

  @Test
  void everyRejectionIsSaidAsReviewed() {
    StringBuilder actual = new StringBuilder();
    for (String block : Golden.read(FILE).split("\n\n", -1)) {
      if (block.isBlank()) {
        continue;
      }
      String pattern = block.lines().findFirst().orElseThrow();
      if (pattern.startsWith("#")) {
        actual.append(block.stripTrailing()).append("\n\n");
        continue;
      }
      actual.append(pattern).append('\n').append(described(pattern)).append('\n');
    }
    Golden.assertGolden(FILE, actual.toString().stripTrailing() + "\n");
  }

  @Test
  void everyCodeHasACase() {
    String golden = Golden.read(FILE);
    Set<Rejection.Code> missing = EnumSet.allOf(Rejection.Code.class);
    missing.removeIf(code -> golden.contains(" " + code.id() + ": "));
    assertEquals(Set.of(Rejection.Code.TOO_LONG), missing);
  }

  @Test
  void aPatternMayHave1024CharactersBlanksIncluded() {
    String full = "{$.a=" + "b".repeat(1_018) + "}";
    assertEquals("", described(full));
    assertEquals(
        "  1024-1025 too-long: a pattern may have 1024 characters, this one has 1025\n",
        described(full + " "));
  }

  @Test
  void messagesAreOneLowerCaseLineWithoutAFullStop() {
    for (String line : Golden.read(FILE).lines().filter(l -> l.startsWith("  ")).toList()) {
      String message = line.substring(line.indexOf(": ") + 2);
      assertFalse(Character.isUpperCase(message.charAt(0)), message);
      assertFalse(message.endsWith("."), message);
    }
  }

  private static String described(String pattern) {
    return FilterPattern.parse(pattern)
        .match(
            accepted ->
                accepted.doubts().stream()
                    .map(d -> "  doubt: " + d.message() + "\n")
                    .collect(Collectors.joining()),
            rejected ->
                rejected.rejections().stream()
                    .map(r -> line(pattern, r))
                    .collect(Collectors.joining()));
  }

  private static String line(String pattern, Rejection rejection) {
    assertFalse(
        rejection.start() < 0
            || rejection.end() <= rejection.start()
            || rejection.end() > pattern.length() + 1,
        pattern + rejection);
    List<String> expected = rejection.expected();
    String instead = expected.isEmpty() ? "" : "; expected " + String.join(", ", expected);
    return "  "
        + rejection.start()
        + "-"
        + rejection.end()
        + " "
        + rejection.code().id()
        + ": "
        + rejection.message()
        + instead
        + "\n";
  }
}
