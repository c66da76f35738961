package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report that nobody gets is an error, whatever it says. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full")
final class LostReportTest {
  private static final String PROVEN =
      Path.of("fixtures/terraform/compliant/plan.json").toAbsolutePath().toString();

  private static final String BROKEN =
      Path.of("fixtures/terraform/threshold-100/plan.json").toAbsolutePath().toString();

  @TempDir private Path folder;

  static Stream<List<String>> commands() {
    List<List<String>> all = new ArrayList<>();
    for (Format format : Format.values()) {
      // Of what is proven there is no annotation, and so nothing that could be lost.
      String plan = format == Format.GITHUB ? BROKEN : PROVEN;
      all.add(List.of("check", "-f", format.word(), plan));
    }
    all.add(List.of("check", "-o", "-", PROVEN));
    all.add(List.of("check", "--help"));
    all.add(List.of("pattern", "{ $.eventSource = iam.amazonaws.com }"));
    all.add(List.of("pattern", "-f", "json", "{ $.eventSource = iam.amazonaws.com }"));
    all.add(List.of("pattern", "--suggest"));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fullOutputIsAnError(List<String> command) throws Exception {
    lost(run("\"$@\" >/dev/full", command));
  }

  @Test
  void closedOutputIsAnError() throws Exception {
    lost(run("\"$@\" >&-", List.of("check", PROVEN)));
    lost(run("\"$@\" >&-", List.of("pattern", "{ $.eventSource = iam.amazonaws.com }")));
    lost(run("\"$@\" 1</dev/null", List.of("check", PROVEN))); // what the launcher makes of it
  }

  @Test
  void closedOutputIsNoneOfTheBusinessOfAReportThatGoesToAFile() throws Exception {
    assertEquals(0, run("\"$@\" >&-", List.of("check", "-o", "report.txt", PROVEN)).status());
  }

  private Invocation.Ended run(String script, List<String> command)
      throws IOException, InterruptedException {
    return new Program(folder).shell(script, command.toArray(String[]::new));
  }

  private static void lost(Invocation.Ended ended) {
    assertEquals(3, ended.status(), ended.err());
    assertTrue(
        ended.err().startsWith("error[output]: cannot write the report to standard output\n"),
        ended.err());
    assertTrue(ended.err().endsWith("\n1 error\n"), ended.err());
  }
}
