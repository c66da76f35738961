package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be the name of no file is a clear error, wherever the command line takes a name. */
final class OddNamesTest {
  private static final List<String> NAMES =
      List.of(
          "",
          "\0",
          "a\0b.json",
          "plan.json\0",
          "\uD83D.json",
          "x".repeat(5000),
          "no\n::error::such\r/\u001b[31mfile\u202e",
          "no/such/../file/");

  @TempDir private Path folder;
  private String plan = "";
  private String result = "";

  @BeforeEach
  void inputs() throws IOException {
    plan = "fixtures/terraform/compliant/plan.json";
    Path file = folder.resolve("result.json");
    Files.writeString(file, Invocation.of("check", "--no-config", "-f", "json", plan).out());
    result = file.toString();
  }

  /** Each takes a name at its end, and cannot end well without the file. */
  private List<List<String>> lines() {
    String until = "2027-03-31";
    return List.of(
        List.of("check", "--no-config"),
        List.of("check", "--no-config", "--each", plan),
        List.of("check", "--no-config", "-f", "jsonl", "--each"),
        List.of("check", "--no-config", plan, "-o"),
        List.of("check", "--no-config", plan, "--before"),
        List.of("check", "--no-config", plan, "--parameters"),
        List.of("check", "--no-config", plan, "--rules"),
        List.of("check", "--no-config", "--inputs-from"),
        List.of("check", plan, "--config"),
        List.of("report"),
        List.of("report", result),
        List.of("report", result, "-o"),
        List.of("test"),
        List.of("explain", "iam-policy-changes", "--rules"),
        List.of("pattern", "x", "--record"),
        List.of("pattern", "--vectors"),
        List.of(
            "accept",
            "iam-policy-changes/alarm",
            "a",
            "--reason=r",
            "--until=" + until,
            "--config"));
  }

  @Test
  void oddNameIsAnErrorAndNoFault() {
    for (List<String> line : lines()) {
      for (String name : NAMES) {
        List<String> arguments = new ArrayList<>(line);
        arguments.add(name);
        Invocation.Ended ended = Invocation.of(arguments.toArray(String[]::new));
        String said = arguments + "\n" + ended.out() + ended.err();
        assertTrue(ended.status() == 2 || ended.status() == 3, ended.status() + " " + said);
        assertTrue((ended.out() + ended.err()).contains("error"), said);
        assertEquals(Optional.empty(), Harmless.harm(ended.out() + "\n" + ended.err()), said);
      }
    }
  }

  @Test
  void sourcesThatCannotBeNamedAreLeftOut() {
    for (String option : List.of("--source", "--plan-file")) {
      for (String name : NAMES.subList(1, NAMES.size())) {
        Invocation.Ended ended = Invocation.of("check", "--no-config", option, name, plan);
        assertEquals(0, ended.status(), ended.out());
        assertTrue(ended.out().contains("[unreadable-source]"), ended.out());
        assertEquals(Optional.empty(), Harmless.harm(ended.out()), ended.out());
      }
    }
  }

  @Test
  void namesInAConfigurationAreTakenForNoOthers() throws IOException {
    Path config = folder.resolve("trailproof.yaml");
    for (String name : List.of("", "a\\0b.json", "\\uD83D", "no\\n::error::x", "~", "%00")) {
      for (String key : List.of("inputs", "source")) {
        String inputs = key.equals("inputs") ? "" : "inputs: none.json, ";
        Files.writeString(
            config, "deployments:\n  a: { " + inputs + key + ": \"" + name + "\" }\n");
        Invocation.Ended ended = Invocation.of("check", "--config", config.toString());
        assertEquals(3, ended.status(), name + ended.out());
        assertEquals(Optional.empty(), Harmless.harm(ended.out()), ended.out());
      }
    }
  }
}
