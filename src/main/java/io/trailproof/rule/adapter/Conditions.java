package io.trailproof.rule.adapter;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition on records that may have turned out to hold of all of them or of none.
 *
 * @param holds whether it holds, where the record makes no difference
 * @param expression what it asks of a record, where that decides
 */
record Conditions(boolean holds, Optional<JsonExpression> expression) {
  private static final Range NOWHERE = new Range(0, 0);

  static final Conditions ALWAYS = new Conditions(true, Optional.empty());
  static final Conditions NEVER = new Conditions(false, Optional.empty());

  static Conditions of(boolean holds) {
    return holds ? ALWAYS : NEVER;
  }

  private static Conditions of(JsonExpression expression) {
    return new Conditions(true, Optional.of(expression));
  }

  static Conditions all(List<Conditions> parts) {
    return joined(parts, true);
  }

  static Conditions any(List<Conditions> parts) {
    return joined(parts, false);
  }

  private static Conditions joined(List<Conditions> parts, boolean all) {
    List<JsonExpression> asked = new ArrayList<>();
    for (Conditions part : parts) {
      if (part.expression().isPresent()) {
        asked.add(part.expression().get());
      } else if (part.holds() != all) {
        return of(!all);
      }
    }
    if (asked.isEmpty()) {
      return of(all);
    }
    return of(
        asked.size() == 1
            ? asked.get(0)
            : all ? new JsonExpression.And(asked, NOWHERE) : new JsonExpression.Or(asked, NOWHERE));
  }

  /** The text of a field lies in a set, or outside of it. */
  static Conditions text(String field, TextSet set, boolean inside, String written) {
    return of(test(field, new NodeCondition.TextIn(set, inside, written)));
  }

  /** A field that is a boolean is this one. */
  static Conditions flag(String field, boolean value) {
    return of(
        test(
            field,
            new NodeCondition.Is(
                value ? NodeCondition.Literal.TRUE : NodeCondition.Literal.FALSE)));
  }

  private static JsonExpression test(String field, NodeCondition condition) {
    return new JsonExpression.Test(Selector.of(new PathStep.Key(field)), condition, "", NOWHERE);
  }
}
