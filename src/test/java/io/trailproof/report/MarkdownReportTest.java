package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.cli.Invocation;
import io.trailproof.report.markdown.MarkdownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A comment says what matters before its first fold, and fits. */
final class MarkdownReportTest {
  private static final String MARKER = "<!-- trailproof:report:default -->";

  @TestFactory
  List<DynamicTest> everyExpectedReportSaysWhatMattersFirst() throws IOException {
    return Expected.each(Format.MARKDOWN, MarkdownReportTest::saysWhatMattersFirst);
  }

  private static void saysWhatMattersFirst(String report) {
    assertTrue(report.startsWith(MARKER + "\n### "), report);
    assertTrue(report.length() <= MarkdownReport.COMMENT, "fits into a comment");
    long before = report.substring(0, Math.max(0, report.indexOf("<details>"))).lines().count();
    assertTrue(before <= 25, before + " lines before the first fold:\n" + report);
    assertEquals(
        report.split("<details>", -1).length, report.split("</details>", -1).length, report);
    assertEquals(0, report.lines().filter(line -> line.startsWith("```")).count() % 2, report);
  }

  @Test
  void manyDeploymentsFitIntoAComment(@TempDir Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("check", "--each", "-f", "markdown"));
    String template =
        Files.readString(Path.of("fixtures/cloudformation/wrong-namespace/template.yaml"));
    for (int i = 0; i < 60; i++) {
      Path one = folder.resolve("a-name-that-takes-a-lot-of-room-in-a-comment-" + i + ".yaml");
      Files.writeString(one, template.replace("Alarm", "Alarm" + i));
      command.add(one.toString());
    }
    String report = Invocation.of(command.toArray(String[]::new)).out();
    assertTrue(report.length() <= MarkdownReport.COMMENT, report.length() + " characters");
    assertTrue(report.contains("and 50 more") || report.contains("P1"), report);
  }

  @Test
  void whatIsForeignStartsNothing() {
    for (String hostile :
        List.of(
            "@somebody", "#1", "a|b", "<b>", "[x](http://y)", "`", "``", "www.x.y", "*x*", "_x_")) {
      String cell =
          MarkdownText.cell(hostile).replaceFirst("^<code>", "").replaceFirst("</code>$", "");
      assertFalse(
          cell.replaceAll("&#[0-9]+;", "").matches(".*[@#|<>\\[\\]`*_.:/].*"),
          hostile + ": " + cell);
      String plain = MarkdownText.plain(hostile).replaceAll("&#[0-9]+;", "");
      assertFalse(plain.matches(".*([@#|<>\\[\\]`*_]|www\\.|://).*"), hostile + ": " + plain);
      String code = MarkdownText.code(hostile);
      String fence = code.substring(0, code.length() - code.replaceFirst("^`+", "").length());
      assertTrue(
          code.endsWith(fence)
              && code.indexOf(fence, fence.length()) == code.length() - fence.length(),
          code);
    }
  }
}
