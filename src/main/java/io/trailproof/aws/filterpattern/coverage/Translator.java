package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Condition;
import io.trailproof.aws.filterpattern.Expression;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.Json;
import io.trailproof.aws.filterpattern.SpacePattern;
import io.trailproof.aws.filterpattern.Step;
import io.trailproof.aws.filterpattern.TermPattern;
import java.util.ArrayList;
import java.util.List;

/** Says what a record must be like for a pattern to match it. */
final class Translator {
  private final Tree tree;
  private final Gaps gaps;

  Translator(Tree tree, Gaps gaps) {
    this.tree = tree;
    this.gaps = gaps;
  }

  /**
   * What the record must be like.
   *
   * @param certain true for a known match, false for one that is not ruled out
   */
  Goal matches(FilterPattern pattern, boolean certain) {
    return pattern.match(
        json -> matches(json.expression(), certain),
        space -> matches(space),
        terms -> matches(terms),
        regex -> new Goal.Raw(regex, true),
        empty -> Goal.always());
  }

  Goal matches(Expression expression, boolean certain) {
    return expression.match(
        or -> new Goal.Any(or.alternatives().stream().map(e -> matches(e, certain)).toList()),
        and -> new Goal.All(and.conditions().stream().map(e -> matches(e, certain)).toList()),
        test -> matches(test, certain),
        undocumented -> certain ? Goal.never() : Goal.always());
  }

  private static Goal matches(SpacePattern pattern) {
    return pattern.fields().isEmpty() ? Goal.always() : new Goal.Raw(pattern, true);
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

  private Goal matches(Expression.Test test, boolean certain) {
    if (!Tree.isFollowed(test)) {
      gaps.note(
          "elements beyond [" + Tree.MAX_INDEX + "] are not followed: `" + test.print() + "`");
      return certain ? Goal.never() : Goal.always();
    }
    if (test.isDoubtful()) {
      return certain ? Goal.never() : Goal.always();
    }
    if (test.selector().wildcards() == 0) {
      Place place = tree.place(tree.root(), test.selector().steps());
      return new Goal.At(place, ValueSet.of(test.condition(), certain));
    }
    Place holder = tree.holder(test.selector());
    List<Step> rest = Tree.rest(test.selector());
    List<Place> selected =
        holder.children().stream().map(child -> tree.place(child, rest)).toList();
    return test.condition()
        .match(
            compare ->
                compare.equal()
                    ? some(selected, ValueSet.of(compare, certain))
                    : none(holder, selected, new Condition.Compare(true, compare.value()), certain),
            order -> some(selected, ValueSet.of(order, certain)),
            is -> some(selected, ValueSet.of(exactly(is.literal()))),
            notExists -> every(selected, ValueSet.of(Kinds.ABSENT)));
  }

  /** {@code !=} on a wildcard: the holder exists and nothing selected is equal (§2.3). */
  private static Goal none(
      Place holder, List<Place> selected, Condition.Compare equal, boolean certain) {
    List<Goal> goals = new ArrayList<>();
    goals.add(new Goal.At(holder, ValueSet.PRESENT));
    goals.add(every(selected, ValueSet.of(equal, !certain).not()));
    return new Goal.All(goals);
  }

  private static int exactly(Condition.Literal literal) {
    return literal.kind() == Json.Kind.NULL
        ? Kinds.NULL
        : literal.kind() == Json.Kind.TRUE ? Kinds.TRUE : Kinds.FALSE;
  }

  private static Goal some(List<Place> places, ValueSet set) {
    return new Goal.Any(places.stream().map(place -> (Goal) new Goal.At(place, set)).toList());
  }

  private static Goal every(List<Place> places, ValueSet set) {
    return new Goal.All(places.stream().map(place -> (Goal) new Goal.At(place, set)).toList());
  }

  /** What holds of arrays whatever is asked of them. */
  List<Goal> structure() {
    List<Goal> goals = new ArrayList<>();
    for (Place place : tree.places()) {
      if (place.elements.isEmpty() && place.fresh.isEmpty()) {
        continue;
      }
      List<Goal> holdsNull = new ArrayList<>();
      holdsNull.add(new Goal.At(place, ValueSet.of(Kinds.NULL_ARRAY).not()));
      for (Place child : place.elements) {
        holdsNull.add(new Goal.At(child, ValueSet.of(Kinds.NULL)));
      }
      for (Place child : place.fresh) {
        holdsNull.add(new Goal.At(child, ValueSet.of(Kinds.NULL)));
      }
      goals.add(new Goal.Any(holdsNull));
      if (!place.elements.isEmpty()) {
        Place last = place.elements.get(place.elements.size() - 1);
        for (Place child : place.fresh) {
          goals.add(
              new Goal.Any(
                  List.of(
                      new Goal.At(child, ValueSet.of(Kinds.ABSENT)),
                      new Goal.At(place, ValueSet.of(Kinds.OBJECT)),
                      new Goal.At(last, ValueSet.PRESENT))));
        }
      }
    }
    return goals;
  }
}
