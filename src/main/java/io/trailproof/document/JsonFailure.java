package io.trailproof.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Says in our words what a JSON parser stumbled over: its own hold the names of its classes. */
final class JsonFailure {
  /** What is wrong, by how the parser's sentence begins. */
  private static final Map<String, DocumentError> BEGINNINGS =
      Map.of(
          "Non-standard token", DocumentError.NO_JSON_NUMBER,
          "Unrecognized character escape", DocumentError.NO_ESCAPE,
          "Illegal unquoted character", DocumentError.RAW_CONTROL_CHARACTER,
          "Unexpected close marker", DocumentError.NOTHING_TO_CLOSE,
          "Invalid numeric value", DocumentError.NO_NUMBER,
          "Unrecognized token", DocumentError.NO_JSON_VALUE);

  /** What would have been right, by how the parser calls it; the first that fits. */
  private static final List<Map.Entry<String, String>> EXPECTED =
      List.of(
          Map.entry("double-quote to start field name", "a key in double quotes"),
          Map.entry("a colon to separate", "a colon"),
          Map.entry("comma to separate Object", "a comma or `}`"),
          Map.entry("comma to separate Array", "a comma or `]`"),
          Map.entry("hex-digit", "a hexadecimal digit"),
          Map.entry("digit", "a digit"));

  private static final List<String> WORDS = List.of("true", "false", "null");

  private final SourceFile file;
  private final String said;
  private final long offset;

  private JsonFailure(SourceFile file, String said, long offset) {
    this.file = file;
    this.said = said;
    this.offset = offset;
  }

  /**
   * What there is to say.
   *
   * @param near where the parser stands, for failures without a place
   */
  static Diagnostic of(SourceFile file, IOException failure, long near) {
    if (!(failure instanceof JsonProcessingException parsing)) {
      return DocumentError.UNREADABLE.of(file.name());
    }
    long told = parsing.getLocation() == null ? -1 : parsing.getLocation().getByteOffset();
    long offset = Math.max(0, Math.min(told < 0 ? near : told, file.length()));
    return new JsonFailure(file, String.valueOf(parsing.getOriginalMessage()), offset).of(parsing);
  }

  static Diagnostic cutShort(SourceFile file) {
    return inside(file, DocumentError.CUT_SHORT.at(file.span(file.length(), file.length())));
  }

  /** The first thing behind the end of the root value. */
  static Diagnostic afterEnd(SourceFile file, long end) {
    long at = end;
    while (at < file.length() && file.text(at, at + 1).isBlank()) {
      at++;
    }
    Span first = character(file, at);
    boolean isDocument = first.text().equals("{") || first.text().equals("[");
    return (isDocument ? DocumentError.SECOND_DOCUMENT : DocumentError.AFTER_THE_END).at(first);
  }

  /** The parser would take these for another encoding or pass over them. */
  static Diagnostic foreignStart(SourceFile file, long at) {
    Span span = character(file, at);
    return DocumentError.UNEXPECTED.at(span, shown(span.text().codePointAt(0)), "a value");
  }

  private Diagnostic of(JsonProcessingException failure) {
    if (failure instanceof JsonEOFException || isCutWord()) {
      return cutShort(file);
    }
    return failure instanceof StreamConstraintsException ? tooMuch() : inside(file, wrong());
  }

  /** True for {@code nul} at the very end of a file, the start of a {@code null}. */
  private boolean isCutWord() {
    String rest = file.text(offset, offset + 8);
    return said.startsWith("Unrecognized token")
        && WORDS.stream().anyMatch(word -> word.startsWith(rest));
  }

  private Diagnostic tooMuch() {
    Span span = character(file, Math.max(0, offset - 1));
    if (said.contains("nesting depth")) {
      return DocumentError.tooDeep(span);
    }
    return said.contains("Number value length")
        ? DocumentError.LONG_NUMBER.at(span, Limits.DIGITS)
        : DocumentError.BEYOND_LIMITS.at(span);
  }

  private Diagnostic wrong() {
    if (said.contains("UTF-8")) {
      // The parser says so too of a character that stands where no text may be.
      Span at = character(file, Math.max(0, offset - 1));
      return (isText(at) ? DocumentError.NO_JSON_VALUE : DocumentError.NOT_UTF8).at(at);
    }
    Span culprit = culprit();
    for (Map.Entry<String, DocumentError> one : BEGINNINGS.entrySet()) {
      if (said.startsWith(one.getKey())) {
        return one.getValue().at(culprit);
      }
    }
    if (said.contains("ALLOW_COMMENTS")) {
      return DocumentError.COMMENT.at(culprit);
    }
    String text = culprit.text();
    if (text.isEmpty()) {
      return DocumentError.NO_JSON_VALUE.at(culprit);
    }
    String expected =
        EXPECTED.stream()
            .filter(one -> said.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("a value");
    return DocumentError.UNEXPECTED.at(culprit, shown(text.codePointAt(0)), expected);
  }

  /** The parser points at or just behind the culprit, depending on the token it was in. */
  private Span culprit() {
    if (said.startsWith("Non-standard token '")) {
      long length = said.indexOf('\'', 20) - 20L;
      return file.span(Math.max(0, offset - length), offset);
    }
    int code = codePoint();
    if (code >= 0) {
      String culprit = Character.toString(code);
      int length = culprit.getBytes(StandardCharsets.UTF_8).length;
      for (long at = offset; at >= Math.max(0, offset - 4); at--) {
        if (file.text(at, at + length).equals(culprit)) {
          return character(file, at);
        }
      }
    }
    return character(file, offset);
  }

  /** The number in the parser's {@code (code 125)}; -1 if it names none. */
  private int codePoint() {
    int at = said.indexOf("code ");
    int end = at + 5;
    while (at >= 0 && end < said.length() && Character.isDigit(said.charAt(end))) {
      end++;
    }
    if (at < 0 || end == at + 5 || end > at + 12) {
      return -1;
    }
    int code = Integer.parseInt(said.substring(at + 5, end));
    return Character.isValidCodePoint(code) ? code : -1;
  }

  private static String shown(int code) {
    return code < ' ' || code == 0x7F
        ? "control character " + code
        : "character `" + Character.toString(code) + "`";
  }

  /** The same with the innermost object or array that is open there, if any is. */
  private static Diagnostic inside(SourceFile file, Diagnostic diagnostic) {
    long opened = JsonCursor.opened(file);
    return opened < 0
        ? diagnostic
        : diagnostic.withLabel(file.span(opened, opened + 1), "inside what begins here");
  }

  /** The character that an offset is in; empty at the end of the file. */
  private static Span character(SourceFile file, long offset) {
    long start = Math.min(offset, file.length());
    long end = Math.min(file.length(), start + 1);
    Span one = file.span(start, end);
    for (long from = start; start < end && from >= Math.max(0, start - 3); from--) {
      for (long to = end; to <= Math.min(file.length(), from + 4); to++) {
        Span wider = file.span(from, to);
        if (isText(wider) && wider.text().codePointCount(0, wider.text().length()) == 1) {
          return wider;
        }
      }
    }
    return one;
  }

  private static boolean isText(Span span) {
    return span.text().indexOf('\uFFFD') < 0;
  }
}
