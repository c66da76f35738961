package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.aws.filterpattern.syntax.Lexer;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.syntax.Refused;
import io.trailproof.aws.filterpattern.syntax.Rejection.Code;
import io.trailproof.aws.filterpattern.syntax.Token;
import io.trailproof.aws.filterpattern.syntax.Token.Kind;
import io.trailproof.aws.filterpattern.text.Regex;
import java.math.BigDecimal;

/**
 * Reads what stands right of an operator, in JSON and in space-delimited patterns (filter-patterns
 * §1.2).
 */
final class OperandParser {
  private final Quotas quotas;

  OperandParser(Quotas quotas) {
    this.quotas = quotas;
  }

  Operand operand(Token token) {
    return switch (token.kind()) {
      case QUOTED -> quoted(token);
      case REGEX -> regex(token);
      default -> bare(token);
    };
  }

  /** The ordering operators take nothing else (recorded, filter-patterns §1.2). */
  Operand.Numeral number(Token token) {
    Operand operand = operand(token);
    String problem =
        token.kind() == Kind.BARE
            ? "an ordering operator needs a number, `" + token.text() + "` is a text"
            : "an ordering operator needs a number without quotes, not `" + operand.print() + "`";
    if (operand instanceof Operand.Numeral numeral) {
      return numeral;
    }
    throw Refused.at(Code.ORDER_NEEDS_NUMBER, problem, token.start(), token.end(), "a number");
  }

  private Operand bare(Token token) {
    String text = token.text();
    if (Operand.Numeral.isNumber(text)) {
      BigDecimal worth = Operand.Numeral.worth(text);
      if (worth == null) {
        String message = "the exponent of `" + text + "` does not fit 32 bits";
        throw Refused.at(Code.NUMBER_TOO_LARGE, message, token.start(), token.end());
      }
      return new Operand.Numeral(text, worth);
    }
    int plus = text.indexOf('+');
    if (plus >= 0) {
      throw new Refused(Lexer.character(token.start() + plus, "+"));
    }
    if (text.equals("null")) {
      throw Refused.at(
          Code.NULL_VALUE,
          "`null` cannot be compared with",
          token.start(),
          token.end(),
          "`IS NULL`",
          "`\"null\"`");
    }
    String doubt = "";
    if (text.equalsIgnoreCase("null")) {
      doubt = "whether `" + text + "` is a text or a refused `null` is not documented";
    } else if (text.codePoints().anyMatch(Chars::isDoubtful)) {
      doubt = "whether `" + text + "` may be written without quotes is not documented";
    }
    return text(token, doubt);
  }

  private Operand.Text quoted(Token token) {
    boolean escapes = token.text().indexOf('\\') >= 0;
    return text(token, escapes ? "what `\\` means in a quoted text is not documented" : "");
  }

  private Operand.Text text(Token token, String doubt) {
    Operand.Text operand = new Operand.Text(token.text(), doubt);
    if (!doubt.isEmpty()) {
      quotas.doubt(doubt, token.start(), token.end());
    } else if (operand.hasStarWithin()) {
      String message = "whether `*` within `" + token.text() + "` is a wildcard is not documented";
      quotas.doubt(message, token.start(), token.end());
    }
    return operand;
  }

  Operand.RegularExpression regex(Token token) {
    String body = token.text();
    quotas.regex(body, new Range(token.start(), token.end()));
    return Regex.parse(body)
        .match(
            compiled -> new Operand.RegularExpression(body, compiled.regex()),
            refused -> refused(body, refused, token.start() + 1));
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
}
