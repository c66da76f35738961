package io.trailproof.report.text;

import java.nio.charset.StandardCharsets;

/**
 * A path as a URI reference: percent signs for all that is no letter, digit or one of {@code /._-}.
 */
public final class RelativeUri {
  private static final String PLAIN = "/._-~";

  private RelativeUri() {}

  /** The reference; an absolute path becomes a {@code file} URI. */
  public static String of(String path) {
    StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || PLAIN.indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
      }
    }
    return uri.toString();
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }
}
