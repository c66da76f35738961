package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.Rejection.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what stands between the braces of a JSON pattern; {@code &&} binds tighter than {@code ||}
 * (§1.2).
 */
final class JsonPatternParser {
  private static final String[] OPERATORS = {
    "`=`",
    "`!=`",
    "`<`",
    "`<=`",
    "`>`",
    "`>=`",
    "`IS NULL`",
    "`IS TRUE`",
    "`IS FALSE`",
    "`NOT EXISTS`"
  };

  private final Cursor cursor;
  private final Quotas quotas;
  private final SelectorParser selectors;
  private final ValueParser values;

  JsonPatternParser(Cursor cursor, Quotas quotas) {
    this.cursor = cursor;
    this.quotas = quotas;
    this.selectors = new SelectorParser(cursor, quotas);
    this.values = new ValueParser(cursor, quotas);
  }

  JsonPattern parse() {
    int start = cursor.at();
    cursor.blanks();
    if (cursor.atEnd()) {
      quotas.doubt("what `{}` matches is not documented", start - 1, cursor.end() + 1);
      return new JsonPattern(
          new JsonExpression.Undocumented(new Range(start - 1, cursor.end() + 1)));
    }
    JsonExpression expression = alternatives();
    if (!cursor.atEnd()) {
      throw unexpected("the end of the pattern");
    }
    return new JsonPattern(expression);
  }

  private JsonExpression alternatives() {
    int start = cursor.at();
    List<JsonExpression> parts = new ArrayList<>();
    do {
      cursor.blanks();
      parts.add(conditions());
    } while (cursor.take("||"));
    return parts.size() == 1 ? parts.get(0) : new JsonExpression.Or(parts, spanOf(parts, start));
  }

  private JsonExpression conditions() {
    int start = cursor.at();
    List<JsonExpression> parts = new ArrayList<>();
    do {
      cursor.blanks();
      parts.add(primary());
      cursor.blanks();
    } while (cursor.take("&&"));
    return parts.size() == 1 ? parts.get(0) : new JsonExpression.And(parts, spanOf(parts, start));
  }

  private static Range spanOf(List<JsonExpression> parts, int start) {
    return new Range(
        Math.max(start, parts.get(0).at().start()), parts.get(parts.size() - 1).at().end());
  }

  private JsonExpression primary() {
    int start = cursor.at();
    if (cursor.take("(")) {
      JsonExpression inner = alternatives();
      if (!cursor.take(")")) {
        if (cursor.atEnd()) {
          throw Refused.at(
              Code.UNCLOSED_PARENTHESIS,
              "the parenthesis is never closed",
              start,
              start + 1,
              "`)`");
        }
        throw unexpected("`)`");
      }
      return inner;
    }
    if (cursor.peek() == '$') {
      return test();
    }
    if (cursor.peek() == '!') {
      throw Refused.at(
          Code.NEGATION, "the language has no negation", start, start + 1, "`$.…`", "`(`");
    }
    if (cursor.atEnd() || ")&|".indexOf(cursor.peek()) >= 0) {
      throw Refused.at(
          Code.EXPECTED_CONDITION, "a condition is missing", start, start + 1, "`$.…`", "`(`");
    }
    int end =
        cursor.peek() == '"' && cursor.find('"', start + 1) > 0
            ? cursor.find('"', start + 1) + 1
            : cursor.wordEnd();
    throw Refused.at(
        Code.EXPECTED_SELECTOR,
        "a condition starts with `$.`, not with `" + cursor.between(start, end) + "`",
        start,
        end,
        "`$.…`",
        "`(`");
  }

