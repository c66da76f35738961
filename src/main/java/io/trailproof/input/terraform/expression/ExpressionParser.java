package io.trailproof.input.terraform.expression;

import io.trailproof.document.Decimal;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.expression.ExpressionScanner.Lost;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads expressions by recursive descent; what is not understood spoils the whole. */
public final class ExpressionParser {
  private static final int DEPTH = 60;

  /** Operators, those that bind weakest first. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("==", "!="),
          List.of("<=", ">=", "<", ">"),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  private final ExpressionScanner in;
  private int depth;

  private ExpressionParser(String text, int depth) {
    this.in = new ExpressionScanner(text);
    this.depth = depth;
  }

  /** An expression of a {@code .tf} file. */
  public static Expression expression(String text) {
    return expression(text, 0);
  }

  private static Expression expression(String text, int depth) {
    ExpressionParser parser = new ExpressionParser(text, depth);
    try {
      Expression all = parser.conditional();
      parser.in.space();
      return parser.in.at == text.length() ? all : new Expression.NotUnderstood();
    } catch (Lost e) {
      return new Expression.NotUnderstood();
    }
  }

  /** The text of a string in a {@code .tf.json} file, which is a template. */
  public static Expression template(String text) {
    try {
      return new ExpressionParser("", 0).parts(text, false);
    } catch (Lost e) {
      return new Expression.NotUnderstood();
    }
  }

  private Expression conditional() throws Lost {
    if (++depth > DEPTH) {
      throw new Lost();
    }
    Expression condition = binary(0);
    if (in.take("?")) {
      Expression yes = conditional();
      in.expect(":");
      condition = new Expression.Conditional(condition, yes, conditional());
    }
    depth--;
    return condition;
  }

  private Expression binary(int level) throws Lost {
    if (level == LEVELS.size()) {
      return unary();
    }
    Expression left = binary(level + 1);
    String operator = operator(level);
    while (operator != null) {
      left = new Expression.Binary(operator, left, binary(level + 1));
      operator = operator(level);
    }
    return left;
  }

  private @Nullable String operator(int level) {
    for (String operator : LEVELS.get(level)) {
      if (in.take(operator)) {
        return operator;
      }
    }
    return null;
  }

  private Expression unary() throws Lost {
    if (++depth > DEPTH) {
      throw new Lost();
    }
    Expression read;
    if (in.take("!")) {
      read = new Expression.Unary("!", unary());
    } else if (in.take("-")) {
      read = new Expression.Unary("-", unary());
    } else {
      read = behind(primary());
    }
    depth--;
    return read;
  }

  /** Attributes, indexes and splats behind an expression. */
  private Expression behind(Expression start) throws Lost {
    Expression read = start;
    while (true) {
      int before = in.at;
      in.space();
      if (in.peek("...") || !(in.peek(".") || in.peek("["))) {
        in.at = before;
        return read;
      }
      if (in.take(".*")) {
        return new Expression.Splat(read, attributes());
      }
      if (in.take(".")) {
        String name = in.name();
        read = new Expression.Member(read, name.isEmpty() ? in.digits() : name);
      } else {
        in.at++;
        boolean outer = in.lines;
        in.lines = false;
        if (in.take("*")) {
          in.expect("]");
          in.lines = outer;
          return new Expression.Splat(read, behind(new Expression.Name(Expression.Splat.ELEMENT)));
        }
        Expression key = conditional();
        in.expect("]");
        in.lines = outer;
        read = new Expression.Index(read, key);
      }
    }
  }

  /** What the old splat takes along: attributes only. */
  private Expression attributes() throws Lost {
    Expression read = new Expression.Name(Expression.Splat.ELEMENT);
    while (in.peek(".") && !in.peek("..")) {
      in.at++;
      read = new Expression.Member(read, in.name());
    }
    return behind(read);
  }

  private Expression primary() throws Lost {
    in.space();
    if (in.at >= in.text.length()) {
      throw new Lost();
    }
    char c = in.text.charAt(in.at);
    if (c == '(') {
      in.at++;
      boolean outer = in.lines;
      in.lines = false;
      Expression inner = conditional();
      in.expect(")");
      in.lines = outer;
      return inner;
    }
    if (c == '[') {
      in.at++;
      return bracketed(']');
    }
    if (c == '{') {
      in.at++;
      return bracketed('}');
    }
    if (c == '"') {
      int end = Quoted.end(in.text, in.at);
      if (end == in.text.length()) {
        throw new Lost();
      }
      Expression read = parts(in.text.substring(in.at + 1, end), true);
      in.at = end + 1;
      return read;
    }
    if (in.peek("<<")) {
      return parts(in.heredoc(), false);
    }
    if (c >= '0' && c <= '9') {
      return number();
    }
    String name = in.name();
    if (name.isEmpty()) {
      throw new Lost();
    }
    if (in.peek("::")) {
      throw new Lost();
    }
    return in.take("(") ? call(name) : word(name);
  }

