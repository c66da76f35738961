package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.SpacePattern.FieldTest;
import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.syntax.Refused;
import io.trailproof.aws.filterpattern.syntax.Rejection.Code;
import io.trailproof.aws.filterpattern.syntax.Token;
import io.trailproof.aws.filterpattern.syntax.Token.Kind;
import io.trailproof.aws.filterpattern.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields between the brackets of a space-delimited pattern (filter-patterns §1.3). */
final class SpacePatternParser {
  private static final String[] OPERATORS = {"`=`", "`!=`", "`<`", "`<=`", "`>`", "`>=`", "`,`"};

  private final Tokens tokens;
  private final Quotas quotas;
  private final OperandParser operands;
  private final Set<String> names = new HashSet<>();
  private String name = "";

  SpacePatternParser(Tokens tokens, Quotas quotas) {
    this.tokens = tokens;
    this.quotas = quotas;
    this.operands = new OperandParser(quotas);
  }

  SpacePattern parse() {
    if (tokens.isAtEnd()) {
      return new SpacePattern(List.of());
    }
    List<SpacePattern.Field> fields = new ArrayList<>();
    do {
      fields.add(field());
    } while (tokens.take(Kind.COMMA));
    if (!tokens.isAtEnd()) {
      int start = tokens.peek().start();
      int end = tokens.wordEnd(tokens.peek());
      String message = "`" + tokens.text().between(start, end) + "` cannot stand here";
      throw Refused.at(Code.UNEXPECTED_TEXT, message, start, end, "`,`", "the end of the pattern");
    }
    return new SpacePattern(fields);
  }

  private SpacePattern.Field field() {
    int start = tokens.peek().start();
    if (isFieldOver()) {
      return new SpacePattern.Field("", false, null, new Range(start, start));
    }
    if (tokens.take(Kind.ELLIPSIS)) {
      unique("...", start);
      return new SpacePattern.Field("", true, null, new Range(start, tokens.end()));
    }
    name = "";
    FieldTest test = tokens.isAt(Kind.OPEN) ? alternatives() : named();
    unique(name, start);
    return new SpacePattern.Field(name, false, test, new Range(start, tokens.peek().start()));
  }

  private boolean isFieldOver() {
    return tokens.isAtEnd() || tokens.isAt(Kind.COMMA);
  }

  private @Nullable FieldTest named() {
    int begin = tokens.mark();
    fieldName();
    if (isFieldOver()) {
      return null;
    }
    tokens.backTo(begin);
    name = "";
    return alternatives();
  }

  private void unique(String field, int start) {
    if (!names.add(field)) {
      throw Refused.at(
          Code.DUPLICATE_FIELD,
          "the field `" + field + "` is named twice",
          start,
          start + field.length());
    }
  }

  private void fieldName() {
    Token token = tokens.peek();
    int start = token.start();
    if (token.kind() != Kind.WORD || Chars.isDigit(token.text().charAt(0))) {
      int first = Math.min(tokens.text().after(start), tokens.text().end());
      String letter = tokens.text().between(start, first);
      int end = token.kind() == Kind.WORD ? token.end() : Math.max(first, start + 1);
      String message = "a field's name starts with a letter or `_`, not with `" + letter + "`";
      throw Refused.at(Code.FIELD_NAME, message, start, end, "a name", "`...`", "`,`");
    }
    String read = tokens.next().text();
    if (name.isEmpty()) {
      name = read;
    } else if (!name.equals(read)) {
      String message = "one field tests `" + name + "` and `" + read + "`";
      throw Refused.at(Code.SEVERAL_FIELDS, message, start, token.end(), "`" + name + "`", "`,`");
    }
  }

  private FieldTest alternatives() {
    List<FieldTest> parts = new ArrayList<>();
    do {
      parts.add(conditions());
    } while (tokens.take(Kind.OR));
    return parts.size() == 1 ? parts.get(0) : new FieldTest.Or(parts);
  }

  private FieldTest conditions() {
    List<FieldTest> parts = new ArrayList<>();
    do {
      parts.add(primary());
    } while (tokens.take(Kind.AND));
    return parts.size() == 1 ? parts.get(0) : new FieldTest.And(parts);
  }

  private FieldTest primary() {
    int start = tokens.peek().start();
    if (tokens.take(Kind.OPEN)) {
      FieldTest inner = alternatives();
      if (!tokens.take(Kind.CLOSE)) {
        String message = "the parenthesis is never closed";
        throw Refused.at(Code.UNCLOSED_PARENTHESIS, message, start, start + 1, "`)`");
      }
      quotas.doubt(
          "whether a field's test may have parentheses is not documented", start, tokens.end());
      return new FieldTest.Grouped(inner);
    }
    fieldName();
    return test();
  }

  private FieldTest test() {
    Token operator = tokens.peek();
    int start = operator.start();
    if (operator.isOperator("==")) {
      throw Refused.at(Code.DOUBLE_EQUALS, "`==` is no operator", start, operator.end(), "`=`");
    }
    if (!tokens.take(Kind.OPERATOR)) {
      int end = tokens.isAtEnd() ? start + 1 : tokens.wordEnd(operator);
      String message =
          tokens.isAtEnd()
              ? "an operator is missing"
              : "`" + tokens.text().between(start, end) + "` is no operator";
      throw Refused.at(Code.EXPECTED_OPERATOR, message, start, end, OPERATORS);
    }
    Token operand = tokens.next();
    return switch (operator.text()) {
      case "=" -> new FieldTest.Compare(new NodeCondition.Compare(true, operands.operand(operand)));
      case "!=" ->
          new FieldTest.Compare(new NodeCondition.Compare(false, operands.operand(operand)));
      default ->
          new FieldTest.Ordered(
              new NodeCondition.Order(
                  NodeCondition.Operator.of(operator.text()), operands.number(operand)));
    };
  }
}
