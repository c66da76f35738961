package io.trailproof.input.terraform.expression;

import io.trailproof.document.Decimal;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
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

  private final String text;
  private int at;
  private int depth;
  private boolean lines;

  private ExpressionParser(String text, int depth) {
    this.text = text;
    this.depth = depth;
  }

  /** Thrown where something is not understood. */
  private static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    Lost() {
      super(null, null, false, false);
    }
  }

  /** An expression of a {@code .tf} file. */
  public static Expression expression(String text) {
    return expression(text, 0);
  }

  private static Expression expression(String text, int depth) {
    ExpressionParser parser = new ExpressionParser(text, depth);
    try {
      Expression all = parser.conditional();
      parser.space();
      return parser.at == text.length() ? all : new Expression.NotUnderstood();
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
    if (take("?")) {
      Expression yes = conditional();
      expect(":");
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
      if (take(operator)) {
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
    if (take("!")) {
      read = new Expression.Unary("!", unary());
    } else if (take("-")) {
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
      int before = at;
      space();
      if (peek("...") || !(peek(".") || peek("["))) {
        at = before;
        return read;
      }
      if (take(".*")) {
        return new Expression.Splat(read, attributes());
      }
      if (take(".")) {
        String name = name();
        read = new Expression.Member(read, name.isEmpty() ? digits() : name);
      } else {
        at++;
        boolean outer = lines;
        lines = false;
        if (take("*")) {
          expect("]");
          lines = outer;
          return new Expression.Splat(read, behind(new Expression.Name(Expression.Splat.ELEMENT)));
        }
        Expression key = conditional();
        expect("]");
        lines = outer;
        read = new Expression.Index(read, key);
      }
    }
  }

  /** What the old splat takes along: attributes only. */
  private Expression attributes() throws Lost {
    Expression read = new Expression.Name(Expression.Splat.ELEMENT);
    while (peek(".") && !peek("..")) {
      at++;
      read = new Expression.Member(read, name());
    }
    return behind(read);
  }

  private Expression primary() throws Lost {
    space();
    if (at >= text.length()) {
      throw new Lost();
    }
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      boolean outer = lines;
      lines = false;
      Expression inner = conditional();
      expect(")");
      lines = outer;
      return inner;
    }
    if (c == '[') {
      at++;
      return bracketed(']');
    }
    if (c == '{') {
      at++;
      return bracketed('}');
    }
    if (c == '"') {
      int end = Quoted.end(text, at);
      Expression read = parts(text.substring(at + 1, end), true);
      at = end + 1;
      return read;
    }
    if (peek("<<")) {
      return heredoc();
    }
    if (c >= '0' && c <= '9') {
      return number();
    }
    String name = name();
    if (name.isEmpty()) {
      throw new Lost();
    }
    if (peek("::")) {
      throw new Lost();
    }
    return take("(") ? call(name) : word(name);
  }

  private static Expression word(String name) {
    return switch (name) {
      case "true", "false" -> Expression.of(Value.flag(name.equals("true"), Origin.NOWHERE));
      case "null" -> new Expression.Constant(new Datum.Nothing());
      default -> new Expression.Name(name);
    };
  }

  private Expression number() throws Lost {
    int start = at;
    while (at < text.length() && "0123456789.eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Decimal.read(text.substring(start, at))
        .map(number -> Expression.of(Value.number(number, Origin.NOWHERE)))
        .orElseThrow(Lost::new);
  }

  private Expression call(String function) throws Lost {
    boolean outer = lines;
    lines = false;
    List<Expression> arguments = new ArrayList<>();
    boolean spread = false;
    while (!take(")")) {
      arguments.add(conditional());
      spread = take("...");
      if (!take(",")) {
        expect(")");
        break;
      }
    }
    lines = outer;
    return new Expression.Call(function, arguments, spread);
  }

  private Expression bracketed(char close) throws Lost {
    boolean outer = lines;
    lines = false;
    space();
    int start = at;
    Expression read;
    if (name().equals("for") && !peek("=") && !peekBehindSpace("=") && !peekBehindSpace(":")) {
      read = repeated(close);
    } else {
      at = start;
      read = close == ']' ? items() : fields();
    }
    lines = outer;
    return read;
  }

  private Expression items() throws Lost {
    List<Expression> items = new ArrayList<>();
    while (!take("]")) {
      items.add(conditional());
      if (!take(",")) {
        expect("]");
        break;
      }
    }
    return new Expression.Items(items);
  }

  private Expression fields() throws Lost {
    List<Expression.Field> fields = new ArrayList<>();
    while (!take("}")) {
      Expression key = key();
      if (!take("=")) {
        expect(":");
      }
      lines = true;
      Expression value = conditional();
      lines = false;
      fields.add(new Expression.Field(key, value));
      take(",");
    }
    return new Expression.Fields(fields);
  }

  /** A bare name is a key as it stands. */
  private Expression key() throws Lost {
    space();
    int start = at;
    String name = name();
    if (!name.isEmpty() && (peekBehindSpace("=") || peekBehindSpace(":"))) {
      return Expression.text(name);
    }
    at = start;
    return unary();
  }

  private Expression repeated(char close) throws Lost {
    String first = word();
    String second = take(",") ? word() : "";
    if (!word().equals("in")) {
      throw new Lost();
    }
    Expression over = conditional();
    expect(":");
    Expression to = conditional();
    Expression key = null;
    if (close == '}') {
      expect("=>");
      key = to;
      to = conditional();
      if (take("...")) {
        throw new Lost();
      }
    }
    Expression condition = null;
    space();
    int before = at;
    if (name().equals("if")) {
      condition = conditional();
    } else {
      at = before;
    }
    expect(String.valueOf(close));
    return new Expression.For(
        second.isEmpty() ? null : first,
        second.isEmpty() ? first : second,
        over,
        key,
        to,
        condition);
  }

  private String word() {
    space();
    return name();
  }

  private Expression heredoc() throws Lost {
    at += 2;
    boolean indented = take("-");
    String word = name();
    int line = text.indexOf('\n', at);
    if (word.isEmpty() || line < 0) {
      throw new Lost();
    }
    List<String> all = new ArrayList<>();
    int from = line + 1;
    while (true) {
      int end = text.indexOf('\n', from);
      String one = text.substring(from, end < 0 ? text.length() : end);
      if (one.strip().equals(word)) {
        at = end < 0 ? text.length() : end;
        break;
      }
      if (end < 0) {
        throw new Lost();
      }
      all.add(one.endsWith("\r") ? one.substring(0, one.length() - 1) : one);
      from = end + 1;
    }
    int cut = indented ? indent(all) : 0;
    StringBuilder body = new StringBuilder();
    for (String one : all) {
      body.append(one.length() >= cut ? one.substring(cut) : "").append('\n');
    }
    return parts(body.toString(), false);
  }

  private static int indent(List<String> all) {
    return all.stream()
        .filter(one -> !one.isBlank())
        .mapToInt(one -> one.length() - one.stripLeading().length())
        .min()
        .orElse(0);
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

  private String name() {
    int start = at;
    while (at < text.length()
        && (Character.isLetter(text.charAt(at))
            || text.charAt(at) == '_'
            || (at > start && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String digits() throws Lost {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new Lost();
    }
    return text.substring(start, at);
  }

  private boolean peek(String word) {
    return text.startsWith(word, at);
  }

  private boolean peekBehindSpace(String word) {
    int before = at;
    space();
    boolean found = peek(word);
    at = before;
    return found;
  }

  /** Takes a sign if it comes next, and is not the beginning of a longer one. */
  private boolean take(String sign) {
    int before = at;
    space();
    boolean longer =
        (sign.equals("=") && (peek("==") || peek("=>"))) || (sign.equals("!") && peek("!="));
    if (peek(sign) && !longer) {
      at += sign.length();
      return true;
    }
    at = before;
    return false;
  }

  private void expect(String sign) throws Lost {
    if (!take(sign)) {
      throw new Lost();
    }
  }

  /** Blanks and comments; line breaks too, but where they end a field. */
  private void space() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\r' || (c == '\n' && !lines)) {
        at++;
      } else if (c == '#' || peek("//")) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (peek("/*")) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
    }
  }
}
