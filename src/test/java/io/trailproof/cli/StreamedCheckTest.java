package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes line by line says what a whole result says, in the same order, by any threads. */
final class StreamedCheckTest {
  @TempDir Path folder;

  /** A program that judges by a number of threads. */
  private static Invocation.Ended by(int threads, String... arguments) {
    return Commands.run(
        new CheckCommand(
            () ->
                new Wiring() {
                  @Override
                  int threads() {
                    return threads;
                  }
                }),
        arguments);
  }

  private static List<String> some() throws IOException {
    try (Stream<Path> cases = Files.list(Path.of("fixtures/cloudformation"))) {
      return cases
          .map(one -> one.resolve("template.yaml"))
          .filter(Files::exists)
          .map(one -> one.toString().replace('\\', '/'))
          .sorted()
          .limit(40)
          .toList();
    }
  }

  private static String[] with(List<String> inputs, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(inputs);
    return all.toArray(String[]::new);
  }

  @Test
  void severalThreadsWriteTheSameBytesAsOne() throws IOException {
    for (String format : List.of("json", "jsonl", "text")) {
      Invocation.Ended one = by(1, with(some(), "--each", "-f", format));
      Invocation.Ended four = by(4, with(some(), "--each", "-f", format));
      assertEquals(one.out(), four.out());
      assertEquals(one.status(), four.status());
    }
  }

  @Test
  void linesSayWhatAWholeResultSays() throws IOException {
    Files.writeString(folder.resolve("broken.json"), "{\"Resources\": {");
    Files.writeString(folder.resolve("other.yaml"), "kind: Deployment\n");
    Files.copy(Path.of("fixtures/terraform/compliant/plan.json"), folder.resolve("plan.json"));
    List<String> inputs = new ArrayList<>(some().subList(0, 6));
    inputs.add(folder.toString());
    for (String ties : List.of("--each", "--together")) {
      JsonNode whole = Lines.read(by(2, with(inputs, ties, "-f", "json")).out());
      JsonNode lines = Lines.together(by(2, with(inputs, ties, "-f", "jsonl")).out());
      assertEquals(whole, lines);
      assertEquals(3, lines.get("exitCode").asInt());
    }
  }

  @Test
  void plansOfOneFileAreJudgedTogether() throws IOException {
    String plan = Files.readString(Path.of("fixtures/terraform/compliant/plan.json")).strip();
    Path file = folder.resolve("plans.json");
    Files.writeString(file, plan + "\n" + plan + "\n");
    JsonNode whole = Lines.read(by(2, "--each", "-f", "json", file.toString()).out());
    JsonNode lines = Lines.together(by(2, "--each", "-f", "jsonl", file.toString()).out());
    assertEquals(2, lines.get("deployments").size());
    assertEquals(whole, lines);
  }

  @Test
  void aListNamesInputsByLineOrByNul() throws IOException {
    String compliant = "fixtures/cloudformation/compliant/template.yaml";
    Path list = folder.resolve("list");
    for (String text :
        List.of(compliant + "\n", compliant + "\r\n\r\n", compliant, compliant + "\0")) {
      Files.writeString(list, text);
      Invocation.Ended ended = by(1, "--inputs-from", list.toString());
      assertEquals(0, ended.status(), ended.err());
      assertTrue(ended.out().contains("1 rule proven"), ended.out());
    }
    Path odd = folder.resolve("a\nb.yaml");
    Files.copy(Path.of(compliant), odd);
    Files.writeString(list, odd + "\0");
    assertEquals(0, by(1, "--inputs-from", list.toString()).status());
  }

  @Test
  void aListMayComeByStandardInput() {
    Invocation.Ended ended =
        new Invocation()
            .reading("fixtures/cloudformation/compliant/template.yaml\n")
            .run("check", "--inputs-from", "-");
    assertEquals(0, ended.status(), ended.err());
  }

  @Test
  void anEmptyListIsAnErrorAndStandardInputIsReadOnce() throws IOException {
    Path list = folder.resolve("list");
    Files.writeString(list, "\n");
    Invocation.Ended empty = by(1, "--inputs-from", list.toString());
    assertEquals(3, empty.status());
    assertTrue(empty.err().contains("the list names no inputs"), empty.err());
    assertEquals(3, by(1, "--inputs-from", folder.resolve("nothing").toString()).status());
    assertEquals(2, by(1, "--inputs-from", "-", "-").status());
    assertFalse(empty.err().contains("\tat "), empty.err());
  }
}
