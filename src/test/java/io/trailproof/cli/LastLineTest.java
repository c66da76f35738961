package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last line of what is printed, for servers that look for words instead of the exit code. */
final class LastLineTest {
  private static final Path PLANS = Path.of("fixtures/terraform");
  private static final String PROVEN = PLANS.resolve("compliant/plan.json").toString();
  private static final String BROKEN = PLANS.resolve("threshold-100/plan.json").toString();
  private static final String UNKNOWN =
      PLANS.resolve("unknown-external-topic/plan.json").toString();
  private static final Pattern COUNTED = Pattern.compile("\\b[1-9][0-9]* (failure|error)s?\\b");

  @TempDir private Path folder;

  private static String last(String text) {
    List<String> lines = text.lines().toList();
    return lines.get(lines.size() - 1);
  }

  /** The last line of a run, after it was held against the exit code. */
  private static String of(int status, String... arguments) {
    Invocation.Ended ended = Invocation.of(arguments);
    assertEquals(status, ended.status(), ended.out() + ended.err());
    String line = last(ended.err().isEmpty() ? ended.out() : ended.err());
    assertEquals(status != 0, COUNTED.matcher(line).find(), line);
    return line.replace(", no Terraform files read", "");
  }

  @Test
  void whatClosesTheGateIsAFailure() {
    assertEquals("1 rule proven", of(0, "check", PROVEN));
    assertEquals("0 rules proven, 1 failure", of(1, "check", BROKEN));
    assertEquals("0 rules proven, 1 failure (1 unknown)", of(1, "check", UNKNOWN));
    assertEquals(
        "1 rule proven, 2 failures (1 unknown)", of(1, "check", "--each", PROVEN, BROKEN, UNKNOWN));
    assertEquals("0 rules proven, 1 failure", of(1, "check", "-q", BROKEN));
  }

  @Test
  void whatTheGateLetsPassIsNone() {
    assertEquals("0 rules proven, 1 unknown", of(0, "check", "--unknown", "warn", UNKNOWN));
    assertEquals("0 rules proven, 1 broken", of(0, "check", "--fail-on", "never", BROKEN));
    assertEquals(
        "1 rule proven, 1 failure, 1 unknown",
        of(1, "check", "--unknown=pass", "--each", PROVEN, BROKEN, UNKNOWN));
  }

  @Test
  void countsOfTheResultAreThoseOfTheVerdicts() {
    String result = Invocation.of("check", "-f", "json", UNKNOWN).out().replaceAll("\\s", "");
    assertTrue(result.contains("\"summary\":{\"pass\":0,\"fail\":0,\"unknown\":1,"), result);
  }

  @Test
  void brokenFileIsCountedOnce() throws IOException {
    Path broken = folder.resolve("plan.json");
    Files.writeString(broken, "{\"format_version\": \"1.2\", ");
    assertEquals("0 rules proven, 1 error", of(3, "check", broken.toString()));
    assertEquals("0 rules proven, 1 error", of(3, "check", broken.toString(), broken.toString()));
    assertEquals("1 rule proven, 1 error", of(3, "check", "--each", broken.toString(), PROVEN));
    Path template = folder.resolve("template.yaml");
    Files.writeString(template, "Resources: { A: { Type: 7 }, B: { Type: 8 } }\n");
    Invocation.Ended ended = Invocation.of("check", template.toString());
    assertFalse(last(ended.out()).contains("2 errors"), ended.out());
  }

  @Test
  void fileThatIsNamedAndStatedIsCountedOnce() throws Exception {
    Files.writeString(folder.resolve("plan.json"), "{\"format_version\": \"1.2\", ");
    Files.writeString(
        folder.resolve("trailproof.yaml"), "deployments:\n  prod: { inputs: [plan.json] }\n");
    Invocation.Ended ended = run("check", "plan.json");
    assertEquals(3, ended.status(), ended.err());
    assertEquals("0 rules proven, 1 error; by `trailproof.yaml`", last(ended.out()));
    assertEquals(1, ended.out().lines().filter(line -> line.startsWith("error[")).count());
  }

  @Test
  void runWithoutAReportCountsItsErrorToo() {
    assertEquals("1 error", of(2, "check"));
    assertEquals("1 error", of(2));
    assertEquals("1 error", of(2, "check", "--no-such-option"));
    assertEquals("1 error", of(3, "check", "-o", "no/such/folder", PROVEN));
  }

  @Test
  void patternCountsTheEventsThatGetAway() {
    assertEquals("16 of 16 events covered", of(0, "pattern", "{ $.eventSource = iam* }"));
    assertEquals(
        "1 of 16 events covered, 15 failures", of(1, "pattern", "{ $.eventName = DeletePolicy }"));
    assertEquals("refused by the service, 1 failure", of(1, "pattern", "{ $.a == 1 }"));
  }

  @Test
  void configurationThatWasFoundIsNamedEvenWhenQuiet() throws Exception {
    Files.copy(Path.of(PROVEN), folder.resolve("plan.json"));
    Files.writeString(
        folder.resolve("trailproof.yaml"),
        """
        declared:
          central: { type: aws.sns.Topic, arn: "arn:aws:sns:us-east-1:111122223333:central" }
        """);
    Invocation.Ended ended = run("check", "-q", "plan.json");
    assertEquals(
        "1 rule proven, no Terraform files read; by `trailproof.yaml` with 1 declared resource\n",
        ended.out());
    assertEquals(
        "1 rule proven, no Terraform files read\n",
        run("check", "-q", "--no-config", "plan.json").out());
  }

  private Invocation.Ended run(String... arguments) throws IOException, InterruptedException {
    return new Program(folder).shell("\"$@\"", arguments);
  }
}
