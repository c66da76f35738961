package io.trailproof.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 strictly, and UTF-16 where a byte order mark says so (PowerShell's {@code >} writes it) or
 * every other byte of the start is zero, as no text in UTF-8 has it.
 */
final class Encoding {
  private Encoding() {}

  static boolean isUtf8Marked(byte[] head, int length) {
    return length >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
  }

  static boolean isUtf16(byte[] head, int length) {
    return isMarkedUtf16(head, length) || isBareUtf16(head, length);
  }

  private static boolean isMarkedUtf16(byte[] head, int length) {
    return length >= 2
        && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
            || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
  }

  /** The first two characters of JSON and YAML are ASCII, with a zero before or behind each. */
  private static boolean isBareUtf16(byte[] head, int length) {
    return length >= 4
        && (head[0] == 0) != (head[1] == 0)
        && (head[0] == 0) == (head[2] == 0)
        && (head[1] == 0) == (head[3] == 0);
  }

  /** The same text as UTF-8 without byte order mark. */
  static byte[] utf8(String name, byte[] bytes) throws UnreadableSource {
    if (isUtf16(bytes, bytes.length)) {
      boolean marked = isMarkedUtf16(bytes, bytes.length);
      boolean little = marked ? bytes[0] == (byte) 0xFF : bytes[1] == 0;
      Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      byte[] body = marked ? Arrays.copyOfRange(bytes, 2, bytes.length) : bytes;
      return decode(name, body, charset, "UTF-16").getBytes(StandardCharsets.UTF_8);
    }
    byte[] body =
        isUtf8Marked(bytes, bytes.length) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    if (!isAscii(body)) {
      decode(name, body, StandardCharsets.UTF_8, "UTF-8");
    }
    return body;
  }

  static boolean holdsZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static String decode(String name, byte[] bytes, Charset charset, String called)
      throws UnreadableSource {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new UnreadableSource(
          "not " + called + " text from here on", SourceFile.ofText(name, out.flip().toString()));
    }
    return out.flip().toString();
  }
}
