package io.trailproof.document;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The strings, numbers and words of JSON in sound UTF-8 that is in memory, and where they end. */
final class JsonBytes {
  /** The bytes by which the parser would tell an encoding. */
  private static final int HEAD = 4;

  /** Numbers of more digits are left to the parser, which has a limit. */
  private static final int LONGEST_NUMBER = 100;

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  /** The text, and behind it a zero, which belongs nowhere in JSON. */
  private final byte[] bytes;

  private int at;
  private boolean isAscii;
  private boolean isEscaped;

  JsonBytes(byte[] text) {
    this.bytes = Arrays.copyOf(text, text.length + 1);
  }

  /** The offset of what was not passed yet. */
  int at() {
    return at;
  }

  void backTo(int offset) {
    at = offset;
  }

  /** True if an object or array begins here, and no zero is near by which an encoding is told. */
  boolean isCommonStart() {
    for (int i = 0; i < Math.min(HEAD, bytes.length - 1); i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    int first = at;
    while (isBlank(bytes[first])) {
      first++;
    }
    return bytes[first] == '{' || bytes[first] == '[';
  }

  /** Passes over blanks and one sign behind them, which it returns; -1 at the end. */
  int sign() {
    while (isBlank(bytes[at])) {
      at++;
    }
    return at == bytes.length - 1 ? -1 : bytes[at++] & 0xFF;
  }

  private static boolean isBlank(byte sign) {
    return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
  }

  /**
   * Passes over the rest of a string behind its opening quote; false where it is none, or holds one
   * half of a character, which the parser lets pass in values and not in names.
   */
  boolean string() {
    isAscii = true;
    isEscaped = false;
    int next = at;
    for (byte sign = bytes[next]; sign != '"'; sign = bytes[++next]) {
      if (sign == '\\') {
        isEscaped = true;
        next = escapeEnd(next + 1);
        if (next < 0) {
          return false;
        }
      } else if (sign < ' ') {
        if (sign >= 0) {
          return false;
        }
        isAscii = false;
      }
    }
    at = next + 1;
    return true;
  }

  /** The last place of an escape whose sign stands at a place; -1 for none. */
  private int escapeEnd(int place) {
    byte sign = bytes[place];
    if (sign == 'u') {
      int point = 0;
      for (int i = place + 1; i <= place + 4; i++) {
        int digit = Character.digit(bytes[i], 16);
        if (digit < 0) {
          return -1; // at the end too, before there is no byte any more
        }
        point = point * 16 + digit;
      }
      return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? -1 : place + 4;
    }
    return ESCAPES.indexOf(sign) < 0 ? -1 : place;
  }

  /** Passes over the rest of a number or word that begins with a sign; null where it is none. */
  @Nullable JsonToken word(int sign) {
    return switch (sign) {
      case 't' -> passed(TRUE, JsonToken.VALUE_TRUE);
      case 'f' -> passed(FALSE, JsonToken.VALUE_FALSE);
      case 'n' -> passed(NULL, JsonToken.VALUE_NULL);
      default -> number(at - 1);
    };
  }

  private @Nullable JsonToken passed(byte[] word, JsonToken token) {
    int from = at - 1;
    int end = from + word.length;
    return end < bytes.length && Arrays.equals(bytes, from, end, word, 0, word.length)
        ? ended(end, token)
        : null;
  }

  private @Nullable JsonToken number(int from) {
    int whole = bytes[from] == '-' ? from + 1 : from;
    int end = digitsEnd(whole);
    if (end == whole || (bytes[whole] == '0' && end > whole + 1)) {
      return null;
    }
    JsonToken token = JsonToken.VALUE_NUMBER_INT;
    if (bytes[end] == '.') {
      int fraction = end + 1;
      end = digitsEnd(fraction);
      if (end == fraction) {
        return null;
      }
      token = JsonToken.VALUE_NUMBER_FLOAT;
    }
    if (bytes[end] == 'e' || bytes[end] == 'E') {
      boolean isSigned = bytes[end + 1] == '+' || bytes[end + 1] == '-';
      int exponent = isSigned ? end + 2 : end + 1;
      end = digitsEnd(exponent);
      if (end == exponent) {
        return null;
      }
      token = JsonToken.VALUE_NUMBER_FLOAT;
    }
    return end - from <= LONGEST_NUMBER ? ended(end, token) : null;
  }

  private int digitsEnd(int from) {
    int end = from;
    while (bytes[end] >= '0' && bytes[end] <= '9') {
      end++;
    }
    return end;
  }

  /** A number or word has to be followed by a sign that ends it. */
  private @Nullable JsonToken ended(int end, JsonToken token) {
    byte next = bytes[end];
    if (next != ',' && next != '}' && next != ']' && !isBlank(next) && end < bytes.length - 1) {
      return null;
    }
    at = end;
    return token;
  }

  /** What stands between two places: a number, a word, or what the last string's quotes hold. */
  String text(int from, int to, boolean isString) {
    if (!isString || isAscii) {
      String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      return isString && isEscaped ? unescaped(text) : text;
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return isEscaped ? unescaped(text) : text;
  }

  /** True if the last string has to be decoded to know its text. */
  boolean isEscaped() {
    return isEscaped;
  }

  private static String unescaped(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    int from = 0;
    for (int escape = text.indexOf('\\'); escape >= 0; escape = text.indexOf('\\', from)) {
      decoded.append(text, from, escape);
      char sign = text.charAt(escape + 1);
      from = escape + 2;
      if (sign == 'u') {
        decoded.append((char) Integer.parseInt(text, from, from + 4, 16));
        from += 4;
      } else {
        decoded.append(MEANINGS.charAt(ESCAPES.indexOf(sign)));
      }
    }
    return decoded.append(text, from, text.length()).toString();
  }
}
