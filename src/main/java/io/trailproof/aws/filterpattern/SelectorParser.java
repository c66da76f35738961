package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.Rejection.Code;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code $.name}, {@code .*}, {@code [n]}, {@code [*]} and {@code .['key']} (§1.2). */
final class SelectorParser {
  private final Cursor cursor;
  private final Quotas quotas;

  SelectorParser(Cursor cursor, Quotas quotas) {
    this.cursor = cursor;
    this.quotas = quotas;
  }

  /** The cursor stands on the {@code $}. */
  Selector selector() {
    int start = cursor.at();
    cursor.skip(1);
    if (cursor.peek() != '.') {
      throw bad("a selector starts with `$.`", start, cursor.after(cursor.at()), "`.` and a name");
    }
    List<PathStep> steps = new ArrayList<>();
    boolean deepKey = false;
    while (cursor.peek() == '.' || cursor.peek() == '[') {
      int step = cursor.at();
      if (cursor.take(".")) {
        deepKey |= cursor.peek() == '[' && !steps.isEmpty();
        steps.add(member(step));
      } else if (cursor.looksAt("['")) {
        deepKey = true;
        steps.add(key(step));
      } else {
        steps.add(element(step));
      }
    }
    String doubt = deepKey ? "a name in brackets below the first level is not documented" : "";
    Selector selector = new Selector(steps, doubt, new Range(start, cursor.at()));
    quotas.selector(selector, cursor.since(start));
    return selector;
  }

  private PathStep member(int step) {
    if (cursor.take("*")) {
      return new PathStep.Wildcard();
    }
    if (cursor.peek() == '[') {
      return key(step);
    }
    String name = cursor.takeWhile(Chars::isName);
    if (name.isEmpty()) {
      throw bad(
          "a name is missing after `.`",
          step,
          cursor.after(cursor.at()),
          "a name",
          "`*`",
          "`['name']`");
    }
    return new PathStep.Key(name);
  }

  private PathStep key(int step) {
    if (!cursor.take("['")) {
      throw bad("a name in brackets is written `['name']`", step, cursor.at() + 2, "`['`");
    }
    int start = cursor.at();
    int close = cursor.find('\'', start);
    if (close < 0) {
      throw bad("the name in brackets is never closed", step, cursor.end(), "`']`");
    }
    cursor.moveTo(close + 1);
    if (!cursor.take("]")) {
      throw bad("the bracket is not closed", step, cursor.after(cursor.at()), "`]`");
    }
    return new PathStep.Key(cursor.between(start, close));
  }

  private PathStep element(int step) {
    cursor.skip(1);
    if (cursor.take("*]")) {
      return new PathStep.Wildcard();
    }
    String digits = cursor.takeWhile(Chars::isDigit);
    if (digits.isEmpty() || !cursor.take("]")) {
      throw bad(
          "an element is written `[0]` or `[*]`", step, cursor.after(cursor.at()), "digits", "`*`");
    }
    return new PathStep.Index(digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits));
  }

  private Refused bad(String message, int start, int end, String... expected) {
    int stop = Math.max(start + 1, Math.min(end, cursor.end()));
    return Refused.at(Code.BAD_SELECTOR, message, start, stop, expected);
  }
}
