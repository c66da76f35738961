package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case that was written to break the verdict, against the verdicts that are allowed: attacks
 * on the chain, plans of newer engines, and what AWS has added since 2025.
 */
final class AttacksCorpusTest {
  /** What is about wrappers, folders and other tools' files, and not about the verdict. */
  private static final List<String> ABOUT_READING =
      List.of("sh-", "wr-", "mono-", "git-sync-", "sl-", "lza-", "jinja-", "pulumi-");

  /** Which cases are run, and of which folders of the corpus; by hand. */
  private static final Pattern ONLY = Pattern.compile(System.getProperty("trailproof.attacks", ""));

  private static final String SETS = System.getProperty("trailproof.attacks.set", "");

  /**
   * The cases of one folder of the corpus.
   *
   * @param least how many there are at least
   * @param known those that differ, with the reason
   */
  private record CaseSet(String folder, int least, Map<String, String> known) {
    @Override
    public String toString() {
      return folder;
    }
  }

  private static Stream<CaseSet> sets() {
    return Stream.of(
            new CaseSet("attacks", 400, ATTACKS),
            new CaseSet("engines", 100, Map.of()),
            new CaseSet("new-aws", 39, Map.of()))
        .filter(set -> SETS.isEmpty() || SETS.equals(set.folder()));
  }

  /** Why some of the attacks end otherwise than is written beside them. */
  private static final Map<String, String> ATTACKS =
      Map.of(
          "module/org-formation-format-version", "its bucket has no policy (F118)",
          "module/placeholder-example", "its bucket has no policy (F118)",
          "module/placeholder-no-at", "its bucket has no policy (F118)",
          "module/wrong-filter-blamed", "its bucket has no policy (F118)",
          "terraform/es-TC_1_",
              "a lower bound is left out of what is counted (F167), so that 1 is not in TC(1:)",
          "terraform/st-deposed-topic",
              "the deposed topic is the live one for AWS, and goes (F172)");

  @ParameterizedTest
  @MethodSource("sets")
  void everyCaseGetsAVerdictThatIsAllowed(CaseSet set) {
    assumeTrue(Corpus.folder().isPresent(), "no corpus here");
    Map<VerdictCases.Difference, Integer> verdicts = new EnumMap<>(VerdictCases.Difference.class);
    Map<VerdictCases.Difference, Integer> reading = new EnumMap<>(VerdictCases.Difference.class);
    Map<String, String> differing = new TreeMap<>();
    List<VerdictCases.Ended> all =
        VerdictCases.run(
            Corpus.folder().orElseThrow().resolve(set.folder()), name -> ONLY.matcher(name).find());
    for (VerdictCases.Ended one : all) {
      (isAboutReading(one.name()) ? reading : verdicts).merge(one.difference(), 1, Integer::sum);
      if (one.difference() != VerdictCases.Difference.RIGHT) {
        System.out.printf("  %s %s: %s%n", one.difference(), one.name(), one.told());
        differing.put(one.name(), one.difference() + ": " + one.told());
      }
    }
    System.out.println("corpus " + set + ": " + verdicts + "; about reading: " + reading);
    assertTrue(
        Set.of(VerdictCases.Difference.RIGHT).containsAll(reading.keySet()),
        "of what is about reading: " + reading);
    Set<String> mended = new TreeSet<>(set.known().keySet());
    mended.removeIf(name -> !ONLY.matcher(name).find() || differing.containsKey(name));
    assertEquals(Set.of(), mended, "cases that are known to differ and do not");
    differing.keySet().removeAll(set.known().keySet());
    assertEquals(Map.of(), differing, "cases that differ and are not known to");
    assertTrue(
        all.size() >= set.least() || !ONLY.pattern().isEmpty(),
        "only " + all.size() + " cases were found");
  }

  private static boolean isAboutReading(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("field/") && ABOUT_READING.stream().anyMatch(last::startsWith);
  }
}
