package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.ReadSettings;
import io.trailproof.rule.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every plan of the corpus against the truth that was worked out by hand. */
class TerraformCorpusTest {
  /** Truths that the engine does not know yet. */
  private static final Set<String> KNOWN_DIFFERENCES = Set.of();

  private final Set<String> known = new TreeSet<>();
  private int right;
  private int falsePass;
  private int falseAlarm;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyPlanGetsItsTruth() {
    Optional<Path> corpus = Corpus.folder();
    if (corpus.isEmpty()) {
      System.out.println("corpus: skipped, the folder ../shared/corpus is not there");
    }
    assumeTrue(corpus.isPresent(), "no corpus here");
    Corpus reader = new Corpus();
    for (String part : Corpus.PLANS) {
      for (Path folder : Corpus.folders(corpus.orElseThrow().resolve(part))) {
        judge(reader, folder);
      }
    }
    wrong.forEach(System.out::println);
    System.out.printf(
        "corpus terraform: %d right, %d wrong (%d false passes, %d false alarms), "
            + "known differences %s%n",
        right, wrong.size(), falsePass, falseAlarm, known);
    assertEquals(new TreeSet<>(KNOWN_DIFFERENCES), known, "known differences");
    assertEquals(0, falsePass, "false passes");
    assertEquals(List.of(), wrong);
    assertTrue(right > 0, "no case was found");
  }

  private void judge(Corpus reader, Path folder) {
    Path plan = folder.resolve("plan.json");
    Path input = Files.exists(plan) ? plan : folder.resolve("state.json");
    JsonNode truth = Corpus.json(folder.resolve("expect.json"));
    Outcome<RuleResult> outcome = reader.check(input, ReadSettings.NONE);
    String expected = truth.get("iamPolicyChanges").asText();
    if (outcome.value().isEmpty()) {
      wrong.add(folder.getFileName() + ": unreadable " + outcome.diagnostics());
      return;
    }
    RuleResult result = outcome.value().orElseThrow();
    TreeSet<String> missing = new TreeSet<>();
    result.proofs().stream()
        .filter(proof -> proof.verdict() == Verdict.FAIL)
        .map((EventProof proof) -> proof.event().name())
        .forEach(missing::add);
    TreeSet<String> expectedMissing = new TreeSet<>();
    truth.get("missingEvents").forEach(name -> expectedMissing.add(name.asText()));
    String verdict = result.verdict().word();
    if (verdict.equals(expected) && missing.equals(expectedMissing)) {
      right++;
      return;
    }
    if (KNOWN_DIFFERENCES.contains(folder.getFileName().toString())) {
      known.add(folder.getFileName().toString());
      return;
    }
    falsePass += verdict.equals("pass") ? 1 : 0;
    falseAlarm += expected.equals("pass") && verdict.equals("fail") ? 1 : 0;
    wrong.add(
        "  %s: expected %s (%d missing, %s), got %s (%d missing) %s"
            .formatted(
                folder.getFileName(),
                expected,
                expectedMissing.size(),
                truth.get("brokenLink").asText(),
                verdict,
                missing.size(),
                result.findings().stream()
                    .map((Finding one) -> one.code() + ": " + one.message())
                    .toList()));
  }
}
