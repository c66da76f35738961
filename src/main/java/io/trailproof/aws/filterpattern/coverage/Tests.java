package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Expression;
import io.trailproof.aws.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;

/** The single conditions that a pattern is made of, in the order of its text. */
final class Tests {
  private Tests() {}

  static List<Expression.Test> of(FilterPattern pattern) {
    return pattern.match(
        json -> of(json.expression()),
        space -> List.of(),
        terms -> List.of(),
        regex -> List.of(),
        empty -> List.of());
  }

  static List<Expression.Test> of(Expression expression) {
    List<Expression.Test> tests = new ArrayList<>();
    collect(expression, tests);
    return tests;
  }

  private static boolean collect(Expression expression, List<Expression.Test> tests) {
    return expression.match(
        or -> all(or.alternatives(), tests),
        and -> all(and.conditions(), tests),
        test -> tests.add(test),
        undocumented -> false);
  }

  private static boolean all(List<Expression> expressions, List<Expression.Test> tests) {
    expressions.forEach(expression -> collect(expression, tests));
    return true;
  }
}
