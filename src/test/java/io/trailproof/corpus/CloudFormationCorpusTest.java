package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.trailproof.check.EventProof;
import io.trailproof.check.Finding;
import io.trailproof.check.PathStep;
import io.trailproof.check.RuleResult;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.ReadSettings;
import io.trailproof.rule.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every template of the corpus against what was worked out by hand of its coverage. */
class CloudFormationCorpusTest {
  private int complete;
  private int recognised;
  private int falsePass;
  private int readable;
  private final List<String> lines = new ArrayList<>();

  @Test
  void completeTemplatesAreSeenToCoverEveryEvent() {
    Optional<Path> corpus = Corpus.folder();
    if (corpus.isEmpty()) {
      System.out.println("corpus: skipped, the folder ../shared/corpus is not there");
    }
    assumeTrue(corpus.isPresent(), "no corpus here");
    Path folder = corpus.orElseThrow().resolve("cloudformation");
    Corpus reader = new Corpus();
    JsonNode truth = Corpus.json(folder.resolve("truth.json"));
    truth.forEach(one -> judge(reader, folder, one));
    lines.forEach(System.out::println);
    System.out.printf(
        "corpus cloudformation: %d of %d readable, %d of %d complete ones seen to cover all events, %d false passes%n",
        readable, truth.size(), recognised, complete, falsePass);
    assertEquals(0, falsePass, "false passes");
    assertEquals(complete, recognised, "complete templates");
  }

  private void judge(Corpus reader, Path folder, JsonNode truth) {
    String file = truth.get("file").asText();
    String expected = truth.get("iamPolicyChanges").asText();
    Outcome<RuleResult> outcome = reader.check(folder.resolve(file), ReadSettings.NONE);
    boolean isComplete = expected.equals("complete");
    complete += isComplete ? 1 : 0;
    if (outcome.value().isEmpty()) {
      lines.add("  " + file + ": unreadable, " + outcome.diagnostics().get(0).message());
      return;
    }
    readable++;
    RuleResult result = outcome.value().orElseThrow();
    if (result.verdict() == Verdict.PASS && !isComplete) {
      falsePass++;
    }
    boolean covers = result.proofs().stream().allMatch(CloudFormationCorpusTest::isCovered);
    recognised += isComplete && covers ? 1 : 0;
    if (isComplete || !expected.equals("missing")) {
      lines.add(
          "  %s: coverage %s, verdict %s, covers %s %s"
              .formatted(
                  file,
                  expected,
                  result.verdict().word(),
                  covers,
                  result.findings().stream()
                      .map((Finding one) -> one.code() + ": " + one.message())
                      .toList()));
    }
  }

  /** True if a metric filter of the path matches the event for certain. */
  private static boolean isCovered(EventProof proof) {
    return proof.path().steps().stream()
        .filter(step -> step.link().name().equals("metricFilter"))
        .flatMap((PathStep step) -> step.judged().stream())
        .anyMatch(
            judged ->
                judged.requirement().id().equals("filter-pattern")
                    && judged.judgement().verdict() == Verdict.PASS);
  }
}
