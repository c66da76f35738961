package io.trailproof.input.terraform.expression;

import java.util.ArrayList;
import java.util.List;

/** The characters of an expression and the place in them: names, signs, blanks, heredocs. */
final class ExpressionScanner {
  final String text;
  int at;

  /** Whether a line break ends what is read, as it does in the fields of an object. */
  boolean lines;

  ExpressionScanner(String text) {
    this.text = text;
  }

  /** Thrown where something is not understood. */
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    Lost() {
      super(null, null, false, false);
    }
  }

  String name() {
    int start = at;
    while (at < text.length()
        && (Character.isLetter(text.charAt(at))
            || text.charAt(at) == '_'
            || (at > start && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))))) {
      at++;
    }
    return text.substring(start, at);
  }

  String digits() throws Lost {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new Lost();
    }
    return text.substring(start, at);
  }

  boolean peek(String word) {
    return text.startsWith(word, at);
  }

  boolean peekBehindSpace(String word) {
    int before = at;
    space();
    boolean found = peek(word);
    at = before;
    return found;
  }

  /** Takes a sign if it comes next, and is not the beginning of a longer one. */
  boolean take(String sign) {
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

  void expect(String sign) throws Lost {
    if (!take(sign)) {
      throw new Lost();
    }
  }

  /** Blanks and comments; line breaks too, but where they end a field. */
  void space() {
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

  /** The text of a heredoc, from its mark on; its template is not read yet. */
  String heredoc() throws Lost {
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
    return body.toString();
  }

  private static int indent(List<String> all) {
    return all.stream()
        .filter(one -> !one.isBlank())
        .mapToInt(one -> one.length() - one.stripLeading().length())
        .min()
        .orElse(0);
  }
}
