package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.trailproof.check.Checker;
import io.trailproof.check.result.Finding;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.ReadSettings;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Templates of the corpus broken at random are read and checked: nothing crashes, hangs or says
 * what is not sound. {@code -Dtrailproof.mutants=20000} tries more.
 */
final class MutantsTest {
  private static final int MUTANTS = Integer.getInteger("trailproof.mutants", 250);
  private static final long SEED = Long.getLong("trailproof.seed", 20260917);

  private final Corpus reader = new Corpus();
  private final Checker checker = new Checker(reader.catalog());

  @Test
  void noMutantBreaksAnything() throws IOException {
    assumeTrue(Corpus.folder().isPresent(), "the corpus is not here");
    Path folder = Corpus.folder().orElseThrow().resolve("cloudformation");
    List<String> templates = new ArrayList<>();
    for (JsonNode truth : Corpus.json(folder.resolve("truth.json"))) {
      templates.add(Files.readString(folder.resolve(truth.get("file").asText())));
    }
    Random random = new Random(SEED);
    long slowest = 0;
    for (int round = 0; round < MUTANTS; round++) {
      String mutant = mutated(templates.get(random.nextInt(templates.size())), random);
      long start = System.nanoTime();
      try {
        judge(SourceFile.ofText("mutant", mutant));
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("mutant " + round + " of seed " + SEED + ":\n" + mutant, e);
      }
      slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
    }
    System.out.printf("mutants: %d, the slowest took %d ms%n", MUTANTS, slowest);
  }

  private void judge(SourceFile mutant) {
    Outcome<DeploymentGraphs> graph = reader.graph(mutant, ReadSettings.NONE);
    for (Diagnostic diagnostic : graph.diagnostics()) {
      assertEquals(1, diagnostic.message().lines().count(), diagnostic.message());
      assertTrue(
          diagnostic.primary() == null
              || diagnostic.primary().span().end() <= diagnostic.primary().span().file().length());
    }
    graph
        .value()
        .ifPresent(
            read -> {
              for (Finding finding : checker.check(reader.rule(), read).findings()) {
                assertEquals(1, finding.message().lines().count(), finding.message());
              }
            });
  }

  private static String mutated(String text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      switch (random.nextInt(7)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
        case 2 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        case 3 -> lines.set(at, line.replaceFirst("(:\\s*)\\S.*$", "$1[1, {a: null}]"));
        case 4 -> lines.set(at, line.replaceFirst("!(Ref|Sub|GetAtt|Equals|If)", "!Join"));
        case 5 -> lines.set(at, line.replaceFirst("[A-Za-z]{3,}", "\\${AWS::Region}"));
        default -> lines.subList(at, lines.size()).clear();
      }
      if (lines.isEmpty()) {
        lines.add("Resources: {}");
      }
    }
    return String.join("\n", lines);
  }
}
