package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.Golden;
import io.trailproof.report.SelfContainedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code trailproof trace} prints, and how it ends. */
final class TraceCommandTest {
  private static final String RECORD = "docs/examples/put-role-policy.json";

  /** Fixtures with the exit code that the trace ends with. */
  private static final List<List<String>> TRACED =
      List.of(
          List.of("0", "terraform/compliant"),
          List.of("0", "cloudformation/compliant"),
          List.of("0", "terraform/nested-composite"),
          List.of("1", "terraform/attach-role-policy-only"),
          List.of("1", "terraform/five-of-five-periods"),
          List.of("1", "terraform/average-with-default-value"),
          List.of("1", "terraform/topic-policy-only-events"),
          List.of("1", "terraform/topic-without-subscription"),
          List.of("1", "terraform/no-trail"),
          List.of("1", "terraform/unknown-external-topic"),
          List.of("1", "cloudformation/alarm-condition-undecided"));

  @TestFactory
  Stream<DynamicTest> fixturesAreTracedAsTheirFilesSay() {
    return TRACED.stream()
        .map(
            one ->
                dynamicTest(
                    one.get(1),
                    () -> {
                      Path folder = Path.of("fixtures", one.get(1));
                      Invocation.Ended text = trace(folder);
                      assertEquals("", text.err(), "nothing on standard error");
                      assertEquals(Integer.parseInt(one.get(0)), text.status());
                      Golden.assertMatches(golden(one.get(1), "txt"), text.out());
                      Invocation.Ended json = trace(folder, "-f", "json");
                      assertEquals(text.status(), json.status());
                      Golden.assertMatches(golden(one.get(1), "json"), json.out());
                    }));
  }

  private static Path golden(String fixture, String extension) {
    return Path.of("fixtures", "trace", fixture + "." + extension);
  }

  private static Invocation.Ended trace(Path folder, String... more) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path input =
          files
              .filter(one -> one.getFileName().toString().matches("plan\\.json|template\\..*"))
              .findFirst()
              .orElseThrow();
      List<String> call =
          new ArrayList<>(List.of("trace", "--record", RECORD, "--rule", "iam-policy-changes"));
      call.addAll(List.of(more));
      call.add(input.toString().replace('\\', '/'));
      return Invocation.of(call.toArray(String[]::new));
    }
  }

  @Test
  void aPageHasTheTraceBesideTheCheck() throws Exception {
    Invocation.Ended ended =
        trace(Path.of("fixtures/terraform/five-of-five-periods"), "-f", "html");
    assertEquals(1, ended.status());
    SelfContainedPage.check(ended.out());
    for (String part :
        List.of(
            "<h2>A record of PutRolePolicy by iam.amazonaws.com, followed</h2>",
            "<b>Nobody is told</b>",
            "<mark>metric filter</mark> <code>aws_cloudwatch_log_metric_filter.iam_policy_changes",
            "<b>stopped: </b>it stays out of ALARM",
            "Rule <code>iam-policy-changes</code> says of PutRolePolicy: fail",
            "<h2>What is broken</h2>")) {
      assertTrue(ended.out().contains(part), part);
    }
  }

  @Test
  void aPageOfEachWayAndOfWhatNobodyCanTell() throws Exception {
    Invocation.Ended open =
        trace(Path.of("fixtures/cloudformation/alarm-condition-undecided"), "-f", "html");
    SelfContainedPage.check(open.out());
    assertTrue(open.out().contains("Whether somebody is told cannot be told"), open.out());
    assertTrue(open.out().contains("<h3>Where "), open.out());
    Invocation.Ended composite =
        trace(Path.of("fixtures/terraform/nested-composite"), "-f", "html");
    SelfContainedPage.check(composite.out());
    assertTrue(composite.out().contains("<b>Somebody is told</b>"), composite.out());
  }

  @Test
  void theRecordMayStandInAFileOfCloudTrail(@TempDir Path folder) throws IOException {
    String record = Files.readString(Path.of(RECORD)).replace("\n", "");
    Path records =
        Files.writeString(
            folder.resolve("records.json"),
            "{\"Records\":[%s,%s]}"
                .formatted(record, record.replace("PutRolePolicy", "ListRoles")));
    Invocation.Ended ended =
        Invocation.of(
            "trace",
            "--record",
            records.toString(),
            "fixtures/cloudformation/compliant/template.yaml");
    assertEquals(1, ended.status());
    assertTrue(ended.out().endsWith("2 records: 1 told, 1 stopped, 0 cannot be told\n"));
  }

  @Test
  void whatCannotBeReadEndsWithThree(@TempDir Path folder) throws IOException {
    Path nothing = Files.writeString(folder.resolve("r.json"), "PutRolePolicy happened\n");
    String input = "fixtures/terraform/compliant/plan.json";
    assertEquals(3, Invocation.of("trace", "--record", nothing.toString(), input).status());
    assertEquals(3, Invocation.of("trace", "--record", "no-such-file", input).status());
    assertEquals(3, Invocation.of("trace", "--record", RECORD, "no-such-plan").status());
  }

  @Test
  void aCommandLineThatMakesNoSenseEndsWithTwo() {
    String input = "fixtures/terraform/compliant/plan.json";
    assertEquals(2, Invocation.of("trace", input).status());
    assertEquals(2, Invocation.of("trace", "--record", RECORD).status());
    assertEquals(2, Invocation.of("trace", "--record", "-", "-").status());
    assertEquals(2, Invocation.of("trace", "--record", RECORD, "--rule", "no", input).status());
  }

  @Test
  void nothingOfTheRecordSteersTheTerminalOrIsToldOn(@TempDir Path folder) throws IOException {
    Path record =
        Files.writeString(
            folder.resolve("r.json"),
            "{\"eventName\":\"\\u001b[31m\\n::error::x\",\"eventSource\":\"iam.amazonaws.com\","
                + "\"requestParameters\":{\"password\":\"hunter2hunter2\"}}");
    for (String format : List.of("text", "json")) {
      Invocation.Ended ended =
          Invocation.of(
              "trace",
              "-f",
              format,
              "--record",
              record.toString(),
              "fixtures/cloudformation/compliant/template.yaml");
      assertFalse(ended.out().contains("\u001b"), format);
      assertFalse(ended.out().contains("\n::"), format);
      assertFalse(ended.out().contains("hunter2"), format);
    }
  }
}