  private static Expression word(String name) {
    return switch (name) {
      case "true", "false" -> Expression.of(Value.flag(name.equals("true"), Origin.NOWHERE));
      case "null" -> new Expression.Constant(new Datum.Nothing());
      default -> new Expression.Name(name);
    };
  }

  private Expression number() throws Lost {
    int start = in.at;
    while (in.at < in.text.length() && "0123456789.eE".indexOf(in.text.charAt(in.at)) >= 0) {
      in.at++;
    }
    return Decimal.read(in.text.substring(start, in.at))
        .map(number -> Expression.of(Value.number(number, Origin.NOWHERE)))
        .orElseThrow(Lost::new);
  }

  private Expression call(String function) throws Lost {
    boolean outer = in.lines;
    in.lines = false;
    List<Expression> arguments = new ArrayList<>();
    boolean spread = false;
    while (!in.take(")")) {
      arguments.add(conditional());
      spread = in.take("...");
      if (!in.take(",")) {
        in.expect(")");
        break;
      }
    }
    in.lines = outer;
    return new Expression.Call(function, arguments, spread);
  }

  private Expression bracketed(char close) throws Lost {
    boolean outer = in.lines;
    in.lines = false;
    in.space();
    int start = in.at;
    Expression read;
    if (in.name().equals("for")
        && !in.peek("=")
        && !in.peekBehindSpace("=")
        && !in.peekBehindSpace(":")) {
      read = repeated(close);
    } else {
      in.at = start;
      read = close == ']' ? items() : fields();
    }
    in.lines = outer;
    return read;
  }

  private Expression items() throws Lost {
    List<Expression> items = new ArrayList<>();
    while (!in.take("]")) {
      items.add(conditional());
      if (!in.take(",")) {
        in.expect("]");
        break;
      }
    }
    return new Expression.Items(items);
  }

  private Expression fields() throws Lost {
    List<Expression.Field> fields = new ArrayList<>();
    while (!in.take("}")) {
      Expression key = key();
      if (!in.take("=")) {
        in.expect(":");
      }
      in.lines = true;
      Expression value = conditional();
      in.lines = false;
      fields.add(new Expression.Field(key, value));
      in.take(",");
    }
    return new Expression.Fields(fields);
  }

  /** A bare name is a key as it stands. */
  private Expression key() throws Lost {
    in.space();
    int start = in.at;
    String name = in.name();
    if (!name.isEmpty() && (in.peekBehindSpace("=") || in.peekBehindSpace(":"))) {
      return Expression.text(name);
    }
    in.at = start;
    return unary();
  }

  private Expression repeated(char close) throws Lost {
    String first = word();
    String second = in.take(",") ? word() : "";
    if (!word().equals("in")) {
      throw new Lost();
    }
    Expression over = conditional();
    in.expect(":");
    Expression to = conditional();
    Expression key = null;
    if (close == '}') {
      in.expect("=>");
      key = to;
      to = conditional();
      if (in.take("...")) {
        throw new Lost();
      }
    }
    Expression condition = null;
    in.space();
    int before = in.at;
    if (in.name().equals("if")) {
      condition = conditional();
    } else {
      in.at = before;
    }
    in.expect(String.valueOf(close));
    return new Expression.For(
        second.isEmpty() ? null : first,
        second.isEmpty() ? first : second,
        over,
        key,
        to,
        condition);
  }

  private String word() {
    in.space();
    return in.name();
  }

  /** The parts of a template. */
  private Expression parts(String template, boolean escapes) throws Lost {
    List<Expression> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i);
      boolean sign = c == '$' || c == '%';
      if (sign && template.startsWith(c + "" + c + "{", i)) {
        plain.append(c).append('{');
        i += 3;
      } else if (c == '$' && template.startsWith("${", i)) {
        int end = Quoted.closing(template, i + 2);
        if (end == template.length()) {
          throw new Lost();
        }
        String inner = template.substring(i + 2, end);
        if (inner.startsWith("~") || inner.endsWith("~")) {
          throw new Lost();
        }
        parts.add(Expression.text(plain.toString()));
        plain.setLength(0);
        Expression held = expression(inner, depth + 1);
        if (held instanceof Expression.NotUnderstood) {
          throw new Lost();
        }
        parts.add(held);
        i = end + 1;
      } else if (c == '%' && template.startsWith("%{", i)) {
        throw new Lost();
      } else if (escapes && c == '\\') {
        i = Quoted.unescape(template, i, plain);
      } else {
        plain.append(c);
        i++;
      }
    }
    if (parts.isEmpty()) {
      return Expression.text(plain.toString());
    }
    if (parts.size() == 2 && plain.length() == 0 && isEmpty(parts.get(0))) {
      // One interpolation and nothing else is what it holds.
      return parts.get(1);
    }
    parts.add(Expression.text(plain.toString()));
    return new Expression.Text(parts);
  }

  private static boolean isEmpty(Expression part) {
    return part.equals(Expression.text(""));
  }
}
