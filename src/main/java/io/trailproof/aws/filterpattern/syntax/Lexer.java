package io.trailproof.aws.filterpattern.syntax;

import io.trailproof.aws.filterpattern.syntax.Rejection.Code;
import io.trailproof.aws.filterpattern.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Splits a JSON or a space-delimited pattern into tokens (filter-patterns §1.2 and §1.3).
 *
 * <p>What follows an operator is a value, in which other characters may stand than elsewhere; that
 * is all it knows of the grammar. It stops at the first token that the service refuses: whether
 * that is what the pattern is refused for is the parser's business, which may object to something
 * before it.
 */
public final class Lexer {
  private static final String[] VALUES = {
    "a number", "a text", "a text in `\"`", "a regular expression in `%`"
  };

  private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "=", "<", ">");

  private static final Map<String, Kind> SIGNS =
      Map.of(
          "&&",
          Kind.AND,
          "||",
          Kind.OR,
          "...",
          Kind.ELLIPSIS,
          "(",
          Kind.OPEN,
          ")",
          Kind.CLOSE,
          ",",
          Kind.COMMA);

  private final Cursor cursor;
  private final boolean json;
  private final IntPredicate word;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(Cursor cursor, boolean json) {
    this.cursor = cursor;
    this.json = json;
    this.word = json ? Chars::isAlphanumeric : Chars::isFieldName;
  }

  /** The tokens between the braces of a JSON pattern; the last one is the end. */
  public static List<Token> json(String text, int start, int end) {
    return new Lexer(new Cursor(text, start, end), true).read();
  }

  /** The tokens between the brackets of a space-delimited pattern; the last one is the end. */
  public static List<Token> fields(String text, int start, int end) {
    return new Lexer(new Cursor(text, start, end), false).read();
  }

  private List<Token> read() {
    cursor.blanks();
    boolean going = true;
    while (going && !cursor.atEnd()) {
      going = token();
      cursor.blanks();
      if (going && tokens.get(tokens.size() - 1).kind() == Kind.OPERATOR) {
        going = value();
        cursor.blanks();
      }
    }
    tokens.add(Token.of(Kind.END, cursor.at(), cursor.at(), ""));
    return List.copyOf(tokens);
  }

  private boolean token() {
    int start = cursor.at();
    if (json && cursor.peek() == '$') {
      return selector();
    }
    if (word.test(cursor.peek())) {
      return add(Kind.WORD, start, cursor.takeWhile(word));
    }
    for (String operator : OPERATORS) {
      if (cursor.take(operator)) {
        return add(Kind.OPERATOR, start, operator);
      }
    }
    for (Map.Entry<String, Kind> sign : SIGNS.entrySet()) {
      if (cursor.take(sign.getKey())) {
        return add(sign.getValue(), start, sign.getKey());
      }
    }
    cursor.moveTo(cursor.after(start));
    return add(Kind.OTHER, start, cursor.since(start));
  }

  /** {@code $.name}, {@code .*}, {@code [n]}, {@code [*]} and {@code .['key']}, without blanks. */
  private boolean selector() {
    int start = cursor.at();
    cursor.skip(1);
    if (cursor.peek() != '.') {
      return bad(
          Kind.ROOT,
          "a selector starts with `$.`",
          start,
          cursor.after(cursor.at()),
          "`.` and a name");
    }
    boolean going = add(Kind.ROOT, start, "$");
    while (going && (cursor.peek() == '.' || cursor.peek() == '[')) {
      int step = cursor.at();
      going = cursor.take(".") ? member(step) : cursor.looksAt("['") ? key(step) : element(step);
    }
    return going;
  }

  private boolean member(int step) {
    if (cursor.take("*")) {
      return add(Kind.ANY, step, "*");
    }
    if (cursor.peek() == '[') {
      return key(step);
    }
    String name = cursor.takeWhile(Chars::isName);
    return name.isEmpty()
        ? bad(
            Kind.NAME,
            "a name is missing after `.`",
            step,
            cursor.after(cursor.at()),
            "a name",
            "`*`",
            "`['name']`")
        : add(Kind.NAME, step, name);
  }

  private boolean key(int step) {
    if (!cursor.take("['")) {
      String message = "a name in brackets is written `['name']`";
      return bad(Kind.KEY, message, step, cursor.at() + 2, "`['`");
    }
    int start = cursor.at();
    int close = cursor.find('\'', start);
    if (close < 0) {
      String message = "the name in brackets is never closed";
      return bad(Kind.KEY, message, step, cursor.end(), "`']`");
    }
    cursor.moveTo(close + 1);
    return cursor.take("]")
        ? add(Kind.KEY, step, cursor.between(start, close))
        : bad(Kind.KEY, "the bracket is not closed", step, cursor.after(cursor.at()), "`]`");
  }

  private boolean element(int step) {
    cursor.skip(1);
    if (cursor.take("*]")) {
      return add(Kind.ANY, step, "*");
    }
    String digits = cursor.takeWhile(Chars::isDigit);
    if (digits.isEmpty() || !cursor.take("]")) {
      String message = "an element is written `[0]` or `[*]`";
      return bad(Kind.INDEX, message, step, cursor.after(cursor.at()), "digits", "`*`");
    }
    return add(Kind.INDEX, step, digits);
  }

  private boolean value() {
    return switch (cursor.peek()) {
      case '"' -> quoted();
      case '%' -> regex();
      default -> bare();
    };
  }

  private boolean bare() {
    int start = cursor.at();
    String text = cursor.takeWhile(c -> Chars.isBare(c) || Chars.isDoubtful(c) || c == '+');
    if (text.isEmpty()) {
      return refuse(Kind.BARE, start, missing());
    }
    return isAtBoundary()
        ? add(Kind.BARE, start, text)
        : refuse(Kind.BARE, start, character(cursor.at(), cursor.character(cursor.at())));
  }

  private boolean quoted() {
    int start = cursor.at();
    int close = closingQuote(start);
    if (close < 0) {
      String message = "the quoted text is never closed";
      return refuse(Kind.QUOTED, start, Code.UNCLOSED_QUOTE, message, start, cursor.end(), "`\"`");
    }
    cursor.moveTo(close + 1);
    if (!isAtBoundary()) {
      int end = cursor.wordEnd(cursor.at());
      String message = "text follows the closing quote";
      return refuse(Kind.QUOTED, start, Code.UNEXPECTED_TEXT, message, cursor.at(), end, "a blank");
    }
    return add(Kind.QUOTED, start, cursor.between(start + 1, close));
  }

  /** As if {@code \"} were an escape; if that leaves the text open, as if it were not. */
  private int closingQuote(int start) {
    for (int i = start + 1; i < cursor.end(); i++) {
      char c = cursor.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return cursor.find('"', start + 1);
  }

  private boolean regex() {
    int start = cursor.at();
    int close = cursor.find('%', start + 1);
    if (close < 0) {
      String message = "the regular expression is never closed";
      return refuse(Kind.REGEX, start, Code.UNCLOSED_PERCENT, message, start, cursor.end(), "`%`");
    }
    cursor.moveTo(close + 1);
    return add(Kind.REGEX, start, cursor.between(start + 1, close));
  }

  private boolean isAtBoundary() {
    char c = cursor.peek();
    return cursor.atEnd() || Chars.isBlank(c) || "(){}[],&|=<>!".indexOf(c) >= 0;
  }

  private Rejection missing() {
    int at = cursor.at();
    char c = cursor.peek();
    if (cursor.atEnd() || Chars.isBlank(c) || "){},]&|".indexOf(c) >= 0) {
      return new Rejection(Code.EXPECTED_VALUE, "a value is missing", at, at + 1, List.of(VALUES));
    }
    if (c == '\'') {
      String message = "a text is quoted with `\"`, not with `'`";
      return new Rejection(Code.BAD_VALUE, message, at, cursor.wordEnd(at), List.of(VALUES));
    }
    return character(at, cursor.character(at));
  }

  /** The refusal of a character that may stand in a quoted value only. */
  public static Rejection character(int at, String bad) {
    String message = "`" + bad + "` cannot stand in a value without quotes";
    return new Rejection(Code.BAD_VALUE, message, at, at + bad.length(), List.of("a text in `\"`"));
  }

  private boolean add(Kind kind, int start, String text) {
    tokens.add(Token.of(kind, start, cursor.at(), text));
    return true;
  }

  private boolean bad(Kind kind, String message, int start, int end, String... expected) {
    int stop = Math.max(start + 1, Math.min(end, cursor.end()));
    return refuse(kind, start, Code.BAD_SELECTOR, message, start, stop, expected);
  }

  private boolean refuse(
      Kind kind, int at, Code code, String message, int start, int end, String... expected) {
    return refuse(kind, at, new Rejection(code, message, start, end, List.of(expected)));
  }

  private boolean refuse(Kind kind, int at, Rejection refusal) {
    tokens.add(new Token(kind, at, cursor.at(), cursor.since(at), refusal));
    return false;
  }
}
