package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;

/** What holds of every page of ours. */
public final class SelfContainedPage {
  private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
  private static final Pattern HASH = Pattern.compile("style-src &#39;sha256-([^&]+)&#39;");
  private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]+)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

  private SelfContainedPage() {}

  /**
   * Fails unless it is well formed, loads and runs nothing, and leads nowhere that is not there.
   */
  public static void check(String page) throws Exception {
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
}
