package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.SpacePattern;
import io.trailproof.aws.filterpattern.TermPattern;
import io.trailproof.aws.filterpattern.coverage.RecordTree.RecordPlace;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what a record must be like for a pattern to match it, or not to.
 *
 * <p>Everywhere {@code certain} tells a match that is known from one that is only not ruled out; to
 * fail for certain is to fail of the latter.
 */
final class Translator {
  private final RecordTree tree;

  Translator(RecordTree tree) {
    this.tree = tree;
  }

  Goal matches(FilterPattern pattern, boolean certain) {
    return about(pattern, certain, true);
  }

  Goal fails(FilterPattern pattern, boolean certain) {
    return about(pattern, !certain, false);
  }

  Goal matches(JsonExpression expression, boolean certain) {
    return about(expression, certain, true);
  }

  Goal fails(JsonExpression expression, boolean certain) {
    return about(expression, !certain, false);
  }

  private Goal about(FilterPattern pattern, boolean certain, boolean wanted) {
    return pattern.match(
        json -> about(json.expression(), certain, wanted),
        space -> about(space, wanted),
        terms -> wanted ? matches(terms) : matches(terms).not(),
        regex -> new Goal.Raw(regex, wanted),
        empty -> constant(wanted));
  }

  private Goal about(JsonExpression expression, boolean certain, boolean wanted) {
    return expression.match(
        or -> joined(or.alternatives(), certain, wanted, !wanted),
        and -> joined(and.conditions(), certain, wanted, wanted),
        test -> about(test, certain, wanted),
        undocumented -> constant(certain != wanted));
  }

  private Goal joined(List<JsonExpression> parts, boolean certain, boolean wanted, boolean all) {
    List<Goal> goals = parts.stream().map(part -> about(part, certain, wanted)).toList();
    return all ? new Goal.All(goals) : new Goal.Any(goals);
  }

  private static Goal constant(boolean reached) {
    return reached ? Goal.always() : Goal.never();
  }

  private static Goal about(SpacePattern pattern, boolean wanted) {
    return pattern.fields().isEmpty() ? constant(wanted) : new Goal.Raw(pattern, wanted);
  }

  private static Goal matches(TermPattern pattern) {
    List<Goal> goals = new ArrayList<>();
    for (TermPattern.Term term : pattern.terms()) {
      switch (term.mode()) {
        case REQUIRED -> goals.add(new Goal.Mentions(term.text(), true));
        case EXCLUDED -> goals.add(new Goal.Mentions(term.text(), false));
        case OPTIONAL -> {
          if (pattern.isAlternatives()) {
            goals.add(new Goal.Mentions(term.text(), true));
          }
        }
      }
    }
    return pattern.isAlternatives() ? new Goal.Any(goals) : new Goal.All(goals);
  }

  private Goal about(JsonExpression.Test test, boolean certain, boolean wanted) {
    if (test.isDoubtful() || !RecordTree.isFollowed(test)) {
      return constant(certain != wanted);
    }
    if (test.selector().wildcards() > 0) {
      return wild(test, certain, wanted);
    }
    ValueSet set = ValueSet.of(test.condition(), certain);
    return new Goal.At(tree.place(tree.root(), test.selector().steps()), wanted ? set : set.not());
  }

  private Goal wild(JsonExpression.Test test, boolean certain, boolean wanted) {
    return test.condition()
        .match(
            compare ->
                compare.equal()
                    ? some(test, ValueSet.of(compare, certain), wanted)
                    : none(test, compare, certain, wanted),
            order -> some(test, ValueSet.of(order, certain), wanted),
            is -> some(test, ValueSet.of(exactly(is.literal())), wanted),
            notExists -> some(test, ValueSet.PRESENT, !wanted),
            textIn -> some(test, ValueSet.of(textIn, certain), wanted));
  }

  /** Something selected lies in the set, or nothing does. */
  private Goal some(JsonExpression.Test test, ValueSet set, boolean wanted) {
    List<PathStep> rest = RecordTree.rest(test.selector());
    RecordPlace holder = tree.holder(test.selector());
    List<RecordPlace> children = new ArrayList<>(holder.members);
    children.addAll(holder.elements);
    if (wanted) {
      children.add(tree.own(test));
    } else {
      children.addAll(holder.fresh);
    }
    ValueSet values = wanted ? set : set.not();
    List<Goal> goals = new ArrayList<>();
    for (RecordPlace child : children) {
      goals.add(new Goal.At(tree.place(child, rest), values));
    }
    return wanted ? new Goal.Any(goals) : new Goal.All(goals);
  }

  /**
   * {@code !=} on a wildcard: the holder exists and nothing selected is equal (filter-patterns
   * §2.3).
   */
  private Goal none(
      JsonExpression.Test test, NodeCondition.Compare unequal, boolean certain, boolean wanted) {
    ValueSet equal = ValueSet.of(new NodeCondition.Compare(true, unequal.value()), !certain);
    ValueSet holder = wanted ? ValueSet.PRESENT : ValueSet.PRESENT.not();
    List<Goal> goals =
        List.of(new Goal.At(tree.holder(test.selector()), holder), some(test, equal, !wanted));
    return wanted ? new Goal.All(goals) : new Goal.Any(goals);
  }

  private static int exactly(NodeCondition.Literal literal) {
    return switch (literal) {
      case NULL -> Kinds.NULL;
      case TRUE -> Kinds.TRUE;
      case FALSE -> Kinds.FALSE;
    };
  }

  /** What holds of arrays whatever is asked of them. */
  List<Goal> structure() {
    List<Goal> goals = new ArrayList<>();
    for (RecordPlace place : tree.places()) {
      if (!place.elements.isEmpty() || !place.fresh.isEmpty()) {
        goals.add(nullsOf(place));
      }
      if (!place.elements.isEmpty()) {
        goals.addAll(order(place));
      }
    }
    return goals;
  }

  /** An array that holds a null has an element that is null. */
  private static Goal nullsOf(RecordPlace place) {
    List<Goal> holdsNull = new ArrayList<>();
    holdsNull.add(new Goal.At(place, ValueSet.of(Kinds.NULL_ARRAY).not()));
    for (RecordPlace child : place.elements) {
      holdsNull.add(new Goal.At(child, ValueSet.of(Kinds.NULL)));
    }
    if (place.fresh.isEmpty()) {
      RecordPlace last = place.elements.get(place.elements.size() - 1);
      holdsNull.add(new Goal.At(last, ValueSet.PRESENT));
    } else {
      holdsNull.add(new Goal.At(place.fresh.get(0), ValueSet.of(Kinds.NULL)));
    }
    return new Goal.Any(holdsNull);
  }

  /** Elements that no selector names follow those that some do. */
  private static List<Goal> order(RecordPlace place) {
    RecordPlace last = place.elements.get(place.elements.size() - 1);
    List<Goal> goals = new ArrayList<>();
    for (RecordPlace child : place.fresh) {
      goals.add(
          new Goal.Any(
              List.of(
                  new Goal.At(child, ValueSet.of(Kinds.ABSENT)),
                  new Goal.At(place, ValueSet.of(Kinds.OBJECT)),
                  new Goal.At(last, ValueSet.PRESENT))));
    }
    return goals;
  }
}
