package io.trailproof.input.terraform.hcl;

import java.nio.charset.StandardCharsets;

/** The escapes of a quoted string. */
final class Unescaped {
  private Unescaped() {}

  /** Adds what the escape at a place stands for, and returns where the text goes on. */
  static int append(byte[] bytes, int at, int limit, StringBuilder text) {
    if (at + 1 >= limit) {
      return limit;
    }
    byte c = bytes[at + 1];
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) {
      appendCodePoint(bytes, at + 2, Math.min(limit, at + 2 + digits), text);
      return Math.min(limit, at + 2 + digits);
    }
    switch (c) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      default -> text.append((char) (c & 0x7F));
    }
    return at + 2;
  }

  private static void appendCodePoint(byte[] bytes, int from, int to, StringBuilder text) {
    String hex = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (hex.matches("(0000)?[0-9a-fA-F]{4}|000[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4}")) {
      text.appendCodePoint(Integer.parseInt(hex, 16));
    }
  }
}
