package io.trailproof.input.terraform.hcl;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads {@code aws_sns_topic.alerts["a"].arn}: names, literal keys, and nothing else. */
final class TraversalReader {
  private final byte[] bytes;
  private final HclScanner scanner;

  TraversalReader(byte[] bytes, HclScanner scanner) {
    this.bytes = bytes;
    this.scanner = scanner;
  }

  /** The reference as terraform's plans write it; null if the range holds anything else. */
  @Nullable String read(int start, int end) {
    int at = scanner.afterName(start);
    if (at == start || at > end) {
      return null;
    }
    StringBuilder text = new StringBuilder(utf8(start, at));
    while (at < end) {
      int step =
          bytes[at] == '.' ? name(at, end, text) : bytes[at] == '[' ? key(at, end, text) : at;
      if (step == at || step > end) {
        return null;
      }
      at = step;
    }
    return text.toString();
  }

  /** A name, or a number in the old way of writing an index. */
  private int name(int dot, int end, StringBuilder text) {
    int digits = dot + 1;
    while (digits < end && HclScanner.isDigit(bytes[digits])) {
      digits++;
    }
    if (digits > dot + 1) {
      text.append('[').append(utf8(dot + 1, digits)).append(']');
      return digits;
    }
    int behind = scanner.afterName(dot + 1);
    if (behind == dot + 1) {
      return dot;
    }
    text.append('.').append(utf8(dot + 1, behind));
    return behind;
  }

  private int key(int bracket, int end, StringBuilder text) {
    int at = scanner.afterBlanks(bracket + 1);
    int behind = scanner.at(at) == '"' ? scanner.afterQuoted(at) : at;
    while (behind < end && scanner.at(at) != '"' && HclScanner.isDigit(bytes[behind])) {
      behind++;
    }
    int close = scanner.afterBlanks(behind);
    if (behind == at || behind > end || scanner.at(close) != ']') {
      return bracket;
    }
    String key = utf8(at, behind);
    if (key.contains("${") || key.contains("%{")) {
      return bracket;
    }
    text.append('[').append(key).append(']');
    return close + 1;
  }

  private String utf8(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
