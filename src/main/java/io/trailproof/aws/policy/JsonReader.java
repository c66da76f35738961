package io.trailproof.aws.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reader of JSON that goes over the text once and no deeper than policies go. */
final class JsonReader {

  private static final int DEEPEST = 32;

  /** A text that is no JSON. */
  static final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    MalformedJsonException(String problem) {
      super(problem);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }

  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  PolicyNode read() throws MalformedJsonException {
    PolicyNode node = value(0);
    skipBlanks();
    if (at < text.length()) {
      throw malformed("something follows after its end");
    }
    return node;
  }

  private MalformedJsonException malformed(String what) {
    return new MalformedJsonException(
        "the policy document is no JSON: " + what + " at character " + (at + 1));
  }

  private PolicyNode value(int depth) throws MalformedJsonException {
    if (depth > DEEPEST) {
      throw malformed("it is nested too deeply");
    }
    skipBlanks();
    char first = at < text.length() ? text.charAt(at) : '\0';
    return switch (first) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> PolicyNode.text(string());
      default -> word();
    };
  }

  private PolicyNode object(int depth) throws MalformedJsonException {
    at++;
    Map<String, PolicyNode> members = new LinkedHashMap<>();
    if (take('}')) {
      return new PolicyNode.Fields(members);
    }
    do {
      skipBlanks();
      if (at >= text.length() || text.charAt(at) != '"') {
        throw malformed("a key is missing");
      }
      String key = string();
      expect(':');
      if (members.put(key, value(depth + 1)) != null) {
        throw malformed("the key `" + key + "` comes twice");
      }
    } while (take(','));
    expect('}');
    return new PolicyNode.Fields(members);
  }

  private PolicyNode array(int depth) throws MalformedJsonException {
    at++;
    List<PolicyNode> elements = new ArrayList<>();
    if (take(']')) {
      return new PolicyNode.Items(elements);
    }
    do {
      elements.add(value(depth + 1));
    } while (take(','));
    expect(']');
    return new PolicyNode.Items(elements);
  }

  private PolicyNode word() throws MalformedJsonException {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.equals("true") || word.equals("false")) {
      return new PolicyNode.Flag(word.equals("true"));
    }
    if (!word.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
      at = start;
      throw malformed("a value is missing");
    }
    return PolicyNode.text(word);
  }

  private static boolean isWordPart(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '-' || letter == '+' || letter == '.';
  }

  private String string() throws MalformedJsonException {
    at++;
    StringBuilder string = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char letter = text.charAt(at++);
      string.append(letter == '\\' ? escape() : letter);
    }
    if (at >= text.length()) {
      throw malformed("a string does not end");
    }
    at++;
    return string.toString();
  }

  private char escape() throws MalformedJsonException {
    if (at >= text.length()) {
      throw malformed("a string does not end");
    }
    char letter = text.charAt(at++);
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw malformed("an escape is not known");
    };
  }

  private char unicode() throws MalformedJsonException {
    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
      throw malformed("an escape is not known");
    }
    char letter = (char) Integer.parseInt(text.substring(at, at + 4), 16);
    at += 4;
    return letter;
  }

  private boolean take(char wanted) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) throws MalformedJsonException {
    if (!take(wanted)) {
      throw malformed("`" + wanted + "` is missing");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
