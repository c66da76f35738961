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
  PLAIN("page.css"),
  /** Of one with timelines. */
  WITH_TIMELINES("page.css", "timeline.css");

  private final String[] parts;

  PageStyle(String... parts) {
    this.parts = parts;
  }

  /** The sheet. */
  String css() {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(read(part));
    }
    return all.toString();
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
