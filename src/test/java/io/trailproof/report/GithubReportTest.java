package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Annotations are commands of ours and nothing else, and no more than a step keeps. */
final class GithubReportTest {
  private static final Pattern COMMAND =
      Pattern.compile(
          "::(error|warning|notice) "
              + "(file=[^:,]+,line=\\d+,endLine=\\d+(,col=\\d+,endColumn=\\d+)?,)?"
              + "title=[^:,\\r\\n]{1,200}::[^\\r\\n]+");

  @TestFactory
  List<DynamicTest> everyExpectedReportIsOfCommandsAlone() throws IOException {
    return Expected.each(Format.GITHUB, GithubReportTest::isOfCommandsAlone);
  }

  private static void isOfCommandsAlone(String report) {
    report.lines().forEach(line -> assertTrue(COMMAND.matcher(line).matches(), line));
  }

  @Test
  void noMoreThanAStepKeeps(@TempDir Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("check", "--each", "-f", "github"));
    String template =
        Files.readString(Path.of("fixtures/cloudformation/wrong-namespace/template.yaml"));
    for (int i = 0; i < 14; i++) {
      Path one = folder.resolve(i + ".yaml");
      Files.writeString(one, template.replace("Alarm", "Alarm" + i));
      command.add(one.toString());
    }
    String report = Invocation.of(command.toArray(String[]::new)).out();
    isOfCommandsAlone(report);
    long errors = report.lines().filter(line -> line.startsWith("::error ")).count();
    assertTrue(errors <= 10, report);
  }

  @Test
  void summaryOfTheStepIsAdded(@TempDir Path folder) throws IOException {
    Path summary = folder.resolve("summary.md");
    Files.writeString(summary, "before\n");
    Invocation.Ended ended =
        new Invocation()
            .with("GITHUB_STEP_SUMMARY", summary.toString())
            .run("check", "-f", "github", "fixtures/terraform/attach-role-policy-only/plan.json");
    assertEquals(1, ended.status());
    assertTrue(Files.readString(summary).startsWith("before\n<!-- trailproof:report:default -->"));
  }
}
