package io.trailproof.aws.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word, text or sign of a query.
 *
 * @param value what it says: of a text what stands between the quotes
 * @param start its first character in the query
 * @param end the character after its last
 */
record QueryToken(Kind kind, String value, int start, int end) {
  /** What a token may be. */
  enum Kind {
    /** A name, keyword or number. */
    WORD,
    /** A name in backticks. */
    NAME,
    TEXT,
    REGEX,
    SIGN
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && value.equals(sign);
  }

  /** Keywords are of any case. */
  boolean isWord(String keyword) {
    return kind == Kind.WORD && value.toLowerCase(Locale.ROOT).equals(keyword);
  }

  /** The tokens of a query; empty if some text, name or expression in it never ends. */
  static Optional<List<QueryToken>> read(String query) {
    return new Lexer(query).read();
  }

  private static final class Lexer {
    private static final List<String> SIGNS = List.of("!=", "<=", ">=", "=~", "==", "!~");

    private final String query;
    private final List<QueryToken> tokens = new ArrayList<>();
    private int at;

    /** Whether the command at hand is one that takes an expression after its field. */
    private boolean parsing;

    Lexer(String query) {
      this.query = query;
    }

    Optional<List<QueryToken>> read() {
      while (true) {
        skip();
        if (at >= query.length()) {
          return Optional.of(List.copyOf(tokens));
        }
        if (!take()) {
          return Optional.empty();
        }
      }
    }

    /** Blanks, and {@code #} to the end of the line. */
    private void skip() {
      while (at < query.length()) {
        if (query.charAt(at) == '#') {
          while (at < query.length() && query.charAt(at) != '\n') {
            at++;
          }
        } else if (!Character.isWhitespace(query.charAt(at))) {
          return;
        } else {
          at++;
        }
      }
    }

    private boolean take() {
      char c = query.charAt(at);
      if (c == '"' || c == '\'') {
        return quoted(c, Kind.TEXT);
      }
      if (c == '`') {
        return quoted(c, Kind.NAME);
      }
      if (c == '/' && takesRegex()) {
        return quoted(c, Kind.REGEX);
      }
      int start = at;
      while (at < query.length() && isOfWord(query.charAt(at))) {
        at++;
      }
      if (at > start) {
        boolean first = tokens.isEmpty() || tokens.get(tokens.size() - 1).is("|");
        add(Kind.WORD, query.substring(start, at), start);
        parsing = first ? tokens.get(tokens.size() - 1).isWord("parse") : parsing;
        return true;
      }
      String two = query.substring(at, Math.min(at + 2, query.length()));
      at += SIGNS.contains(two) ? 2 : 1;
      add(Kind.SIGN, query.substring(start, at), start);
      return true;
    }

    private boolean takesRegex() {
      if (tokens.isEmpty()) {
        return false;
      }
      QueryToken last = tokens.get(tokens.size() - 1);
      return parsing || last.isWord("like") || last.is("=~");
    }

    /** A backslash takes the next character along; only before a quote it is itself left out. */
    private boolean quoted(char quote, Kind kind) {
      int start = at++;
      StringBuilder inside = new StringBuilder();
      while (at < query.length() && query.charAt(at) != quote) {
        char c = query.charAt(at++);
        if (c != '\\' || at >= query.length()) {
          inside.append(c);
        } else if (query.charAt(at) == quote) {
          inside.append(query.charAt(at++));
        } else {
          inside.append(c).append(query.charAt(at++));
        }
      }
      if (at++ >= query.length()) {
        return false;
      }
      add(kind, inside.toString(), start);
      return true;
    }

    private void add(Kind kind, String value, int start) {
      tokens.add(new QueryToken(kind, value, start, at));
    }

    private static boolean isOfWord(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '.' || c == '$';
    }
  }
}
