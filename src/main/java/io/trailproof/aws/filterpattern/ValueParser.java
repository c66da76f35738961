package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.Rejection.Code;
import io.trailproof.aws.filterpattern.text.Regex;
import java.math.BigDecimal;

/** Reads what stands right of an operator, in JSON and in space-delimited patterns (§1.2). */
final class ValueParser {
  private static final String[] EXPECTED = {
    "a number", "a text", "a text in `\"`", "a regular expression in `%`"
  };

  private final Cursor cursor;
  private final Quotas quotas;

  ValueParser(Cursor cursor, Quotas quotas) {
    this.cursor = cursor;
    this.quotas = quotas;
  }

  Operand value() {
    return switch (cursor.peek()) {
      case '"' -> quoted();
      case '%' -> regex();
      default -> bare();
    };
  }

  /** The ordering operators take nothing else (recorded, §1.2). */
  Operand.Numeral number() {
    int start = cursor.at();
    if (cursor.peek() == '"' || cursor.peek() == '%') {
      Operand value = value();
      throw Refused.at(
          Code.ORDER_NEEDS_NUMBER,
          "an ordering operator needs a number without quotes, not `" + value.print() + "`",
          start,
          cursor.at(),
          "a number");
    }
    Operand value = bare();
    return value.match(
        number -> number,
        text -> {
          throw Refused.at(
              Code.ORDER_NEEDS_NUMBER,
              "an ordering operator needs a number, `" + text.text() + "` is a text",
              start,
              cursor.at(),
              "a number");
        },
        regex -> {
          throw new IllegalStateException("an unquoted value is no regular expression");
        });
  }

  private Operand bare() {
    int start = cursor.at();
    String text = cursor.takeWhile(c -> Chars.isBare(c) || Chars.isDoubtful(c) || c == '+');
    if (text.isEmpty()) {
      throw missing();
    }
    if (!atBoundary()) {
      throw character(cursor.at());
    }
    if (Numbers.isNumber(text)) {
      BigDecimal worth = Numbers.worth(text);
      if (worth == null) {
        throw Refused.at(
            Code.NUMBER_TOO_LARGE,
            "the exponent of `" + text + "` does not fit 32 bits",
            start,
            cursor.at());
      }
      return new Operand.Numeral(text, worth);
    }
    int plus = text.indexOf('+');
    if (plus >= 0) {
      throw character(start + plus);
    }
    if (text.equals("null")) {
      throw Refused.at(
          Code.NULL_VALUE,
          "`null` cannot be compared with",
          start,
          cursor.at(),
          "`IS NULL`",
          "`\"null\"`");
    }
    String doubt = "";
    if (text.equalsIgnoreCase("null")) {
      doubt = "whether `" + text + "` is a text or a refused `null` is not documented";
    } else if (text.codePoints().anyMatch(Chars::isDoubtful)) {
      doubt = "whether `" + text + "` may be written without quotes is not documented";
    }
    return text(text, doubt, start);
  }

  private Operand.Text text(String text, String doubt, int start) {
    Operand.Text value = new Operand.Text(text, doubt);
    if (!doubt.isEmpty()) {
      quotas.doubt(doubt, start, cursor.at());
    } else if (value.hasStarWithin()) {
      quotas.doubt(
          "whether `*` within `" + text + "` is a wildcard is not documented", start, cursor.at());
    }
    return value;
  }

  private Operand.Text quoted() {
    int start = cursor.at();
    int close = closingQuote(start);
    if (close < 0) {
      throw Refused.at(
          Code.UNCLOSED_QUOTE, "the quoted text is never closed", start, cursor.end(), "`\"`");
    }
    cursor.moveTo(close + 1);
    String text = cursor.between(start + 1, close);
    if (!atBoundary()) {
      throw Refused.at(
          Code.UNEXPECTED_TEXT,
          "text follows the closing quote",
          cursor.at(),
          cursor.wordEnd(),
          "a blank");
    }
    String doubt =
        text.indexOf('\\') < 0 ? "" : "what `\\` means in a quoted text is not documented";
    return text(text, doubt, start);
  }

  /** As if {@code \"} were an escape; if that leaves the text open, as if it were not. */
  private int closingQuote(int start) {
    for (int i = start + 1; i < cursor.end(); i++) {
      char c = cursor.between(i, i + 1).charAt(0);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return cursor.find('"', start + 1);
  }

  Operand.RegularExpression regex() {
    int start = cursor.at();
    int close = cursor.find('%', start + 1);
    if (close < 0) {
      throw Refused.at(
          Code.UNCLOSED_PERCENT,
          "the regular expression is never closed",
          start,
          cursor.end(),
          "`%`");
    }
    String body = cursor.between(start + 1, close);
    cursor.moveTo(close + 1);
    quotas.regex(body, new Range(start, close + 1));
    return Regex.parse(body)
        .match(
            compiled -> new Operand.RegularExpression(body, compiled.regex()),
            refused -> refused(body, refused, start + 1));
  }

  private Operand.RegularExpression refused(String body, Regex.Refused refused, int offset) {
    int start = offset + refused.start();
    int end = Math.max(start + 1, offset + refused.end());
    switch (refused.why()) {
      case CHARACTER -> throw Refused.at(Code.REGEX_CHARACTER, refused.message(), start, end);
      case SYNTAX -> throw Refused.at(Code.REGEX_SYNTAX, refused.message(), start, end);
      case UNDOCUMENTED ->
          quotas.doubt(
              "what " + refused.message() + " means in a regular expression is not documented",
              start,
              end);
      case TOO_LARGE -> quotas.doubt(refused.message() + ", which is our limit", start, end);
    }
    return new Operand.RegularExpression(body, null);
  }

  private boolean atBoundary() {
    char c = cursor.peek();
    return cursor.atEnd() || Chars.isBlank(c) || "(){}[],&|=<>!".indexOf(c) >= 0;
  }

  private Refused missing() {
    char c = cursor.peek();
    if (cursor.atEnd() || Chars.isBlank(c) || "){},]&|".indexOf(c) >= 0) {
      return Refused.at(
          Code.EXPECTED_VALUE, "a value is missing", cursor.at(), cursor.at() + 1, EXPECTED);
    }
    if (c == '\'') {
      return Refused.at(
          Code.BAD_VALUE,
          "a text is quoted with `\"`, not with `'`",
          cursor.at(),
          cursor.wordEnd(),
          EXPECTED);
    }
    return character(cursor.at());
  }

  private Refused character(int at) {
    String bad =
        cursor.between(
            at, at + Character.charCount(cursor.between(at, cursor.end()).codePointAt(0)));
    return Refused.at(
        Code.BAD_VALUE,
        "`" + bad + "` cannot stand in a value without quotes",
        at,
        at + bad.length(),
        "a text in `\"`");
  }
}
