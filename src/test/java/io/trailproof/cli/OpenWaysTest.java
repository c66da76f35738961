package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an input leaves open is judged each way: only what all ways agree on is certain (F108). */
final class OpenWaysTest {
  private static final String PARAMETERS =
      """
      Parameters:
        Mode: {Type: String}
        Other: {Type: String}
      Conditions:
        On: !Equals [!Ref Mode, 'yes']
        Too: !Equals [!Ref Other, 'yes']
      """;

  @TempDir Path folder;

  private Checked check(String from, String to, String... options) throws IOException {
    Path template = folder.resolve("template.yaml");
    Files.writeString(template, PARAMETERS + Chains.template(from, to));
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = template.toString();
    return Checked.of(all);
  }

  @Test
  void waysThatDifferLeaveItOpen() throws IOException {
    Checked checked = check("Threshold: 1", "Threshold: !If [On, 1, 5]");
    assertEquals("unknown", checked.verdict());
    assertEquals(List.of("alarm-threshold"), checked.findings());
    assertTrue(
        checked.messages().get(0).startsWith("cannot tell: when `Mode` is not `yes`, "),
        checked.messages().toString());
    assertTrue(
        checked.text().contains("`--parameter Mode=…`".replace("…", "\\u2026")), checked.text());
  }

  @Test
  void knowingWhichWaySettlesIt() throws IOException {
    String open = "Threshold: !If [On, 1, 5]";
    assertEquals("pass", check("Threshold: 1", open, "--parameter", "Mode=yes").verdict());
    assertEquals("fail", check("Threshold: 1", open, "--parameter", "Mode=no").verdict());
  }

  @Test
  void whatFailsEachWayFails() throws IOException {
    assertEquals("fail", check("Threshold: 1", "Threshold: !If [On, 3, 5]").verdict());
  }

  @Test
  void whatHoldsEachWayIsProven() throws IOException {
    assertEquals("pass", check("Period: 300", "Period: !If [On, 60, 300]").verdict());
  }

  @Test
  void eachWayIsJudgedWhole() throws IOException {
    Checked checked =
        check(
            "Threshold: 1",
            "Threshold: 1\n      ActionsEnabled: !If [On, !If [Too, true, false], true]");
    assertEquals("unknown", checked.verdict());
    assertEquals(
        "pass",
        check(
                "Threshold: 1",
                "Threshold: 1\n      ActionsEnabled: !If [On, !If [Too, true, false], true]",
                "--parameter",
                "Mode=no")
            .verdict());
  }
}
