package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every report of a result in JSON is, to the byte, the one that the run itself writes, and that of
 * the parts of a run is that of the whole.
 */
final class ReportCommandTest {
  private static final String ONE = "fixtures/terraform/compliant/plan.json";
  private static final String OTHER = "fixtures/terraform/threshold-100/plan.json";

  @TempDir private Path folder;

  /** The golden reports are those that {@link FixturesTest} holds a check to. */
  @TestFactory
  List<DynamicTest> everyFixtureGetsTheReportBesideItFromItsResult() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : FixturesTest.inputs()) {
      tests.add(dynamicTest(input.toString(), () -> holds(input)));
    }
    assertTrue(tests.size() > 40, "the fixtures are found");
    return tests;
  }

  private void holds(Path input) throws IOException {
    formats(input, "expected");
    if (Files.exists(input.resolveSibling("expected-ways-all.json"))) {
      formats(input, "expected-ways-all");
    }
    Invocation.Ended run =
        FixturesTest.check(input, "-f", "jsonl", "-f", "json=" + folder.resolve("whole.json"));
    String lines = write("lines.jsonl", run.out());
    Invocation.Ended again =
        Invocation.of("report", lines, "-f", "json=" + folder.resolve("again"));
    assertEquals("", again.err());
    assertEquals(run.status(), again.status(), "the exit code");
    assertEquals(Files.readString(input.resolveSibling("expected.txt")), again.out());
    assertEquals(
        Files.readString(folder.resolve("whole.json")), Files.readString(folder.resolve("again")));
  }

  private void formats(Path input, String golden) throws IOException {
    String result = input.resolveSibling(golden + ".json").toString();
    for (Map.Entry<Format, String> report : reports(result).entrySet()) {
      Path beside = input.resolveSibling(golden + "." + report.getKey().extension());
      if (Files.exists(beside) && (report.getKey() != Format.TEXT || !golden.equals("expected"))) {
        assertEquals(Files.readString(beside), report.getValue(), beside + " from " + result);
      }
    }
  }

  /** The reports of results in every format. */
  private Map<Format, String> reports(String... results) throws IOException {
    return written("report", List.of(results));
  }

  private Map<Format, String> written(String command, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(arguments);
    for (Format format : Format.values()) {
      all.addAll(List.of("-f", format.word() + "=" + folder.resolve(format.word())));
    }
    Invocation.Ended ended = Invocation.of(all.toArray(String[]::new));
    assertEquals("", ended.err());
    Map<Format, String> reports = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      reports.put(format, Files.readString(folder.resolve(format.word())));
    }
    return reports;
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** What a check of some inputs writes. */
  private String result(String name, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("check"));
    all.addAll(List.of(arguments));
    return write(name, Invocation.of(all.toArray(String[]::new)).out());
  }

  private static List<String> some(int from, int to) throws IOException {
    List<String> some = new ArrayList<>();
    for (Path input : FixturesTest.inputs().subList(from, to)) {
      some.add(input.toString());
    }
    return some;
  }

  @Test
  void partsOfARunComeToTheWhole() throws IOException {
    List<String> asked =
        List.of("--each", "--stated", "commit=abc", "--control", "CIS AWS Foundations");
    List<String> whole = new ArrayList<>(asked);
    whole.addAll(some(0, 12));
    List<String> first = new ArrayList<>(List.of("-f", "json"));
    first.addAll(asked);
    first.addAll(some(0, 5));
    List<String> second = new ArrayList<>(List.of("-f", "jsonl"));
    second.addAll(asked);
    second.addAll(some(5, 12));
    String one = result("one", first.toArray(String[]::new));
    String other = result("other", second.toArray(String[]::new));
    assertEquals(written("check", whole), reports(one, other));
  }

  /** A run over one input calls its deployment by no name, which among others it needs. */
  @Test
  void partsOfOneInputEachComeToTheWhole() throws IOException {
    Map<Format, String> whole = written("check", List.of("--each", ONE, OTHER));
    assertEquals(
        whole, reports(result("one", "-f", "json", ONE), result("two", "-f", "jsonl", OTHER)));
  }

  @Test
  void whatIsBrokenBesideInputsIsToldOnce() throws IOException {
    String broken = write("broken.json", "{");
    Map<Format, String> whole = written("check", List.of("--each", broken, ONE, OTHER));
    String one = result("one", "--each", "-f", "json", broken, ONE);
    String other = result("other", "--each", "-f", "json", broken, OTHER);
    assertEquals(
        whole
            .getOrDefault(Format.GITHUB, "")
            .lines()
            .filter(line -> line.contains("broken.json"))
            .toList(),
        reports(one, other)
            .getOrDefault(Format.GITHUB, "")
            .lines()
            .filter(l -> l.contains("broken.json"))
            .toList());
    assertEquals(3, Invocation.of("report", one, other).status());
  }

  @Test
  void theExitCodeIsThatOfTheWorstPart() throws IOException {
    String proven = result("proven", "-f", "json", ONE);
    String broken = result("broken", "-f", "jsonl", OTHER);
    assertEquals(0, Invocation.of("report", proven).status());
    assertEquals(1, Invocation.of("report", proven, broken).status());
    String passing = result("passing", "-f", "json", "--fail-on", "never", OTHER);
    assertEquals(0, Invocation.of("report", passing).status());
  }

  @Test
  void aResultComesByStandardInput() throws IOException {
    String lines = Invocation.of("check", "-f", "jsonl", OTHER).out();
    assertEquals(
        Invocation.of("check", OTHER).out(),
        new Invocation().reading(lines).run("report", "-").out());
  }

  @Test
  void aPartThatWasCutOffLooksLikeNoProof() throws IOException {
    String lines = Invocation.of("check", "--each", "-f", "jsonl", ONE, OTHER).out();
    String cut = write("cut.jsonl", lines.substring(0, lines.indexOf('\n') + 1));
    refused("the line of the run is missing", cut);
    String half = write("half.jsonl", lines.substring(0, lines.indexOf('\n') / 2));
    refused("ends before it is complete", half);
    String twice = write("twice.jsonl", lines + lines);
    refused("something follows the line of the run", twice);
    String less = write("less.jsonl", lines.substring(lines.indexOf('\n') + 1));
    refused("it says `2 deployments`, and what it holds comes to `1 deployments`", less);
    refused("there is nothing in this file", write("empty.jsonl", ""));
    refused("this is no result", write("list.json", "[]"));
    refused("this is no result", ONE);
    refused("no such file", folder.resolve("missing.json").toString());
  }

  /** What cannot be read is said in every report, beside what can. */
  private void refused(String why, String result) throws IOException {
    String proven = result("proven.json", "-f", "json", "fixtures/terraform/compliant/plan.json");
    Invocation.Ended ended = Invocation.of("report", proven, result);
    assertEquals(3, ended.status(), ended.out());
    assertTrue(ended.out().contains(why), ended.out());
    assertTrue(
        reports(proven, result).getOrDefault(Format.MARKDOWN, "").contains("Incomplete"), why);
    assertEquals(3, Invocation.of("report", result).status());
  }

  @Test
  void whatSaysOneThingAndHoldsAnotherIsRefused() throws IOException {
    String text = Invocation.of("check", "-f", "json", "--rule", "iam-policy-changes", OTHER).out();
    contradicts(text, "\"exitCode\" : 1", "\"exitCode\" : 0");
    contradicts(text, "\"fail\" : 1", "\"fail\" : 0");
    contradicts(text, "\"verdict\" : \"fail\"", "\"verdict\" : \"pass\"");
    contradicts(text, "\"requirement\" : \"alarm-threshold\"", "\"requirement\" : \"other\"");
  }

  private void contradicts(String text, String said, String instead) throws IOException {
    assertTrue(text.contains(said), said);
    int at = text.indexOf(said);
    String changed = text.substring(0, at) + instead + text.substring(at + said.length());
    refused("and what it holds comes to", write("changed.json", changed));
  }

  @Test
  void whatDecidedMustBeTheSame() throws IOException {
    String one = result("one.json", "-f", "json", ONE);
    apart("`--fail-on high", one, result("gate.json", "-f", "json", "--fail-on", "high", OTHER));
    String text = Files.readString(Path.of(result("other.json", "-f", "json", OTHER)));
    String version = "\"version\" : \"" + Version.current() + "\"";
    apart(
        "was written by trailproof",
        one,
        write("version.json", text.replace(version, "\"version\" : \"99.1\"")));
    String config = write("trailproof.yaml", "rules: { root-usage: { severity: low } }\n");
    apart("was judged by none", one, result("by.json", "-f", "json", "--config", config, OTHER));
    apart("is in `", one, result("again.json", "-f", "json", ONE));
    String bytes = Files.readString(Path.of(one)).replaceFirst("[0-9a-f]{64}", "0".repeat(64));
    apart(
        "held other bytes",
        one,
        write(
            "bytes.json",
            bytes.replaceFirst(
                "\"name\" : \"[^\"]*\",(\\s*)\"inputs\"", "\"name\" : \"b\",$1\"inputs\"")));
  }

  private static void apart(String why, String one, String other) {
    Invocation.Ended ended = Invocation.of("report", one, other);
    assertEquals(3, ended.status());
    assertEquals("", ended.out());
    assertTrue(ended.err().contains(why), ended.err());
  }

  @Test
  void whatCallersStateOfPartsIsShownAsItDiffers() throws IOException {
    String one = result("one.json", "-f", "json", "--stated", "shard=1", "--stated", "c=x", ONE);
    String other =
        result("two.json", "-f", "json", "--stated", "shard=2", "--stated", "c=x", OTHER);
    String joined = reports(one, other).getOrDefault(Format.JSON, "");
    assertTrue(joined.contains("\"shard\" : \"1, 2\""), joined);
    assertTrue(joined.contains("\"c\" : \"x\""), joined);
  }

  @Test
  void noReportTakesThePlaceOfAResult() throws IOException {
    String one = result("one.json", "-f", "json", ONE);
    assertEquals(2, Invocation.of("report", one, "-f", "json=" + one).status());
    assertEquals(2, Invocation.of("report").status());
  }
}
