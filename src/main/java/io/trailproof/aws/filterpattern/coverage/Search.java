package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a record that reaches all goals: follows what is forced, then tries the alternatives of
 * the goal that leaves the fewest, and remembers of a failed alternative that it is not to be had.
 */
final class Search {
  private final RecordChoices choices;
  private final Predicate<Json.Obj> accepts;
  private Json.@Nullable Obj found;

  /**
   * A search.
   *
   * @param accepts has the last word about a finished record, where its raw text matters
   */
  Search(RecordChoices choices, Predicate<Json.Obj> accepts) {
    this.choices = choices;
    this.accepts = accepts;
  }

  Optional<Json.Obj> find(List<Goal> goals, boolean strict) {
    List<Goal.Any> open = new ArrayList<>();
    if (!choices.start(strict)) {
      throw new IllegalStateException("the facts about CloudTrail records contradict each other");
    }
    for (Goal goal : goals) {
      if (!goal.commit(choices, open)) {
        return Optional.empty();
      }
    }
    List<Goal.Any> left = settle(open);
    if (left == null) {
      return Optional.empty();
    }
    choices.certainText(new WitnessWriter(choices).certainText());
    if (goals.stream().anyMatch(goal -> goal.standing(choices) == Domain.Relation.OUTSIDE)) {
      return Optional.empty();
    }
    solve(left);
    return Optional.ofNullable(found);
  }

  private boolean solve(List<Goal.Any> open) {
    List<Goal.Any> left = settle(open);
    if (left == null) {
      return false;
    }
    if (left.isEmpty()) {
      return finish();
    }
    Goal.Any next = left.get(0);
    for (Goal.Any any : left) {
      next = any.goals().size() < next.goals().size() ? any : next;
    }
    left.remove(next);
    for (Goal branch : next.goals()) {
      RecordChoices.Mark mark = choices.mark();
      List<Goal.Any> then = new ArrayList<>(left);
      if (branch.commit(choices, then) && solve(then)) {
        return true;
      }
      choices.undo(mark);
      if (!branch.not().commit(choices, left)) {
        return false;
      }
    }
    return false;
  }

  /** Commits to what is forced until nothing is; null if that is a contradiction. */
  private @Nullable List<Goal.Any> settle(List<Goal.Any> goals) {
    List<Goal.Any> open = goals;
    boolean forced = true;
    while (forced) {
      forced = false;
      List<Goal.Any> left = new ArrayList<>(open.size());
      for (Goal.Any any : open) {
        Goal.Any remaining = any.remaining(choices);
        if (remaining == null) {
          continue;
        }
        int alternatives = remaining.goals().size();
        if (alternatives == 0) {
          return null;
        }
        if (alternatives > 1) {
          left.add(remaining);
        } else if (!remaining.goals().get(0).commit(choices, left)) {
          return null;
        } else {
          forced = true;
        }
      }
      open = left;
    }
    return open;
  }

  private boolean finish() {
    Json.Obj record = new WitnessWriter(choices).record();
    if (record != null && accepts.test(record)) {
      found = record;
      return true;
    }
    choices
        .solver()
        .gaps()
        .note("it depends on the raw text of the record, of which only samples were tried");
    return false;
  }
}
