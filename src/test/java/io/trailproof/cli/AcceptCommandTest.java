package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.input.configuration.AcceptanceEntry;
import io.trailproof.report.Format;
import io.trailproof.source.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An accepted finding stays what it is, and fails no run until its day. */
final class AcceptCommandTest {
  private static final String PLAN = "fixtures/terraform/threshold-100/plan.json";
  private static final String CODE = "iam-policy-changes/alarm-threshold";
  private static final String ADDRESS = "aws_cloudwatch_metric_alarm.iam_policy_changes";

  private final Path config;

  AcceptCommandTest(@TempDir Path folder) {
    config = folder.resolve("trailproof.yaml");
  }

  private Invocation.Ended accept(String code, String until, String reason) {
    return Invocation.of(
        "accept",
        code,
        ADDRESS,
        "--until",
        until,
        "--reason",
        reason,
        "--config",
        config.toString());
  }

  private Invocation.Ended check(String today, String... more) {
    String[] arguments = new String[more.length + 6];
    List.of("check", "--config", config.toString(), "--today", today, PLAN).toArray(arguments);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Invocation.of(arguments);
  }

  @Test
  void acceptedFindingFailsNoRunUntilItsDay() throws IOException {
    assertEquals(0, accept(CODE, "2027-03-31", "SEC-123: paging # is replaced").status());
    Invocation.Ended last = check("2027-03-31");
    assertEquals(0, last.status(), last.out());
    assertTrue(last.out().contains("broken iam-policy-changes"), last.out());
    assertTrue(last.out().contains("accepted until 2027-03-31: SEC-123: paging # is replaced"));
    assertTrue(last.out().strip().endsWith("with 1 accepted finding"), last.out());
    Invocation.Ended over = check("2027-04-01");
    assertEquals(3, over.status(), over.out());
    assertTrue(over.out().contains("ended on 2027-03-31"), over.out());
  }

  @Test
  void everyFormatMarksItAndSarifLeavesItOut() throws IOException {
    accept(CODE, "2027-03-31", "SEC-123");
    for (Format format : Format.values()) {
      String report = check("2027-01-01", "-f", format.word()).out();
      boolean marked =
          report.contains("2027-03-31") && (report.contains("SEC-123") || format == Format.GITLAB);
      assertEquals(format != Format.SARIF, marked, report);
    }
    assertFalse(check("2027-01-01", "-f", "sarif").out().contains("alarm-threshold"));
    assertFalse(check("2027-01-01", "-f", "junit").out().contains("<failure"));
  }

  @Test
  void whatNothingNeedsIsAnError() throws IOException {
    accept("iam-policy-changes/alarm-statistic", "2027-03-31", "gone");
    Invocation.Ended ended = check("2027-01-01");
    assertEquals(3, ended.status(), ended.out());
    assertTrue(ended.out().contains("nothing that was judged needs"), ended.out());
  }

  @Test
  void entryOfADeploymentThatIsNotJudgedIsLeftAlone() throws IOException {
    Files.writeString(
        config,
        """
        accept:
          - code: iam-policy-changes/alarm-threshold
            address: aws_cloudwatch_metric_alarm.iam_policy_changes
            deployment: another
            reason: elsewhere
            until: "2027-03-31"
        """);
    assertEquals(1, check("2027-01-01").status());
  }

  @Test
  void whatIsNoEntryIsRefusedAtItsPlace() throws IOException {
    for (String broken :
        List.of(
            "accept: [{code: iam-policy-changes/alarm-threshold, address: a, reason: '', until:"
                + " 2027-01-01}]",
            "accept: [{code: iam-policy-changes, address: a, reason: b, until: 2027-01-01}]",
            "accept: [{code: iam-polici-changes/x, address: a, reason: b, until: 2027-01-01}]",
            "accept: [{code: iam-policy-changes/x, address: a, reason: b, until: soon}]",
            "accept: [{code: iam-policy-changes/x, address: a, until: 2027-01-01}]")) {
      Files.writeString(config, broken + "\n");
      Invocation.Ended ended = check("2026-12-01");
      assertEquals(3, ended.status(), broken);
      assertTrue(ended.out().contains(config + ":1:"), ended.out());
    }
    assertEquals(2, accept("no-code", "2027-01-01", "x").status());
    assertEquals(2, accept("no-rule/alarm", "2027-01-01", "x").status());
    assertEquals(2, accept(CODE, "tomorrow", "x").status());
    assertEquals(2, accept(CODE, "2027-01-01", " ").status());
  }

  @Test
  void whatIsNoConfigurationIsLeftAsItIs() throws IOException {
    byte[] large = new byte[(int) Limits.YAML_BYTES + 1];
    Arrays.fill(large, (byte) '#');
    Files.write(config, large);
    Invocation.Ended refused = accept(CODE, "2027-03-31", "x");
    assertEquals(3, refused.status());
    assertTrue(refused.err().contains("is larger than 16 MiB"), refused.err());
    assertEquals(large.length, Files.size(config));
    byte[] latin = {'#', (byte) 0xE9, '\n'};
    Files.write(config, latin);
    refused = accept(CODE, "2027-03-31", "x");
    assertEquals(3, refused.status());
    assertTrue(refused.err().contains("is no text in UTF-8"), refused.err());
    assertArrayEquals(latin, Files.readAllBytes(config));
  }

  /** What has no end is not read, and what is no file not written to. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void deviceIsNoConfiguration() {
    for (String endless : List.of("/dev/zero", "/dev/stdin", "a\0b", "")) {
      Invocation.Ended refused =
          Invocation.of(
              "accept",
              CODE,
              ADDRESS,
              "--until",
              "2027-03-31",
              "--reason",
              "x",
              "--config",
              endless);
      assertEquals(3, refused.status(), endless + refused.err());
    }
  }

  @Test
  void allThatStandsInTheFileStays() throws Exception {
    AcceptanceEntry entry =
        new AcceptanceEntry(
            CODE, "a[\"b\"]", Optional.of("prod"), "why: # so", LocalDate.of(2027, 3, 31));
    for (String before :
        List.of(
            "",
            """
            # mine
            deployments:
              a: { inputs: b } # c
            """,
            """
            accept: # first
            - code: a/b # one
              address: x
              reason: y
              until: 2027-01-01 # end
            # behind
            rules: {}
            """,
            """
            accept:
                - code: a/b
                  address: é
                  reason: y
                  until: '2027-01-01'\
            """,
            """
            declared: {}
            accept:
              - code: a/b
                address: |
                  x
                reason: y
                until: 2027-01-01


            rules: {}
            """)) {
      String after = entry.into(before);
      before.lines().forEach(line -> assertTrue(after.contains(line), after));
      assertTrue(after.contains("- code: iam-policy-changes/alarm-threshold\n"), after);
      int at = after.indexOf("- code: iam-policy");
      String without =
          after.substring(0, at)
              + after.substring(after.indexOf('\n', after.indexOf("2027-03-31", at)) + 1);
      String section = before.contains("accept:") ? "" : "accept:";
      assertEquals(before.replaceAll("\\s", "") + section, without.replaceAll("\\s", ""), after);
    }
  }
}
