package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every case that was written to break the verdict, against the verdicts that are allowed. */
final class AttacksCorpusTest {
  /** What is about wrappers, folders and other tools' files, and not about the verdict. */
  private static final List<String> ABOUT_READING =
      List.of("sh-", "wr-", "mono-", "git-sync-", "sl-", "lza-", "jinja-", "pulumi-");

  /** Which cases are run, and of which folder of the corpus; by hand. */
  private static final Pattern ONLY = Pattern.compile(System.getProperty("trailproof.attacks", ""));

  private static final String SET = System.getProperty("trailproof.attacks.set", "attacks");

  @Test
  void everyAttackGetsAVerdictThatIsAllowed() {
    assumeTrue(Corpus.folder().isPresent(), "no corpus here");
    Map<VerdictCases.Difference, Integer> verdicts = new EnumMap<>(VerdictCases.Difference.class);
    Map<VerdictCases.Difference, Integer> reading = new EnumMap<>(VerdictCases.Difference.class);
    List<VerdictCases.Ended> all =
        VerdictCases.run(
            Corpus.folder().orElseThrow().resolve(SET), name -> ONLY.matcher(name).find());
    for (VerdictCases.Ended one : all) {
      (isAboutReading(one.name()) ? reading : verdicts).merge(one.difference(), 1, Integer::sum);
      if (one.difference() != VerdictCases.Difference.RIGHT) {
        System.out.printf("  %s %s: %s%n", one.difference(), one.name(), one.told());
      }
    }
    System.out.println("corpus " + SET + ": " + verdicts + "; about reading: " + reading);
    assertTrue(
        Set.of(VerdictCases.Difference.RIGHT).containsAll(reading.keySet()),
        "of what is about reading: " + reading);
    assertTrue(
        all.size() > 400 || !ONLY.pattern().isEmpty() || !SET.equals("attacks"),
        "only " + all.size() + " cases were found");
  }

  private static boolean isAboutReading(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("field/") && ABOUT_READING.stream().anyMatch(last::startsWith);
  }
}
