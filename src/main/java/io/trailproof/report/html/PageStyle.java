package io.trailproof.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one style sheet of a page, and the policy that lets nothing but it count. */
enum PageStyle {
  /** Of every page. */
  PLAIN(false),
  /** Of one with timelines. */
  WITH_TIMELINES(true);

  private final boolean hasTimelines;

  PageStyle(boolean hasTimelines) {
    this.hasTimelines = hasTimelines;
  }

  /** The sheet. */
  String css() {
    return read("page.css") + (hasTimelines ? read("timeline.css") : "");
  }

  private static String read(String part) {
    try (InputStream in = PageStyle.class.getResourceAsStream(part)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + part);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a browser may load and run for the page: the sheet of this hash. */
  String policy() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(css().getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(hash)
          + "'; base-uri 'none'; form-action 'none'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
