package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A page is well formed, loads nothing, runs nothing, and every number in it has its card. */
final class HtmlReportTest {
  private static final Pattern PICTURED =
      Pattern.compile(
          "<figure class=\"chain\"><svg [^\n"
              + "]*?</svg><figcaption>Shown: <code>iam-policy-changes</code> in"
              + " <code>fixtures/terraform/([a-z0-9-]+)/plan.json</code></figcaption>");

  @TestFactory
  List<DynamicTest> everyExpectedPageHoldsByItself() throws IOException {
    return Expected.each(Format.HTML, SelfContainedPage::check);
  }

  @Test
  void cardAmongSeveralChecksHasAPictureOfItsOwn() throws Exception {
    String page =
        Invocation.of(
                "check",
                "-f",
                "html",
                "--each",
                "fixtures/terraform/threshold-100/plan.json",
                "fixtures/terraform/role-trust/plan.json")
            .out();
    SelfContainedPage.check(page);
    List<String> cards = PICTURED.matcher(page).results().map(one -> one.group(1)).toList();
    assertEquals(List.of("threshold-100", "role-trust"), cards);
    assertTrue(page.contains("the alarm, link 4 of 6: 16 events come in, 0 go on"), page);
    assertEquals(2, page.split("<svg viewBox=\"0 0 1040 ", -1).length - 1);
  }

  @Test
  void errorOfTheConfigurationIsNoInputThatCannotBeRead(@TempDir Path folder) throws Exception {
    Path config = folder.resolve("config.yaml");
    Files.writeString(config, "acept: []\n");
    String plan = "fixtures/terraform/compliant/plan.json";
    String page = Invocation.of("check", "-f", "html", "--config", config.toString(), plan).out();
    SelfContainedPage.check(page);
    assertTrue(page.contains("<title>Incomplete: The configuration has 1 error"), page);
    assertTrue(page.contains("What is wrong with the configuration"), page);
    String both =
        Invocation.of("check", "-f", "html", "--config", config.toString(), plan, "none.json")
            .out();
    assertTrue(both.contains("1 input could not be read, and the configuration has 1 error"));
    assertTrue(both.contains("What could not be read"), both);
  }

  /** WCAG 2.1 asks for 4.5 : 1; the page keeps more. */
  @Test
  void coloursCanBeToldApart() throws IOException {
    String css = Files.readString(Path.of("src/main/resources/io/trailproof/report/html/page.css"));
    List<Map<String, String>> palettes =
        Pattern.compile(":root\\{([^}]*--page[^}]*)\\}")
            .matcher(css)
            .results()
            .map(one -> variables(one.group(1)))
            .toList();
    assertEquals(3, palettes.size(), "light, dark, and paper");
    for (Map<String, String> colours : palettes) {
      for (String ink : List.of("text", "muted", "link", "good", "bad", "open")) {
        for (String ground : List.of("page", "panel")) {
          assertTrue(contrast(colours, ink, ground) >= 5, ink + " on " + ground);
        }
      }
      for (String tone : List.of("good", "bad", "open")) {
        assertTrue(contrast(colours, tone, tone + "-tint") >= 5, tone);
        assertTrue(contrast(colours, "text", tone + "-tint") >= 5, tone);
        assertTrue(contrast(colours, "muted", tone + "-tint") >= 5, tone);
      }
    }
  }

  private static Map<String, String> variables(String block) {
    Map<String, String> all = new HashMap<>();
    Pattern.compile("--([a-z-]+):#([0-9a-f]+)")
        .matcher(block)
        .results()
        .forEach(one -> all.put(one.group(1), one.group(2)));
    return all;
  }

  private static double contrast(Map<String, String> colours, String one, String other) {
    double a = luminance(colours.getOrDefault(one, ""));
    double b = luminance(colours.getOrDefault(other, ""));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(full.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
