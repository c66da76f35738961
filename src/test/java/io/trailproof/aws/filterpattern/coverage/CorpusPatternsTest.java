package io.trailproof.aws.filterpattern.coverage;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.filterpattern.Corpus;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real plans whose truth turns on the pattern: the missing events are those that no pattern covers.
 */
class CorpusPatternsTest {
  @TestFactory
  List<DynamicTest> missingEventsAreThoseOfTheCorpus() throws IOException {
    Path terraform = Corpus.path("terraform");
    try (Stream<Path> cases = Files.list(terraform)) {
      return cases
          .filter(
              c ->
                  c.getFileName()
                      .toString()
                      .matches("(ok|bad)-pattern-.*|bad-split-.*|ok-split-.*"))
          .sorted()
          .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> check(c)))
          .toList();
    }
  }

  private static void check(Path folder) throws IOException {
    Json plan = read(folder.resolve("plan.json"));
    List<String> texts = new ArrayList<>();
    collect(requireNonNull(new PathStep.Key("planned_values").of(plan)), texts);
    List<FilterPattern> patterns = new ArrayList<>();
    for (String text : texts) {
      boolean unused = FilterPattern.parse(text).match(a -> patterns.add(a.pattern()), r -> false);
    }
    Set<String> missing = new TreeSet<>();
    for (String event : CoverageTest.CIS_EVENTS) {
      Coverage coverage = Coverage.of(patterns, Scenario.event("iam.amazonaws.com", event));
      if (!coverage.equals(new Coverage.Complete())) {
        String answer =
            coverage.match(c -> event, m -> event, u -> event + " undecided: " + u.why());
        missing.add(answer);
      }
    }
    Json expected =
        requireNonNull(new PathStep.Key("missingEvents").of(read(folder.resolve("expect.json"))));
    List<String> names = expected.children().stream().map(n -> ((Json.Str) n).value()).toList();
    assertEquals(names, List.copyOf(missing));
  }

  private static Json read(Path file) throws IOException {
    return requireNonNull(Json.read(Files.readString(file)).value(), file.toString());
  }

  private static void collect(Json node, List<String> patterns) {
    boolean filter =
        new Json.Str("aws_cloudwatch_log_metric_filter").equals(new PathStep.Key("type").of(node));
    Json values = new PathStep.Key("values").of(node);
    if (filter
        && values != null
        && new PathStep.Key("pattern").of(values) instanceof Json.Str text) {
      patterns.add(text.value());
    }
    node.children().forEach(child -> collect(child, patterns));
  }
}
