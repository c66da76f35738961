package io.trailproof.aws.alarm.composite;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.aws.alarm.composite.CompositeRule.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A recursive descent over the text of an alarm rule; `NOT` binds tighter than `AND`, that than
 * `OR`.
 */
final class CompositeRuleParser {

  /** The limits of the API (F84), and a depth of parentheses that no stack minds. */
  private static final int LONGEST = 10_240;

  private static final int MOST_ELEMENTS = 500;
  private static final int MOST_CHILDREN = 100;
  private static final int DEEPEST = 200;

  private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*\\(");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})\\s*(%)?");

  private final String text;
  private int at;
  private int depth;
  private boolean documented = true;

  /** Whether the text stops being a rule at a function that is not known here. */
  private boolean newFunction;

  private int failedAt = -1;
  private String problem = "";

  CompositeRuleParser(String text) {
    this.text = text;
  }

  CompositeRule.Parsed parse() {
    if (text.length() > LONGEST) {
      return failure(LONGEST, "the rule is longer than 10240 characters");
    }
    Optional<Term> term = or();
    skipBlanks();
    if (term.isPresent() && at < text.length()) {
      fail("expected `AND`, `OR` or the end of the rule");
    }
    if (term.isEmpty() || failedAt >= 0) {
      return failure(failedAt, problem);
    }
    CompositeRule rule = new CompositeRule(term.get(), documented);
    if (rule.names().size() > MOST_CHILDREN) {
      return failure(0, "the rule names more than 100 alarms");
    }
    if (rule.size() > MOST_ELEMENTS) {
      return failure(0, "the rule has more than 500 elements");
    }
    return new CompositeRule.Parsed(Optional.of(rule), OptionalInt.empty(), "", false);
  }

  private CompositeRule.Parsed failure(int offset, String what) {
    return new CompositeRule.Parsed(
        Optional.empty(), OptionalInt.of(Math.max(0, offset)), what, !newFunction);
  }

  private Optional<Term> fail(String what) {
    if (failedAt < 0) {
      failedAt = at;
      problem = what;
    }
    return Optional.empty();
  }

  private Optional<Term> or() {
    Optional<Term> left = and();
    while (left.isPresent() && takeWord("OR")) {
      Term first = left.get();
      left = and().map(second -> new CompositeRule.Both(first, second, false));
    }
    return left;
  }

  private Optional<Term> and() {
    Optional<Term> left = unary();
    while (left.isPresent() && takeWord("AND")) {
      Term first = left.get();
      left = unary().map(second -> new CompositeRule.Both(first, second, true));
    }
    return left;
  }

  private Optional<Term> unary() {
    if (++depth > DEEPEST) {
      return fail("the rule is nested too deeply");
    }
    try {
      return takeWord("NOT") ? unary().map(CompositeRule.Not::new) : primary();
    } finally {
      depth--;
    }
  }

  private Optional<Term> primary() {
    skipBlanks();
    if (take('(')) {
      Optional<Term> inner = or();
      if (inner.isPresent() && !take(')')) {
        return fail("expected `)`");
      }
      return inner;
    }
    for (boolean value : new boolean[] {true, false}) {
      if (takeWord(value ? "TRUE" : "FALSE")) {
        return Optional.of(new CompositeRule.Constant(value));
      }
    }
    for (AlarmState state : AlarmState.values()) {
      if (takeWord(state.name())) {
        return name().map(name -> new CompositeRule.InState(state, name));
      }
    }
    if (takeWord("AT_LEAST")) {
      return atLeast();
    }
    Matcher call = CALL.matcher(text).region(at, text.length());
    if (failedAt < 0 && call.lookingAt()) {
      newFunction = true;
      return fail("`" + call.group(1) + "` is no function that is known here");
    }
    return fail(
        "expected `ALARM(…)`, `OK(…)`, `INSUFFICIENT_DATA(…)`, `TRUE`, `FALSE`, `NOT` or `(`");
  }

  /** `(2, ALARM, (a, b))` or `(50%, NOT OK, (a, b))`, whose function is taken already. */
  private Optional<Term> atLeast() {
    if (!take('(')) {
      return fail("expected `(`");
    }
    skipBlanks();
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      return fail("expected a number or a percentage");
    }
    at = number.end();
    int least = Integer.parseInt(number.group(1));
    boolean percent = number.group(2) != null;
    boolean negated = take(',') && takeWord("NOT");
    Optional<AlarmState> state =
        Stream.of(AlarmState.values()).filter(one -> takeWord(one.name())).findFirst();
    if (state.isEmpty() || !take(',') || !take('(')) {
      return fail("expected a state and `(`");
    }
    List<String> names = new ArrayList<>();
    do {
      listedName("),\"").ifPresent(names::add);
    } while (failedAt < 0 && take(','));
    boolean closed = failedAt < 0 && take(')');
    if (failedAt < 0 && !(closed && take(')'))) {
      return fail("expected `)`");
    }
    if (least < 1 || least > (percent ? 100 : names.size())) {
      return fail("there are " + names.size() + " alarms, of which so many cannot be in a state");
    }
    return failedAt < 0
        ? Optional.of(new CompositeRule.AtLeast(least, percent, state.get(), negated, names))
        : Optional.empty();
  }

  private Optional<String> listedName(String stops) {
    skipBlanks();
    String name = at < text.length() && text.charAt(at) == '"' ? quoted() : bare(stops);
    if (name.isEmpty() && failedAt < 0) {
      fail("expected the name or ARN of an alarm");
    }
    return failedAt < 0 ? Optional.of(name) : Optional.empty();
  }

  /** The name in parentheses, with or without quotes. */
  private Optional<String> name() {
    if (!take('(')) {
      fail("expected `(`");
      return Optional.empty();
    }
    Optional<String> name = listedName(")\"");
    if (failedAt < 0 && !take(')')) {
      fail("expected `)`");
    }
    return failedAt < 0 ? name : Optional.empty();
  }

  private String quoted() {
    int start = at++;
    StringBuilder name = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      name.append(text.charAt(at++));
    }
    if (at == text.length()) {
      at = start;
      fail("the quote is not closed");
      return "";
    }
    at++;
    return name.toString();
  }

  private String bare(String stops) {
    int start = at;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private boolean take(char wanted) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private boolean takeWord(String word) {
    skipBlanks();
    int end = at + word.length();
    if (end > text.length()
        || !text.substring(at, end).toUpperCase(Locale.ROOT).equals(word)
        || (end < text.length() && isWordPart(text.charAt(end)))) {
      return false;
    }
    documented &= text.substring(at, end).equals(word);
    at = end;
    return true;
  }

  private static boolean isWordPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
