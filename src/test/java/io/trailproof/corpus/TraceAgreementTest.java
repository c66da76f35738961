package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.ReadSettings;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plain simulation and the prover never disagree, on any fixture and on all of the corpus. */
final class TraceAgreementTest {
  /** So many rules beside the one of all inputs are asked of each, in turn. */
  private static final int OTHER_RULES = 2;

  private final Corpus corpus = new Corpus();
  private final Agreement agreement = new Agreement(corpus.catalog());

  @Test
  void traceAndProverAgreeOnEveryFixture() throws IOException {
    List<Rule> rules =
        BundledRules.read(corpus.catalog(), Predicates.ALL).stream()
            .filter(rule -> rule.claim().equals("fires"))
            .filter(rule -> rule.chain().way().equals("metric-filter"))
            .filter(rule -> !rule.id().equals(corpus.rule().id()))
            .toList();
    hold("fixtures", Path.of(System.getProperty("trailproof.root", "."), "fixtures"), rules);
  }

  @Test
  void traceAndProverAgreeOnTheCorpus() throws IOException {
    Optional<Path> folder = Corpus.folder();
    if (folder.isEmpty()) {
      System.out.println("corpus: skipped, the folder ../shared/corpus is not there");
    }
    assumeTrue(folder.isPresent(), "no corpus here");
    hold("corpus", folder.orElseThrow(), List.of());
  }

  private void hold(String what, Path folder, List<Rule> others) throws IOException {
    int inputs = 0;
    for (Path input : inputs(folder)) {
      Optional<DeploymentGraphs> graphs = read(input);
      if (graphs.isPresent()) {
        inputs++;
        List<Rule> asked = new ArrayList<>(List.of(corpus.rule()));
        for (int i = 0; i < Math.min(OTHER_RULES, others.size()); i++) {
          asked.add(others.get((OTHER_RULES * inputs + i) % others.size()));
        }
        agreement.hold(folder.relativize(input).toString(), graphs.get(), asked);
      }
    }
    System.out.printf("trace %s: %d inputs, %s%n", what, inputs, agreement.counts());
    agreement.disagreements().forEach(System.out::println);
    assertTrue(inputs > 0, "no input was found");
    assertEquals(List.of(), agreement.disagreements());
  }

  private static List<Path> inputs(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(one -> one.toString().matches(".*\\.(json|ya?ml|template)"))
          .filter(one -> !one.getFileName().toString().startsWith("expect"))
          .filter(one -> size(one) < 2_000_000)
          .sorted()
          .toList();
    }
  }

  private static long size(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : Long.MAX_VALUE;
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** What an input comes to; empty for what is none. */
  private Optional<DeploymentGraphs> read(Path input) {
    try {
      Outcome<DeploymentGraphs> graphs =
          corpus.graph(SourceFile.open(input.toString(), input), ReadSettings.NONE);
      return graphs.value();
    } catch (UnreadableSource e) {
      return Optional.empty();
    }
  }
}
