package io.trailproof.aws.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A regular expression of a query, without the slashes around it.
 *
 * @param text as written
 */
public record QueryRegex(String text) {
  private static final String ANY_CASE = "(?i)";
  private static final String PLAIN = " -_:,;=@";

  /** Alternatives that an expression may come to once its groups are written out. */
  private static final int MOST = 200;

  /**
   * The alternatives that it comes to, none of them with a group or an alternative in it; empty if
   * it has groups that may occur more than once or that do more than group, or flags other than
   * {@code (?i)}.
   */
  public Optional<List<String>> alternatives() {
    boolean anyCase = text.startsWith(ANY_CASE);
    Optional<List<String>> read =
        new Reader(anyCase ? text.substring(ANY_CASE.length()) : text).whole();
    return anyCase ? read.map(all -> all.stream().map(QueryRegex::inAnyCase).toList()) : read;
  }

  /** True if no alternative asks for more than some letters at some end of the value or within. */
  public boolean isPlain() {
    String body = text.startsWith(ANY_CASE) ? text.substring(ANY_CASE.length()) : text;
    return new Reader(body)
        .whole()
        .filter(all -> all.stream().allMatch(QueryRegex::isPlain))
        .isPresent();
  }

  private static boolean isPlain(String alternative) {
    int from = alternative.startsWith("^") ? 1 : 0;
    int to = alternative.length() - (alternative.endsWith("$") ? 1 : 0);
    if (from >= to) {
      return false;
    }
    for (int at = from; at < to; at++) {
      char c = alternative.charAt(at);
      boolean dot = c == '\\' && at + 1 < to && alternative.charAt(at + 1) == '.';
      at += dot ? 1 : 0;
      if (!dot && !isLetter(c) && !Character.isDigit(c) && PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Each letter, alone or in a class, as a letter of either case. */
  private static String inAnyCase(String alternative) {
    StringBuilder both = new StringBuilder();
    boolean inClass = false;
    for (int at = 0; at < alternative.length(); at++) {
      char c = alternative.charAt(at);
      boolean range =
          inClass
              && isLetter(c)
              && at + 2 < alternative.length()
              && alternative.charAt(at + 1) == '-'
              && isLetter(alternative.charAt(at + 2));
      if (c == '\\' && at + 1 < alternative.length()) {
        both.append(c).append(alternative.charAt(++at));
      } else if (range) {
        String letters = alternative.substring(at, at + 3);
        both.append(letters.toLowerCase(Locale.ROOT)).append(letters.toUpperCase(Locale.ROOT));
        at += 2;
      } else if (isLetter(c)) {
        String letters = "" + Character.toLowerCase(c) + Character.toUpperCase(c);
        both.append(inClass ? letters : "[" + letters + "]");
      } else {
        inClass = c == '[' || (inClass && c != ']');
        both.append(c);
      }
    }
    return both.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * Writes groups out: {@code ^(A|B)$} is {@code ^A$} or {@code ^B$}, {@code (A)?C} is {@code AC}
   * or {@code C}.
   */
  private static final class Reader {
    private final String body;
    private int at;
    private boolean lost;

    Reader(String body) {
      this.body = body;
    }

    Optional<List<String>> whole() {
      List<String> all = alternatives();
      return lost || at < body.length() ? Optional.empty() : Optional.of(all);
    }

    private List<String> alternatives() {
      List<String> all = new ArrayList<>(sequence());
      while (!lost && at < body.length() && body.charAt(at) == '|') {
        at++;
        all.addAll(sequence());
      }
      return all;
    }

    private List<String> sequence() {
      List<String> all = List.of("");
      while (!lost && at < body.length() && "|)".indexOf(body.charAt(at)) < 0) {
        all = body.charAt(at) == '(' ? each(all, group()) : each(all, List.of(piece()));
      }
      return all;
    }

    private List<String> group() {
      at++;
      if (body.startsWith("?:", at)) {
        at += 2;
      } else if (at < body.length() && body.charAt(at) == '?') {
        lost = true;
      }
      List<String> inside = alternatives();
      boolean closed = at < body.length() && body.charAt(at) == ')';
      at++;
      lost |= !closed;
      if (!lost && isRepeated() && !isOnePiece(inside)) {
        lost = body.charAt(at++) != '?' || isRepeated();
        List<String> orNothing = new ArrayList<>(inside);
        orNothing.add("");
        return orNothing;
      }
      return inside;
    }

    private boolean isRepeated() {
      return at < body.length() && "*+?{".indexOf(body.charAt(at)) >= 0;
    }

    /** Of one character or class alone the parentheses can be left out: {@code ([a-z])*}. */
    private static boolean isOnePiece(List<String> inside) {
      if (inside.size() != 1 || inside.get(0).isEmpty()) {
        return false;
      }
      Reader reader = new Reader(inside.get(0));
      reader.piece();
      return !reader.lost && reader.at == reader.body.length();
    }

    /** A class or an escaped character as a whole, anything else character by character. */
    private String piece() {
      int start = at;
      char first = body.charAt(at++);
      if (first == '\\') {
        at++;
      } else if (first == '[') {
        while (at < body.length() && body.charAt(at) != ']') {
          at += body.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
      }
      lost |= at > body.length();
      return lost ? "" : body.substring(start, at);
    }

    private List<String> each(List<String> before, List<String> after) {
      List<String> all = new ArrayList<>();
      lost |= (long) before.size() * after.size() > MOST;
      if (!lost) {
        before.forEach(start -> after.forEach(end -> all.add(start + end)));
      }
      return all;
    }
  }
}
