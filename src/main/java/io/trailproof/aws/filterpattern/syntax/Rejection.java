package io.trailproof.aws.filterpattern.syntax;

import java.util.List;
import java.util.Locale;

/**
 * Why the service would refuse a pattern, and which part of its text.
 *
 * @param expected what could have stood there instead, in words; empty if nothing in particular
 */
public record Rejection(Code code, String message, int start, int end, List<String> expected) {
  public Rejection {
    expected = List.copyOf(expected);
  }

  /** The kinds of refusal; their ids are part of the output. */
  public enum Code {
    TOO_LONG,
    UNCLOSED_BRACE,
    UNCLOSED_BRACKET,
    UNCLOSED_PERCENT,
    UNCLOSED_QUOTE,
    UNCLOSED_PARENTHESIS,
    UNEXPECTED_TEXT,
    EXPECTED_CONDITION,
    EXPECTED_SELECTOR,
    BAD_SELECTOR,
    EXPECTED_OPERATOR,
    DOUBLE_EQUALS,
    NEGATION,
    WORD_OPERATOR,
    EXISTS_OPERATOR,
    IS_NOT,
    EXPECTED_VALUE,
    BAD_VALUE,
    NULL_VALUE,
    NUMBER_TOO_LARGE,
    ORDER_NEEDS_NUMBER,
    SELECTOR_WILDCARDS,
    PATTERN_WILDCARDS,
    PATTERN_REGEXES,
    REGEX_CHARACTER,
    REGEX_SYNTAX,
    REGEX_NOT_ALONE,
    FIELD_NAME,
    DUPLICATE_FIELD,
    SEVERAL_FIELDS,
    BAD_TERM,
    EMPTY_PHRASE;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
