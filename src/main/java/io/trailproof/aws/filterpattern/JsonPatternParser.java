package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.syntax.Refused;
import io.trailproof.aws.filterpattern.syntax.Rejection.Code;
import io.trailproof.aws.filterpattern.syntax.Token;
import io.trailproof.aws.filterpattern.syntax.Token.Kind;
import io.trailproof.aws.filterpattern.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what stands between the braces of a JSON pattern; {@code &&} binds tighter than {@code ||}
 * (filter-patterns §1.2).
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

  private final Tokens tokens;
  private final Quotas quotas;
  private final OperandParser operands;

  JsonPatternParser(Tokens tokens, Quotas quotas) {
    this.tokens = tokens;
    this.quotas = quotas;
    this.operands = new OperandParser(quotas);
  }

  JsonPattern parse() {
    if (tokens.isAtEnd()) {
      Range all = new Range(tokens.text().at() - 1, tokens.text().end() + 1);
      quotas.doubt("what `{}` matches is not documented", all.start(), all.end());
      return new JsonPattern(new JsonExpression.Undocumented("", all));
    }
    JsonExpression expression = alternatives();
    if (!tokens.isAtEnd()) {
      throw unexpected("the end of the pattern");
    }
    return new JsonPattern(expression);
  }

  private JsonExpression alternatives() {
    List<JsonExpression> parts = new ArrayList<>();
    do {
      parts.add(conditions());
    } while (tokens.take(Kind.OR));
    return parts.size() == 1 ? parts.get(0) : new JsonExpression.Or(parts, spanOf(parts));
  }

  private JsonExpression conditions() {
    List<JsonExpression> parts = new ArrayList<>();
    do {
      parts.add(primary());
    } while (tokens.take(Kind.AND));
    return parts.size() == 1 ? parts.get(0) : new JsonExpression.And(parts, spanOf(parts));
  }

  private static Range spanOf(List<JsonExpression> parts) {
    return new Range(parts.get(0).at().start(), parts.get(parts.size() - 1).at().end());
  }

  private JsonExpression primary() {
    Token first = tokens.peek();
    int start = first.start();
    if (tokens.take(Kind.OPEN)) {
      JsonExpression inner = alternatives();
      if (tokens.isAtEnd()) {
        String message = "the parenthesis is never closed";
        throw Refused.at(Code.UNCLOSED_PARENTHESIS, message, start, start + 1, "`)`");
      }
      if (!tokens.take(Kind.CLOSE)) {
        throw unexpected("`)`");
      }
      return inner;
    }
    if (first.kind() == Kind.ROOT) {
      return test();
    }
    if (first.text().startsWith("!")) {
      String message = "the language has no negation";
      throw Refused.at(Code.NEGATION, message, start, start + 1, "`$.…`", "`(`");
    }
    if (endsCondition(first)) {
      String message = "a condition is missing";
      throw Refused.at(Code.EXPECTED_CONDITION, message, start, start + 1, "`$.…`", "`(`");
    }
    int close = first.text().equals("\"") ? tokens.text().find('"', start + 1) : -1;
    int end = close > 0 ? close + 1 : tokens.wordEnd(first);
    String word = tokens.text().between(start, end);
    String message = "a condition starts with `$.`, not with `" + word + "`";
    throw Refused.at(Code.EXPECTED_SELECTOR, message, start, end, "`$.…`", "`(`");
  }

  /** Whether nothing of a condition can begin here; a lone {@code &} is taken for the operator. */
  private static boolean endsCondition(Token token) {
    return token.kind() == Kind.END || ")&|".indexOf(token.text().charAt(0)) >= 0;
  }

  private JsonExpression test() {
    int start = tokens.peek().start();
    Selector selector = selector();
    Token operator = tokens.peek();
    NodeCondition condition;
    String doubtful = "";
    if (operator.isOperator("==")) {
      throw Refused.at(
          Code.DOUBLE_EQUALS, "`==` is no operator", operator.start(), operator.end(), "`=`");
    } else if (tokens.take(Kind.OPERATOR)) {
      condition = condition(operator.text());
    } else if (operator.kind() == Kind.WORD && operator.start() > tokens.end()) {
      condition = keywords();
      if (condition instanceof NodeCondition.NotExists) {
        int end = tokens.end();
        String spelling = operator.text() + " " + tokens.text().between(end - 6, end);
        doubtful = spelling.equals("NOT EXISTS") ? "" : spelling;
      }
    } else {
      throw operatorExpected();
    }
    if (!doubtful.isEmpty()) {
      quotas.doubt(
          "whether `" + doubtful + "` counts as `NOT EXISTS` is not documented",
          operator.start(),
          tokens.end());
    }
    return new JsonExpression.Test(selector, condition, doubtful, new Range(start, tokens.end()));
  }

  private Selector selector() {
    int start = tokens.next().start();
    List<PathStep> steps = new ArrayList<>();
    boolean deepKey = false;
    while (tokens.peek().kind().isStep()) {
      Token token = tokens.next();
      deepKey |= token.kind() == Kind.KEY && !steps.isEmpty();
      steps.add(
          switch (token.kind()) {
            case ANY -> new PathStep.Wildcard();
            case INDEX -> new PathStep.Index(index(token.text()));
            default -> new PathStep.Key(token.text());
          });
    }
    String doubt = deepKey ? "a name in brackets below the first level is not documented" : "";
    Range at = new Range(start, tokens.end());
    Selector selector = new Selector(steps, doubt, at);
    quotas.selector(selector, tokens.text().between(at.start(), at.end()));
    return selector;
  }

  private static int index(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private NodeCondition condition(String operator) {
    Token operand = tokens.next();
    return switch (operator) {
      case "=" -> new NodeCondition.Compare(true, operands.operand(operand));
      case "!=" -> new NodeCondition.Compare(false, operands.operand(operand));
      default ->
          new NodeCondition.Order(NodeCondition.Operator.of(operator), operands.number(operand));
    };
  }

  private NodeCondition keywords() {
    int mark = tokens.mark();
    Token first = tokens.next();
    Token second = tokens.peek();
    String word = first.text().toUpperCase(Locale.ROOT);
    String next = second.kind() == Kind.WORD ? second.text().toUpperCase(Locale.ROOT) : "";
    if (word.equals("EXISTS")) {
      String message = "there is no `EXISTS`";
      throw Refused.at(
          Code.EXISTS_OPERATOR, message, first.start(), first.end(), "`= *`", "`NOT EXISTS`");
    }
    if (word.equals("IS") && next.equals("NOT")) {
      String message = "there is no `IS NOT`";
      throw Refused.at(
          Code.IS_NOT, message, second.start(), second.end(), "`NULL`", "`TRUE`", "`FALSE`");
    }
    if (word.equals("IS")) {
      for (NodeCondition.Literal literal : NodeCondition.Literal.values()) {
        if (literal.name().equals(next)) {
          tokens.next();
          return new NodeCondition.Is(literal);
        }
      }
    }
    if (word.equals("NOT") && next.equals("EXISTS")) {
      tokens.next();
      return new NodeCondition.NotExists();
    }
    tokens.backTo(mark);
    throw operatorExpected();
  }

  private Refused operatorExpected() {
    Token here = tokens.peek();
    int start = here.start();
    if (endsCondition(here)) {
      String message = "an operator is missing";
      return Refused.at(Code.EXPECTED_OPERATOR, message, start, start + 1, OPERATORS);
    }
    int end = tokens.wordEnd(here);
    String message = "`" + tokens.text().between(start, end) + "` is no operator";
    return Refused.at(Code.EXPECTED_OPERATOR, message, start, end, OPERATORS);
  }

  private Refused unexpected(String instead) {
    Token here = tokens.peek();
    int start = here.start();
    int end = tokens.wordEnd(here);
    String word = tokens.text().between(start, end);
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
