package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.aws.filterpattern.syntax.Cursor;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.syntax.Refused;
import io.trailproof.aws.filterpattern.syntax.Rejection;
import io.trailproof.aws.filterpattern.syntax.Rejection.Code;
import io.trailproof.aws.filterpattern.syntax.Token;
import io.trailproof.aws.filterpattern.syntax.Tokens;
import java.util.List;

/**
 * Decides by the first character which of the languages a pattern is written in (filter-patterns
 * §1.1), and reads it.
 */
final class PatternParser {
  private PatternParser() {}

  static Parsed parse(String text) {
    if (text.length() > FilterPattern.MAX_LENGTH) {
      String message =
          "a pattern may have "
              + FilterPattern.MAX_LENGTH
              + " characters, this one has "
              + text.length();
      return new Parsed.Rejected(
          List.of(
              new Rejection(
                  Code.TOO_LONG, message, FilterPattern.MAX_LENGTH, text.length(), List.of())));
    }
    int start = 0;
    int end = text.length();
    while (start < end && Chars.isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && Chars.isBlank(text.charAt(end - 1))) {
      end--;
    }
    Quotas quotas = new Quotas();
    try {
      return quotas.finish(read(text, start, end, quotas));
    } catch (Refused refused) {
      return new Parsed.Rejected(List.of(refused.rejection()));
    }
  }

  private static FilterPattern read(String text, int start, int end, Quotas quotas) {
    if (start == end) {
      return new EmptyPattern();
    }
    return switch (text.charAt(start)) {
      case '{' -> {
        closed(text, start, end, '}', Code.UNCLOSED_BRACE);
        yield new JsonPatternParser(Tokens.ofJson(text, start + 1, end - 1), quotas).parse();
      }
      case '[' -> {
        closed(text, start, end, ']', Code.UNCLOSED_BRACKET);
        yield new SpacePatternParser(Tokens.ofFields(text, start + 1, end - 1), quotas).parse();
      }
      case '%' -> {
        closed(text, start, end, '%', Code.UNCLOSED_PERCENT);
        yield regex(text, start, end, quotas);
      }
      default -> new TermPatternParser(new Cursor(text, start, end)).parse();
    };
  }

  private static void closed(String text, int start, int end, char close, Code code) {
    if (end - start < 2 || text.charAt(end - 1) != close) {
      String message =
          "a pattern that starts with `" + text.charAt(start) + "` must end with `" + close + "`";
      int last = text.lastIndexOf(close, end - 1);
      int from = last > start ? last + 1 : end - 1;
      throw Refused.at(code, message, from, end, "`" + close + "`");
    }
  }

  private static FilterPattern regex(String text, int start, int end, Quotas quotas) {
    int close = text.indexOf('%', start + 1);
    if (close < end - 1) {
      throw Refused.at(
          Code.REGEX_NOT_ALONE,
          "a regular expression must be the whole pattern",
          close + 1,
          end,
          "the end of the pattern");
    }
    Token token = Token.of(Token.Kind.REGEX, start, end, text.substring(start + 1, close));
    return new RegexPattern(new OperandParser(quotas).regex(token), new Range(start, end));
  }
}
