package io.trailproof.aws.alarm.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recursive descent over the tokens of a metric math expression. */
final class MetricExpressionParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\d+(?:\\.\\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|==|!=|&&|\\|\\||[-+*/<>()\\[\\],]))");

  /** As long as the API allows. */
  private static final int LONGEST = 2048;

  private static final int DEEPEST = 64;

  /** The operators by precedence, the loosest first. */
  private static final List<Set<MathOperator>> LEVELS =
      List.of(
          Set.of(MathOperator.OR),
          Set.of(MathOperator.AND),
          Set.of(
              MathOperator.LESS,
              MathOperator.LESS_OR_EQUAL,
              MathOperator.GREATER,
              MathOperator.GREATER_OR_EQUAL,
              MathOperator.EQUAL,
              MathOperator.UNEQUAL),
          Set.of(MathOperator.PLUS, MathOperator.MINUS),
          Set.of(MathOperator.TIMES, MathOperator.DIVIDED_BY));

  private final List<String> tokens;
  private int next;
  private int depth;

  private MetricExpressionParser(List<String> tokens) {
    this.tokens = tokens;
  }

  static Optional<MetricExpression> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return tokens(text)
        .map(MetricExpressionParser::new)
        .flatMap(parser -> parser.expression(0).filter(whole -> parser.peek().isEmpty()));
  }

  private static Optional<List<String>> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    String trimmed = text.strip();
    Matcher matcher = TOKEN.matcher(trimmed);
    int end = 0;
    while (end < trimmed.length()) {
      matcher.region(end, trimmed.length());
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    return Optional.of(tokens);
  }

  /** The token ahead; empty text at the end. */
  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private boolean take(String token) {
    if (!peek().equals(token)) {
      return false;
    }
    next++;
    return true;
  }

  private Optional<MetricExpression> scalar(int level) {
    return expression(level).filter(expression -> !expression.isArray());
  }

  private Optional<MetricExpression> expression(int level) {
    if (level == LEVELS.size()) {
      return operand();
    }
    Optional<MetricExpression> left = expression(level + 1);
    while (left.isPresent() && operatorAhead(level).isPresent()) {
      MathOperator operator = operatorAhead(level).orElseThrow();
      next++;
      MetricExpression first = left.get();
      left =
          first.isArray()
              ? Optional.empty()
              : scalar(level + 1).map(right -> new MetricExpression.Binary(first, right, operator));
    }
    return left;
  }

  private Optional<MathOperator> operatorAhead(int level) {
    return MathOperator.of(peek()).filter(LEVELS.get(level)::contains);
  }

  private Optional<MetricExpression> operand() {
    if (++depth > DEEPEST) {
      return Optional.empty();
    }
    try {
      return primary();
    } finally {
      depth--;
    }
  }

  private Optional<MetricExpression> primary() {
    if (take("-")) {
      MetricExpression zero = new MetricExpression.Constant(BigDecimal.ZERO);
      return operand()
          .filter(operand -> !operand.isArray())
          .map(operand -> new MetricExpression.Binary(zero, operand, MathOperator.MINUS));
    }
    if (take("(")) {
      return expression(0).filter(inner -> take(")"));
    }
    if (take("[")) {
      return list("]").map(MetricExpression.Array::new);
    }
    String token = peek();
    next++;
    if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
      return Optional.of(new MetricExpression.Constant(new BigDecimal(token)));
    }
    if (!token.isEmpty() && Character.isLetter(token.charAt(0))) {
      if (take("(")) {
        return list(")").flatMap(arguments -> call(token, arguments));
      }
      // Ids begin with a lower-case letter; a name in capitals is a function or a query language.
      return Character.isLowerCase(token.charAt(0))
          ? Optional.of(new MetricExpression.Reference(token))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<List<MetricExpression>> list(String end) {
    List<MetricExpression> elements = new ArrayList<>();
    if (take(end)) {
      return Optional.of(elements);
    }
    do {
      Optional<MetricExpression> element = expression(0);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
    } while (take(","));
    return take(end) ? Optional.of(elements) : Optional.empty();
  }

  /**
   * A function that is understood; over a single series `SUM` and its like give no series, so an
   * array it must be, or the id of a query that is one (F165).
   */
  private static Optional<MetricExpression> call(String name, List<MetricExpression> arguments) {
    MetricExpression first =
        arguments.isEmpty() ? new MetricExpression.Metrics() : arguments.get(0);
    boolean overArray =
        arguments.size() == 1 && (first.isArray() || first instanceof MetricExpression.Reference);
    return switch (name) {
      case "METRICS" -> arguments.isEmpty() ? Optional.of(first) : Optional.empty();
      case "SUM" -> aggregate(overArray, MetricExpression.Aggregate.folding(first, Amount::plus));
      case "MAX" -> aggregate(overArray, MetricExpression.Aggregate.folding(first, Amount::max));
      case "MIN" -> aggregate(overArray, MetricExpression.Aggregate.folding(first, Amount::min));
      case "AVG" -> aggregate(overArray, MetricExpression.Aggregate.averaging(first));
      case "FILL" -> arguments.size() == 2 ? fill(first, arguments.get(1)) : Optional.empty();
      case "CEIL" -> pointwise(arguments, amount -> amount.rounded(RoundingMode.CEILING));
      case "FLOOR" -> pointwise(arguments, amount -> amount.rounded(RoundingMode.FLOOR));
      case "ABS" -> pointwise(arguments, Amount::absolute);
      case "TIME_SERIES" -> arguments.size() == 1 ? constant(first) : Optional.empty();
      case "RATE", "DIFF" ->
          arguments.size() == 1 && !first.isArray() && !first.references().isEmpty()
              ? Optional.of(new MetricExpression.Change(first, name.equals("RATE")))
              : Optional.empty();
      case "PERIOD" ->
          arguments.size() == 1 && first instanceof MetricExpression.Reference metric
              ? Optional.of(new MetricExpression.Period(metric.id()))
              : Optional.empty();
      case "IF" -> arguments.size() == 3 ? choice(arguments) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<MetricExpression> pointwise(
      List<MetricExpression> arguments, UnaryOperator<Amount> function) {
    return arguments.size() == 1 && !arguments.get(0).isArray()
        ? Optional.of(new MetricExpression.Pointwise(arguments.get(0), function))
        : Optional.empty();
  }

  /** A series that is the same number everywhere. */
  private static Optional<MetricExpression> constant(MetricExpression number) {
    return number.constant().map(MetricExpression.Level::new);
  }

  private static Optional<MetricExpression> aggregate(
      boolean overArray, MetricExpression aggregate) {
    return overArray ? Optional.of(aggregate) : Optional.empty();
  }

  private static Optional<MetricExpression> fill(MetricExpression filled, MetricExpression with) {
    return with.constant().map(value -> new MetricExpression.Fill(filled, value));
  }

  private static Optional<MetricExpression> choice(List<MetricExpression> arguments) {
    return arguments.stream().anyMatch(MetricExpression::isArray)
        ? Optional.empty()
        : Optional.of(
            new MetricExpression.If(arguments.get(0), arguments.get(1), arguments.get(2)));
  }
}
