package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A page is well formed, loads nothing, runs nothing, and every number in it has its card. */
final class HtmlReportTest {
  private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
  private static final Pattern HASH = Pattern.compile("style-src &#39;sha256-([^&]+)&#39;");
  private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]+)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

  @TestFactory
  List<DynamicTest> everyExpectedPageHoldsByItself() throws IOException {
    return Expected.each(Format.HTML, HtmlReportTest::holdsByItself);
  }

  private static void holdsByItself(String page) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                page.replaceFirst("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
    String markup = STYLE.matcher(page).replaceAll("");
    for (String never :
        List.of(
            "<script", " style=", "javascript:", "<iframe", "<img", "<link", "src=", "@import")) {
      assertFalse(markup.contains(never), never);
    }
    assertFalse(markup.matches("(?s).*<[^>]* on[a-z]+=.*"), "an event handler");
    Matcher style = STYLE.matcher(page);
    Matcher hash = HASH.matcher(page);
    assertTrue(style.find() && hash.find(), "the one style sheet and its hash");
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertEquals(Base64.getEncoder().encodeToString(digest), hash.group(1));
    Set<String> ids = new HashSet<>();
    ID.matcher(page).results().forEach(one -> assertTrue(ids.add(one.group(1)), one.group(1)));
    ANCHOR
        .matcher(page)
        .results()
        .forEach(one -> assertTrue(ids.contains(one.group(1)), one.group(1)));
    assertTrue(page.length() < 100_000, page.length() + " characters");
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
