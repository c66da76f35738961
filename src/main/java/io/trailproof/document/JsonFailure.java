package io.trailproof.document;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says in our words what a JSON parser stumbled over. */
final class JsonFailure {
  private static final String CODE = "invalid-json";

  private JsonFailure() {}

  static Diagnostic of(SourceFile file, IOException failure, long near) {
    if (!(failure instanceof JsonProcessingException parsing)) {
      return Diagnostic.errorWithoutPlace("unreadable-input", "cannot be read", file.name());
    }
    long offset = parsing.getLocation() == null ? near : parsing.getLocation().getByteOffset();
    if (offset < 0) {
      offset = near;
    }
    String message = String.valueOf(parsing.getOriginalMessage());
    if (parsing instanceof JsonEOFException || isTruncatedWord(file, message, offset)) {
      return cutShort(file);
    }
    if (parsing instanceof StreamConstraintsException) {
      return tooMuch(file, message, offset);
    }
    if (isUtf8(message)) {
      return error("not UTF-8 text", character(file, Math.max(0, offset - 1)));
    }
    return unexpected(file, parsing, Math.max(0, Math.min(offset, file.length())));
  }

  static Diagnostic cutShort(SourceFile file) {
    return Diagnostic.error(
        CODE,
        file.length() == 0 ? "the file is empty" : "the JSON ends before it is complete",
        file.span(file.length(), file.length()),
        "the file may have been cut short while it was written or copied");
  }

  static Diagnostic afterEnd(SourceFile file, long offset) {
    return error("something follows the end of the JSON document", character(file, offset));
  }

  static Diagnostic notText(SourceFile file) {
    return error("not UTF-8 text", character(file, 0));
  }

  private static Diagnostic tooMuch(SourceFile file, String message, long offset) {
    Span span = character(file, Math.max(0, offset - 1));
    if (message.contains("nesting depth")) {
      return error("nested deeper than " + JsonStream.MAX_DEPTH + " levels", span);
    }
    if (message.contains("Number value length")) {
      return error("a number of more than " + JsonCursor.MAX_DIGITS + " digits", span);
    }
    return error("beyond the limits that protect this reader", span);
  }

  /** The parser points at or just behind the culprit, depending on the token it was in. */
  private static Diagnostic unexpected(
      SourceFile file, JsonProcessingException parsing, long offset) {
    String message = String.valueOf(parsing.getOriginalMessage());
    int code = code(message);
    if (parsing instanceof JsonParseException && code >= 0) {
      String culprit = Character.toString(code);
      for (long at = offset; at >= Math.max(0, offset - 4); at--) {
        if (file.text(at, at + culprit.getBytes(StandardCharsets.UTF_8).length).equals(culprit)) {
          return error("unexpected " + shown(code), character(file, at));
        }
      }
    }
    return error("not valid JSON", character(file, Math.max(0, offset - 1)));
  }

  private static String shown(int code) {
    return code < ' ' || code == 0x7F
        ? "control character " + code
        : "character `" + Character.toString(code) + "`";
  }

  /** The number in the parser's {@code (code 125)}; -1 if it names none. */
  private static int code(String message) {
    int at = message.indexOf("code ");
    int end = at + 5;
    while (at >= 0 && end < message.length() && Character.isDigit(message.charAt(end))) {
      end++;
    }
    if (at < 0 || end == at + 5 || end > at + 12) {
      return -1;
    }
    int code = Integer.parseInt(message.substring(at + 5, end));
    return Character.isValidCodePoint(code) ? code : -1;
  }

  private static boolean isUtf8(String message) {
    return message.contains("UTF-8");
  }

  /** The whole character that begins at or spans an offset; empty at the end of the file. */
  private static Span character(SourceFile file, long offset) {
    long start = Math.min(offset, file.length());
    int lead = start < file.length() ? leadByte(file, start) : 0;
    int length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return file.span(start, Math.min(file.length(), start + length));
  }

  private static int leadByte(SourceFile file, long at) {
    String text = file.text(at, Math.min(file.length(), at + 4));
    if (text.isEmpty() || text.charAt(0) == '\uFFFD') {
      return 0;
    }
    return text.getBytes(StandardCharsets.UTF_8)[0] & 0xFF;
  }

  /** {@code nul} at the very end of a file is the start of a {@code null}. */
  private static boolean isTruncatedWord(SourceFile file, String message, long offset) {
    return offset >= file.length() && code(message) < 0 && !isUtf8(message);
  }

  private static Diagnostic error(String message, Span span) {
    return Diagnostic.error(CODE, message, span);
  }
}
