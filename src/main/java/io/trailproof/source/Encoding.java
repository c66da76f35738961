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
 * UTF-8 strictly, and UTF-16 where a byte order mark says so (PowerShell's {@code >} writes it).
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
    return length >= 2
        && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
            || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
  }

  /** The same text as UTF-8 without byte order mark. */
  static byte[] utf8(String name, byte[] bytes) throws UnreadableSource {
    if (isUtf16(bytes, bytes.length)) {
      Charset charset =
          bytes[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      byte[] body = Arrays.copyOfRange(bytes, 2, bytes.length);
      return decode(name, body, charset, "UTF-16").getBytes(StandardCharsets.UTF_8);
    }
    byte[] body =
        isUtf8Marked(bytes, bytes.length) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    if (!isAscii(body)) {
      decode(name, body, StandardCharsets.UTF_8, "UTF-8");
    }
    return body;
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
