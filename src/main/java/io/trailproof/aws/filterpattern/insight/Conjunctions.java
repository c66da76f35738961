package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.JsonExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what people get wrong about {@code &&}. */
final class Conjunctions {
  private Conjunctions() {}

  /**
   * {@code a && b || c}, where the guard {@code a} covers only {@code b} (CIS 4.1 from 4.0, 4.13
   * from 3.0).
   */
  static Optional<PatternNote> narrowGuard(JsonExpression.Or or, String text) {
    List<JsonExpression> alternatives = or.alternatives();
    for (JsonExpression alternative : alternatives) {
      if (alternative instanceof JsonExpression.And and && !isParenthesised(and, text)) {
        for (JsonExpression condition : and.conditions()) {
          if (condition instanceof JsonExpression.Test guard && isGuardOnly(guard, alternatives)) {
            return Optional.of(
                new PatternNote(
                    PatternNote.Code.PRECEDENCE,
                    "`&&` binds tighter than `||`, so `"
                        + guard.print()
                        + "` covers only one of the "
                        + alternatives.size()
                        + " alternatives",
                    guard.at().start(),
                    guard.at().end(),
                    "put the alternatives in parentheses"));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** True if single tests beside it are not about the guard's field. */
  private static boolean isGuardOnly(JsonExpression.Test guard, List<JsonExpression> alternatives) {
    Set<String> alone =
        alternatives.stream()
            .filter(e -> e instanceof JsonExpression.Test)
            .flatMap(e -> e.tests().stream())
            .map(test -> test.selector().print())
            .collect(Collectors.toSet());
    return !alone.isEmpty() && !alone.contains(guard.selector().print());
  }

  private static boolean isParenthesised(JsonExpression.And and, String text) {
    int before = and.at().start() - 1;
    int after = and.at().end();
    int opened = 0;
    int closed = 0;
    while (before >= 0
        && (text.charAt(before) == '(' || Character.isWhitespace(text.charAt(before)))) {
      opened += text.charAt(before--) == '(' ? 1 : 0;
    }
    while (after < text.length()
        && (text.charAt(after) == ')' || Character.isWhitespace(text.charAt(after)))) {
      closed += text.charAt(after++) == ')' ? 1 : 0;
    }
    int depth = 0;
    int lowest = 0;
    boolean quoted = false;
    for (int i = and.at().start(); i < and.at().end(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == '(' || c == ')')) {
        depth += c == '(' ? 1 : -1;
        lowest = Math.min(lowest, depth);
      }
    }
    // The span reaches from the first selector to the last value: what is opened before the one and
    // closed behind the other may be theirs alone.
    return opened > -lowest && closed > depth - lowest;
  }

  /** Those that ask one field to be two things at once (F44). */
  static List<PatternNote> contradictions(JsonExpression.And and) {
    List<PatternNote> notes = new ArrayList<>();
    Map<String, JsonExpression.Test> first = new HashMap<>();
    for (JsonExpression condition : and.conditions()) {
      if (condition instanceof JsonExpression.Test test && test.selector().wildcards() == 0) {
        Optional<String> constant = test.constant();
        String selector = test.selector().print();
        if (constant.isPresent()) {
          JsonExpression.Test earlier = first.putIfAbsent(selector, test);
          if (earlier != null && !earlier.constant().equals(constant)) {
            notes.add(
                new PatternNote(
                    PatternNote.Code.TWO_VALUES_AT_ONCE,
                    "`"
                        + selector
                        + "` cannot be `"
                        + earlier.constant().orElse("")
                        + "` and `"
                        + constant.get()
                        + "` at once",
                    test.at().start(),
                    test.at().end(),
                    "join alternatives with `||`"));
          }
        }
      }
    }
    return notes;
  }
}
