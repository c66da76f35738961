package io.trailproof.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.diagnostic.Severity;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in our words what is wrong with a JSON document: the parser's hold its own names. */
final class JsonProblem {
  private static final Pattern EXPECTED = Pattern.compile(".*(?:was expecting|expected) (.*)$");
  private static final List<Words> WORDS =
      List.of(
          new Words("Non-standard token", "only JSON's own numbers are allowed"),
          new Words("Unrecognized character escape", "no such escape in a string"),
          new Words("Illegal unquoted character", "a line break or control character in a string"),
          new Words("Unexpected close marker", "this closes what was not opened"),
          new Words("Invalid numeric value", "not a number"),
          new Words("Unrecognized token", "not a JSON value"),
          new Words("Invalid UTF-8", "not UTF-8 text"));

  private JsonProblem() {}

  /**
   * @param reached where the parser stands, for problems without a place
   * @param opened where the innermost open object or array begins
   */
  static Diagnostic of(
      JsonProcessingException e, JsonSpans spans, long reached, Optional<Span> opened) {
    if (e instanceof StreamConstraintsException) {
      return Diagnostic.error(
          "invalid-json",
          "a number of more than " + Limits.NUMBER_LENGTH + " characters",
          spans.one(reached));
    }
    if (e instanceof JsonEOFException) {
      return diagnostic("the document ends too early", spans.end(), opened);
    }
    return diagnostic(
        message(e.getOriginalMessage()),
        spans.one(e.getLocation() == null ? reached : e.getLocation().getByteOffset()),
        opened);
  }

  private static String message(String original) {
    for (Words words : WORDS) {
      if (original.startsWith(words.start())) {
        return words.meaning();
      }
    }
    Matcher expected = EXPECTED.matcher(original.lines().findFirst().orElse(""));
    return expected.find()
        ? "unexpected character, expected " + expected.group(1).toLowerCase(Locale.ROOT)
        : "unexpected character";
  }

  private static Diagnostic diagnostic(String message, Span at, Optional<Span> opened) {
    return new Diagnostic(
        "invalid-json",
        Severity.ERROR,
        message,
        at.file().name(),
        new Label(at, ""),
        opened.map(span -> new Label(span, "inside what begins here")).stream().toList(),
        List.of());
  }

  private record Words(String start, String meaning) {}
}
