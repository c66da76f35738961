package io.trailproof.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly (RFC 8259), in one pass and with bounded depth. */
final class JsonParser {
  private final String text;
  private final int deepest;
  private final List<String> repeated = new ArrayList<>();
  private int at;
  private int depth;

  JsonParser(String text, int deepest) {
    this.text = text;
    this.deepest = deepest;
  }

  ParsedJson read() {
    try {
      Json value = value();
      blanks();
      if (at < text.length()) {
        throw new Broken("text after the JSON value", at, false);
      }
      return ParsedJson.of(value, repeated);
    } catch (Broken broken) {
      return ParsedJson.broken(broken.problem, broken.offset, broken.tooDeep);
    }
  }

  private Json value() {
    blanks();
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new Json.Str(string());
      case 't' -> word("true", Json.Bool.TRUE);
      case 'f' -> word("false", Json.Bool.FALSE);
      case 'n' -> word("null", Json.Null.NULL);
      default -> number();
    };
  }

  private Json object() {
    enter();
    Map<String, Json> members = new LinkedHashMap<>();
    blanks();
    if (peek() != '}') {
      do {
        blanks();
        if (peek() != '"') {
          throw new Broken("expected a name in quotes", at, false);
        }
        String name = string();
        blanks();
        expect(':');
        if (members.put(name, value()) != null) {
          repeated.add(name);
        }
        blanks();
      } while (take(','));
    }
    expect('}');
    depth--;
    return new Json.Obj(members);
  }

  private Json array() {
    enter();
    List<Json> elements = new ArrayList<>();
    blanks();
    if (peek() != ']') {
      do {
        elements.add(value());
        blanks();
      } while (take(','));
    }
    expect(']');
    depth--;
    return new Json.Arr(elements);
  }

  private void enter() {
    if (++depth > deepest) {
      throw new Broken("nested deeper than " + deepest, at, true);
    }
    at++;
  }

  private String string() {
    int start = ++at;
    while (at < text.length()
        && text.charAt(at) != '"'
        && text.charAt(at) != '\\'
        && text.charAt(at) >= ' ') {
      at++;
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder value = new StringBuilder(text.substring(start, at));
    while (true) {
      char c = peek();
      if (c == '"' && at < text.length()) {
        at++;
        return value.toString();
      }
      if (at >= text.length() || c < ' ') {
        throw new Broken("a string is not closed", at, false);
      }
      at++;
      value.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new Broken("no such escape in a string", at - 1, false);
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw new Broken("`\\u` needs four hexadecimal digits", at, false);
      }
      at++;
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw new Broken("expected a JSON value", at, false);
    }
    at += word.length();
    return value;
  }

  private Json number() {
    int start = at;
    take('-');
    if (!take('0')) {
      digits();
    }
    if (take('.')) {
      digits();
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      digits();
    }
    return new Json.Num(text.substring(start, at));
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw new Broken("expected a JSON value", at, false);
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean take(char c) {
    if (peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw new Broken("expected `" + c + "`", at, false);
    }
  }

  /** Ends the reading; never leaves this class. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String problem;
    private final int offset;
    private final boolean tooDeep;

    Broken(String problem, int offset, boolean tooDeep) {
      super(problem, null, false, false);
      this.problem = problem;
      this.offset = offset;
      this.tooDeep = tooDeep;
    }
  }
}