  private JsonExpression test() {
    int start = cursor.at();
    Selector selector = selectors.selector();
    boolean apart = cursor.blanks();
    int operator = cursor.at();
    String doubtful = "";
    NodeCondition condition;
    if (cursor.looksAt("==")) {
      throw Refused.at(Code.DOUBLE_EQUALS, "`==` is no operator", operator, operator + 2, "`=`");
    } else if (cursor.take("!=")) {
      condition = new NodeCondition.Compare(false, operand());
    } else if (cursor.take("=")) {
      condition = new NodeCondition.Compare(true, operand());
    } else if (cursor.peek() == '<' || cursor.peek() == '>') {
      condition = order();
    } else if (apart && Chars.isAlphanumeric(cursor.peek())) {
      condition = keywords();
      if (condition instanceof NodeCondition.NotExists) {
        String spelling = words(cursor.since(operator));
        doubtful = spelling.equals("NOT EXISTS") ? "" : spelling;
      }
    } else {
      throw operatorExpected();
    }
    if (!doubtful.isEmpty()) {
      quotas.doubt(
          "whether `" + doubtful + "` counts as `NOT EXISTS` is not documented",
          operator,
          cursor.at());
    }
    return new JsonExpression.Test(selector, condition, doubtful, new Range(start, cursor.at()));
  }

  private static String words(String text) {
    return text.substring(0, 3) + " " + text.strip().substring(text.strip().length() - 6);
  }

  private Operand operand() {
    cursor.blanks();
    return values.value();
  }

  private NodeCondition order() {
    boolean less = cursor.peek() == '<';
    cursor.skip(1);
    boolean inclusive = cursor.take("=");
    cursor.blanks();
    return new NodeCondition.Order(NodeCondition.Operator.of(less, inclusive), values.number());
  }

  private NodeCondition keywords() {
    int start = cursor.at();
    String word = cursor.takeWhile(Chars::isAlphanumeric).toUpperCase(Locale.ROOT);
    boolean apart = cursor.blanks();
    int second = cursor.at();
    String next = cursor.takeWhile(Chars::isAlphanumeric).toUpperCase(Locale.ROOT);
    if (word.equals("EXISTS")) {
      throw Refused.at(
          Code.EXISTS_OPERATOR, "there is no `EXISTS`", start, start + 6, "`= *`", "`NOT EXISTS`");
    }
    if (word.equals("IS") && next.equals("NOT")) {
      throw Refused.at(
          Code.IS_NOT, "there is no `IS NOT`", second, second + 3, "`NULL`", "`TRUE`", "`FALSE`");
    }
    if (apart && word.equals("IS")) {
      for (NodeCondition.Literal literal : NodeCondition.Literal.values()) {
        if (literal.name().equals(next)) {
          return new NodeCondition.Is(literal);
        }
      }
    }
    if (apart && word.equals("NOT") && next.equals("EXISTS")) {
      return new NodeCondition.NotExists();
    }
    cursor.moveTo(start);
    throw operatorExpected();
  }

  private Refused operatorExpected() {
    int start = cursor.at();
    if (cursor.atEnd() || ")&|".indexOf(cursor.peek()) >= 0) {
      return Refused.at(
          Code.EXPECTED_OPERATOR, "an operator is missing", start, start + 1, OPERATORS);
    }
    int end = cursor.wordEnd();
    return Refused.at(
        Code.EXPECTED_OPERATOR,
        "`" + cursor.between(start, end) + "` is no operator",
        start,
        end,
        OPERATORS);
  }

  private Refused unexpected(String instead) {
    int start = cursor.at();
    int end = cursor.wordEnd();
    String word = cursor.between(start, end);
    if (word.equalsIgnoreCase("and") || word.equalsIgnoreCase("or")) {
      String sign = word.equalsIgnoreCase("and") ? "`&&`" : "`||`";
      return Refused.at(Code.WORD_OPERATOR, "`" + word + "` is no operator", start, end, sign);
    }
    return Refused.at(
        Code.UNEXPECTED_TEXT,
        "`" + word + "` cannot stand here",
        start,
        end,
        "`&&`",
        "`||`",
        instead);
  }
}
