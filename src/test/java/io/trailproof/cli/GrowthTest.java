package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a check takes grows with its input, and not with its square: of four times as much it takes
 * less than nine times the processor time of this thread, where a square would take sixteen.
 */
final class GrowthTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOOD = Path.of("fixtures/cloudformation/compliant-json/template.json");
  private static final double MOST = 9;

  @TempDir Path folder;

  /** Makes a template of a size. */
  private interface Make {
    void of(ObjectNode template, int size);
  }

  @Test
  void filtersOfOneGroupAndMetric() throws IOException {
    grows(200, (template, size) -> copies(template, "MetricFilter", size, (one, i) -> {}));
  }

  @Test
  void filtersWithPatternsOfTheirOwn() throws IOException {
    grows(
        150,
        (template, size) ->
            copies(
                template,
                "MetricFilter",
                size,
                (one, i) -> one.put("FilterPattern", "{ $.eventName = Call" + i + " }")));
  }

  @Test
  void filtersWithMetricsOfTheirOwn() throws IOException {
    grows(
        200,
        (template, size) ->
            copies(
                template,
                "MetricFilter",
                size,
                (one, i) ->
                    ((ObjectNode) one.get("MetricTransformations").get(0))
                        .put("MetricName", "Metric" + i)));
  }

  @Test
  void alarmsOfOneMetric() throws IOException {
    grows(200, (template, size) -> copies(template, "Alarm", size, (one, i) -> {}));
  }

  @Test
  void resourcesOfOneType() throws IOException {
    grows(
        5_000,
        (template, size) -> {
          for (int i = 0; i < size; i++) {
            resources(template).putObject("Topic" + i).put("Type", "AWS::SNS::Topic");
          }
        });
  }

  @Test
  void turnsOfALoop() throws IOException {
    grows(
        4_000,
        (template, size) -> {
          template.put("Transform", "AWS::LanguageExtensions");
          String list =
              IntStream.range(0, size)
                  .mapToObj(i -> "\"" + i + "\"")
                  .collect(Collectors.joining(","));
          resources(template)
              .set(
                  "Fn::ForEach::Topics",
                  read("[\"One\",[" + list + "],{\"T${One}\":{\"Type\":\"AWS::SNS::Topic\"}}]"));
        });
  }

  @Test
  void piecesOfASplit() throws IOException {
    grows(
        100_000,
        (template, size) ->
            first(template, "Alarm")
                .set(
                    "AlarmName",
                    read(
                        "{\"Fn::Select\":[\"3\",{\"Fn::Split\":[\"a\",\""
                            + "a".repeat(size)
                            + "\"]}]}")));
  }

  @Test
  void advancedSelectors() throws IOException {
    String values =
        IntStream.range(0, 500).mapToObj(i -> "\"v" + i + "\"").collect(Collectors.joining(","));
    String selector =
        "{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Management\"]},"
            + "{\"Field\":\"eventSource\",\"NotEquals\":["
            + values
            + "],\"NotStartsWith\":["
            + values
            + "]}]}";
    grows(
        20,
        (template, size) ->
            first(template, "Trail")
                .set(
                    "AdvancedEventSelectors",
                    read(
                        "["
                            + IntStream.range(0, size)
                                .mapToObj(i -> selector)
                                .collect(Collectors.joining(","))
                            + "]")));
  }

  /** Beyond a limit nothing is proven. */
  @Test
  void loopsBeyondTheLimitAreUnknown() throws IOException {
    ObjectNode template = (ObjectNode) JSON.readTree(GOOD.toFile());
    template.put("Transform", "AWS::LanguageExtensions");
    String ten =
        IntStream.range(0, 50).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
    String body = "{\"T${a}x${b}x${c}x${d}\":{\"Type\":\"AWS::SNS::Topic\"}}";
    for (String name : new String[] {"d", "c", "b", "a"}) {
      body = "{\"Fn::ForEach::L" + name + "\":[\"" + name + "\",[" + ten + "]," + body + "]}";
    }
    resources(template).setAll((ObjectNode) read(body));
    Invocation.Ended ended = check(template);
    assertEquals(1, ended.status(), ended.out());
    assertTrue(
        ended.out().contains("working out the templates takes more than 2000000 steps"),
        ended.out());
  }

  private void grows(int size, Make make) throws IOException {
    measured(size, make); // what is compiled and loaded is so once
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 3 && least >= MOST; i++) {
      least = Math.min(least, (double) measured(4 * size, make) / measured(size, make));
    }
    assertTrue(least < MOST, "four times as much takes " + least + " times the time");
  }

  private long measured(int size, Make make) throws IOException {
    ObjectNode template = (ObjectNode) JSON.readTree(GOOD.toFile());
    make.of(template, size);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Invocation.Ended ended = check(template);
    assertTrue(ended.status() <= 1, ended.err());
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }

  private Invocation.Ended check(ObjectNode template) throws IOException {
    Path file = folder.resolve("template.json");
    Files.write(file, JSON.writeValueAsBytes(template));
    return Invocation.of("check", "--no-config", "--rule", "iam-policy-changes", file.toString());
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ObjectNode resources(ObjectNode template) {
    return (ObjectNode) template.get("Resources");
  }

  private static ObjectNode first(ObjectNode template, String type) {
    return (ObjectNode) entry(template, type).get("Properties");
  }

  private static ObjectNode entry(ObjectNode template, String type) {
    for (JsonNode one : resources(template)) {
      if (one.get("Type").asText().endsWith("::" + type)) {
        return (ObjectNode) one;
      }
    }
    throw new AssertionError(type);
  }

  /** Changes a copy. */
  private interface Change {
    void of(ObjectNode properties, int number);
  }

  private static void copies(ObjectNode template, String type, int size, Change change) {
    ObjectNode model = entry(template, type);
    for (int i = 0; i < size; i++) {
      ObjectNode copy = model.deepCopy();
      change.of((ObjectNode) copy.get("Properties"), i);
      resources(template).set("Copy" + i, copy);
    }
  }
}
