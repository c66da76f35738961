package io.trailproof.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.cli.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a program is told is what the command line tells of the same bytes. */
final class TrailproofTest {
  private static final Path COMPLIANT = Path.of("fixtures/cloudformation/compliant/template.yaml");

  @TempDir Path folder;

  private static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file ->
                  List.of("plan.json", "state.json", "template.yaml", "template.json")
                          .contains(file.getFileName().toString())
                      || file.toString().contains("cdk.out"))
          .sorted()
          .toList();
    }
  }

  private static Invocation.Ended program(byte[] bytes, String... more) {
    List<String> arguments = new ArrayList<>(List.of("check", "--no-config", "--no-source", "-"));
    arguments.addAll(List.of(more));
    return new Invocation()
        .reading(new ByteArrayInputStream(bytes))
        .run(arguments.toArray(String[]::new));
  }

  private static void same(byte[] bytes) {
    CheckedDocument checked = Trailproof.standard().check("-", bytes);
    Invocation.Ended json = program(bytes, "--each", "-f", "json");
    assertEquals(json.out(), checked.json());
    assertEquals(json.status(), checked.exitCode());
    Invocation.Ended lines = program(bytes, "--each", "-f", "jsonl");
    assertEquals(lines.out(), String.join("\n", checked.lines()) + "\n");
  }

  @TestFactory
  List<DynamicTest> everyFixtureIsToldAsTheCommandLineTellsIt() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : inputs()) {
      tests.add(dynamicTest(input.toString(), () -> same(Files.readAllBytes(input))));
    }
    assertTrue(tests.size() > 200, "the fixtures are found");
    return tests;
  }

  /** Beside many fixtures lie files that a path would lead to. */
  @TestFactory
  List<DynamicTest> aNameIsOnlyAName() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : inputs()) {
      if (!hasNeighbours(input)) {
        continue;
      }
      String path = input.toAbsolutePath().toString().replace('\\', '/');
      tests.add(
          dynamicTest(
              input.toString(),
              () -> {
                byte[] bytes = Files.readAllBytes(input);
                assertEquals(
                    Trailproof.standard().check("no/such/folder", bytes).json(),
                    Trailproof.standard()
                        .check(path, bytes)
                        .json()
                        .replace(path, "no/such/folder"));
              }));
    }
    assertTrue(tests.size() > 5, "some have neighbours");
    return tests;
  }

  private static boolean hasNeighbours(Path input) throws IOException {
    try (Stream<Path> files = Files.list(input.getParent())) {
      return files
          .filter(file -> !file.equals(input))
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> !name.startsWith("expected") && !name.equals("arguments"));
    }
  }

  @Test
  void allRulesAreToldAsTheCommandLineTellsThem() throws IOException {
    Trailproof all = Trailproof.ofRules("*");
    for (Path input : List.of(COMPLIANT, Path.of("fixtures/terraform/compliant/plan.json"))) {
      byte[] bytes = Files.readAllBytes(input);
      assertEquals(
          program(bytes, "--each", "--rule", "*", "-f", "json").out(),
          all.check("-", bytes).json());
    }
    assertTrue(all.rules().size() > 20);
  }

  @Test
  void whatIsNoInputIsAnAnswerToo() throws IOException {
    byte[] plan = Files.readAllBytes(Path.of("fixtures/terraform/compliant/plan.json"));
    for (String text :
        List.of(
            "",
            "kind: Deployment\n",
            "{\"Resources\": {",
            "PK\u0003\u0004",
            "Resources: {}\nAWSTemplateFormatVersion: 2010-09-09\n",
            "{\"resource_changes\": []}",
            "[".repeat(100_000),
            "a: ".repeat(300))) {
      same(text.getBytes(StandardCharsets.UTF_8));
    }
    same(new byte[] {'{', (byte) 0xff, '}'});
    same(("\ufeff" + Files.readString(COMPLIANT)).getBytes(StandardCharsets.UTF_16LE));
    String twice = new String(plan, StandardCharsets.UTF_8).strip();
    same((twice + "\n" + twice + "\n").getBytes(StandardCharsets.UTF_8));
    String empty = "{\"format_version\":\"1.2\",\"planned_values\":{},\"resource_changes\":[]}\n";
    same((empty + empty).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void verdictsAndExitCodeSayWhatTheResultSays() throws IOException {
    CheckedDocument proven =
        Trailproof.standard().check("stack.yaml", Files.readAllBytes(COMPLIANT));
    assertEquals("pass", proven.verdicts().get("iam-policy-changes"));
    assertEquals(Set.copyOf(Trailproof.standard().rules()), proven.verdicts().keySet());
    assertTrue(proven.isProven());
    assertEquals("stack.yaml", proven.name());
    CheckedDocument broken = Trailproof.standard().check("stack.yaml", new byte[0]);
    assertEquals(Map.of(), broken.verdicts());
    assertFalse(broken.isProven());
    assertEquals(3, broken.exitCode());
    assertTrue(broken.json().contains("stack.yaml"));
  }

  @Test
  void ofSeveralPlansTheWorstCounts() throws IOException {
    String good = Files.readString(Path.of("fixtures/terraform/compliant/plan.json")).strip();
    String bad = Files.readString(Path.of("fixtures/terraform/actions-disabled/plan.json")).strip();
    for (String both : List.of(good + "\n" + bad, bad + "\n" + good)) {
      CheckedDocument checked =
          Trailproof.standard().check("plans", both.getBytes(StandardCharsets.UTF_8));
      assertEquals("fail", checked.verdicts().get("iam-policy-changes"));
      assertEquals(1, checked.exitCode());
    }
  }

  @Test
  void manyThreadsAreToldTheSameAsOne() throws Exception {
    List<byte[]> documents = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    for (Path input : inputs().subList(0, 40)) {
      byte[] bytes = Files.readAllBytes(input);
      documents.add(bytes);
      alone.add(Trailproof.standard().check("one", bytes).json());
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int round = 0; round < 4; round++) {
        for (byte[] document : documents) {
          answers.add(threads.submit(() -> Trailproof.standard().check("one", document).json()));
        }
      }
      for (int i = 0; i < answers.size(); i++) {
        assertEquals(alone.get(i % alone.size()), answers.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Spark's tasks have the stack that Java gives a thread, which is a quarter of the program's. */
  @Test
  void theStackOfTheCallerDoesNotMatter() throws Exception {
    String deep = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      X: ";
    byte[] bytes =
        (deep + "{a: ".repeat(150) + "1" + "}".repeat(150) + "\n").getBytes(StandardCharsets.UTF_8);
    String expected = Trailproof.standard().check("-", bytes).json();
    List<String> told = new ArrayList<>();
    Thread shallow =
        new Thread(
            null, () -> told.add(Trailproof.standard().check("-", bytes).json()), "a", 1 << 17);
    shallow.start();
    shallow.join();
    assertEquals(List.of(expected), told);
    assertFalse(expected.contains("\"internal\""), expected);
  }

  @Test
  void theLinesOfManyAreThoseOfARunOverThem() throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("check", "--each", "--no-config", "--no-source", "-f", "jsonl"));
    ResultLines lines = new ResultLines();
    List<String> written = new ArrayList<>();
    int number = 0;
    for (Path input : inputs()) {
      Path copy = Files.createDirectory(folder.resolve("in-" + number++)).resolve("document");
      byte[] bytes = Files.readAllBytes(input);
      CheckedDocument checked = Trailproof.standard().check(copy.toString(), bytes);
      if (checked.verdicts().isEmpty()) {
        continue; // an input that cannot be recognised is told of where a run ends
      }
      Files.write(copy, bytes);
      arguments.add(copy.toString());
      written.addAll(lines.of(checked));
    }
    written.add(lines.last());
    Invocation.Ended run = Invocation.of(arguments.toArray(String[]::new));
    assertEquals(run.out(), String.join("\n", written) + "\n");
    assertEquals(run.status(), lines.exitCode());
  }

  /** Each partition of a cluster leaves a result, and together they are one run over all. */
  @Test
  void theResultsOfPartitionsAreJoinedToThatOfOneRun() throws IOException {
    List<String> run =
        new ArrayList<>(List.of("check", "--each", "--no-config", "--no-source", "-f", "json"));
    List<String> report = new ArrayList<>(List.of("report", "-f", "json"));
    List<Path> some =
        inputs().stream()
            .filter(file -> file.endsWith("template.yaml") || file.endsWith("plan.json"))
            .toList();
    for (int partition = 0; partition < 3; partition++) {
      ResultLines lines = new ResultLines();
      List<String> written = new ArrayList<>();
      for (Path input : some.subList(10 * partition, 10 * partition + 10)) {
        Path copy = Files.createDirectories(folder.resolve(input.getParent())).resolve("one");
        Files.copy(input, copy);
        String name = copy.toString();
        run.add(name);
        written.addAll(lines.of(Trailproof.standard().check(name, Files.readAllBytes(input))));
      }
      written.add(lines.last());
      report.add(Files.write(folder.resolve("part-" + partition), written).toString());
    }
    Invocation.Ended one = Invocation.of(run.toArray(String[]::new));
    Invocation.Ended joined = Invocation.of(report.toArray(String[]::new));
    assertEquals(one.out(), joined.out());
    assertEquals(one.status(), joined.status());
  }

  @Test
  void nothingIsPrintedAndNothingIsWritten() throws IOException {
    // What prints and exits is held by ArchitectureTest; of files there is none but this one's.
    byte[] bytes = Files.readAllBytes(COMPLIANT);
    String name = folder.resolve("stack.yaml").toString();
    assertTrue(Trailproof.standard().check(name, bytes).isProven());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aCallerThatIsInterruptedStaysSo() throws IOException {
    byte[] bytes = Files.readAllBytes(COMPLIANT);
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> Trailproof.standard().check("stack.yaml", bytes));
    assertTrue(Thread.interrupted());
  }

  @Test
  void rulesThatThereAreNotAreRefused() {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Trailproof.ofRules("iam-policy-change"));
    assertTrue(String.valueOf(wrong.getMessage()).contains("did you mean"), wrong.getMessage());
    assertThrows(IllegalArgumentException.class, Trailproof::ofRules);
    assertSame(Trailproof.standard(), Trailproof.standard());
  }
}
