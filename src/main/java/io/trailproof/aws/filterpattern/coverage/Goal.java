package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.coverage.Domain.Relation;
import io.trailproof.aws.filterpattern.coverage.RecordTree.RecordPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the record that is searched for must do. */
sealed interface Goal {
  /** Inside if the choices made so far reach it, outside if they rule it out. */
  Relation standing(RecordChoices choices);

  /**
   * Makes the choices that follow at once, leaving alternatives to {@code open}; false if that
   * contradicts others.
   */
  boolean commit(RecordChoices choices, List<Any> open);

  Goal not();

  static Goal always() {
    return new All(List.of());
  }

  static Goal never() {
    return new Any(List.of());
  }

  /** The value of one place lies in a set. */
  record At(RecordPlace place, ValueSet set) implements Goal {
    @Override
    public Relation standing(RecordChoices choices) {
      choices.steps().spend(1);
      return choices.domain(place).to(set);
    }

    @Override
    public boolean commit(RecordChoices choices, List<Any> open) {
      return choices.restrict(place, set);
    }

    @Override
    public Goal not() {
      return new At(place, set.not());
    }
  }

  /** The record's text holds a term, or does not. */
  record Mentions(String term, boolean wanted) implements Goal {
    @Override
    public Relation standing(RecordChoices choices) {
      choices.steps().spend(1);
      Relation mentioned = choices.mentions(term);
      return wanted || mentioned == Relation.ACROSS
          ? mentioned
          : mentioned == Relation.INSIDE ? Relation.OUTSIDE : Relation.INSIDE;
    }

    @Override
    public boolean commit(RecordChoices choices, List<Any> open) {
      if (standing(choices) == Relation.OUTSIDE) {
        return false;
      }
      choices.mention(this);
      return true;
    }

    @Override
    public Goal not() {
      return new Mentions(term, !wanted);
    }
  }

  /** A pattern over the raw text matches, or does not: mostly seen on the finished record only. */
  record Raw(FilterPattern pattern, boolean wanted) implements Goal {
    @Override
    public Relation standing(RecordChoices choices) {
      choices.steps().spend(1);
      boolean certain =
          pattern.match(
              json -> false,
              space -> false,
              terms -> false,
              regex -> choices.isCertain(regex.expression()),
              empty -> true);
      return !certain ? Relation.ACROSS : wanted ? Relation.INSIDE : Relation.OUTSIDE;
    }

    @Override
    public boolean commit(RecordChoices choices, List<Any> open) {
      return true;
    }

    @Override
    public Goal not() {
      return new Raw(pattern, !wanted);
    }
  }

  /** Every one of some goals. */
  record All(List<Goal> goals) implements Goal {
    @Override
    public Relation standing(RecordChoices choices) {
      Relation all = Relation.INSIDE;
      for (Goal goal : goals) {
        Relation one = goal.standing(choices);
        if (one == Relation.OUTSIDE) {
          return one;
        }
        if (one == Relation.ACROSS) {
          all = one;
        }
      }
      return all;
    }

    @Override
    public boolean commit(RecordChoices choices, List<Any> open) {
      for (Goal goal : goals) {
        if (!goal.commit(choices, open)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Goal not() {
      return new Any(goals.stream().map(Goal::not).toList());
    }
  }

  /** At least one of some goals. */
  record Any(List<Goal> goals) implements Goal {
    @Override
    public Relation standing(RecordChoices choices) {
      Relation any = Relation.OUTSIDE;
      for (Goal goal : goals) {
        Relation one = goal.standing(choices);
        if (one == Relation.INSIDE) {
          return one;
        }
        if (one == Relation.ACROSS) {
          any = one;
        }
      }
      return any;
    }

    @Override
    public boolean commit(RecordChoices choices, List<Any> open) {
      if (goals.size() == 1) {
        return goals.get(0).commit(choices, open);
      }
      open.add(this);
      return !goals.isEmpty();
    }

    /** The goals that are still within reach; null if one is reached already. */
    @Nullable Any remaining(RecordChoices choices) {
      List<Goal> left = new ArrayList<>(goals.size());
      for (Goal goal : goals) {
        switch (goal.standing(choices)) {
          case INSIDE -> {
            return null;
          }
          case OUTSIDE -> {}
          case ACROSS -> left.add(goal);
        }
      }
      return left.size() == goals.size() ? this : new Any(left);
    }

    @Override
    public Goal not() {
      return new All(goals.stream().map(Goal::not).toList());
    }
  }
}
