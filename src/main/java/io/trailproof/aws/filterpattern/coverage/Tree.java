package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Condition;
import io.trailproof.aws.filterpattern.Expression;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every place that some test asks about or some fact describes, arranged as a record would hold
 * them.
 */
final class Tree {
  /**
   * Elements beyond this one are not followed: an array long enough would be no readable witness.
   */
  static final int MAX_INDEX = 16;

  /** Where a witness puts terms that it must mention: any text may stand there. */
  static final Step FREE_TEXT = new Step.Key("userAgent");

  private static final int MAX_FRESH = 8;

  private final List<Place> places = new ArrayList<>();
  private final Gaps gaps;

  Tree(RecordFacts facts, List<Expression.Test> tests, Gaps gaps) {
    this.gaps = gaps;
    add(null, null, facts.record());
    List<Expression.Test> wild = new ArrayList<>();
    facts.always().forEach(path -> place(root(), path));
    place(root(), List.of(FREE_TEXT));
    for (Expression.Test test : tests) {
      if (isFollowed(test) && test.selector().wildcards() == 0) {
        place(root(), test.selector().steps());
      } else if (isFollowed(test) && test.selector().wildcards() == 1) {
        wild.add(test);
      }
    }
    wild.sort(Comparator.comparingInt(test -> test.selector().wildcard()));
    for (Expression.Test test : wild) {
      Place holder = holder(test.selector());
      if (holder.field != null) {
        holder.field.below().keySet().forEach(step -> child(holder, step));
      }
    }
    Map<Place, Integer> wanted = freshWanted(tests, wild);
    // A wildcard adds places below those that it leads to only, so holders nearer to the root come
    // first.
    for (Expression.Test test : wild) {
      Place holder = holder(test.selector());
      while (holder.fresh.size() < wanted.getOrDefault(holder, 0)) {
        holder.fresh.add(add(holder, null, null));
      }
      holder.children().forEach(child -> place(child, rest(test.selector())));
    }
  }

  private Map<Place, Integer> freshWanted(List<Expression.Test> tests, List<Expression.Test> wild) {
    Map<Place, Integer> wanted = new HashMap<>();
    Set<List<Object>> seen = new HashSet<>();
    for (Expression.Test test : wild) {
      if (seen.add(List.of(test.selector(), test.condition()))) {
        wanted.merge(holder(test.selector()), 1, Integer::sum);
      }
    }
    for (Expression.Test test : tests) {
      boolean nullInArray = test.condition().equals(new Condition.Is(Condition.Literal.NULL));
      if (nullInArray && isFollowed(test) && test.selector().wildcards() == 0) {
        wanted.computeIfPresent(
            place(root(), test.selector().steps()), (place, count) -> count + 1);
      }
    }
    for (Map.Entry<Place, Integer> entry : wanted.entrySet()) {
      if (entry.getValue() > MAX_FRESH) {
        gaps.note(
            "more than "
                + MAX_FRESH
                + " tests use a wildcard below `"
                + entry.getKey().path()
                + "`");
        entry.setValue(MAX_FRESH);
      }
    }
    return wanted;
  }

  /** False for a test of an element far out, which is left undecided. */
  static boolean isFollowed(Expression.Test test) {
    return test.selector().steps().stream()
        .noneMatch(step -> step instanceof Step.Index index && index.index() > MAX_INDEX);
  }

  List<Place> places() {
    return places;
  }

  Place root() {
    return places.get(0);
  }

  Place holder(Selector selector) {
    return place(root(), selector.steps().subList(0, selector.wildcard()));
  }

  static List<Step> rest(Selector selector) {
    return selector.steps().subList(selector.wildcard() + 1, selector.steps().size());
  }

  /** The place that steps without a wildcard lead to. */
  Place place(Place from, List<Step> steps) {
    Place place = from;
    for (Step step : steps) {
      place = child(place, step);
    }
    return place;
  }

  private Place child(Place parent, Step step) {
    Place known = parent.byStep.get(step);
    if (known != null) {
      return known;
    }
    int index = step instanceof Step.Index element ? element.index() : -1;
    for (int i = parent.elements.size(); i < index; i++) {
      child(parent, new Step.Index(i));
    }
    Place place = add(parent, step, parent.field == null ? null : parent.field.below().get(step));
    (index >= 0 ? parent.elements : parent.members).add(place);
    parent.byStep.put(step, place);
    return place;
  }

  private Place add(@Nullable Place parent, @Nullable Step step, @Nullable Field field) {
    Place place = new Place(places.size(), parent, step, field);
    places.add(place);
    return place;
  }
}
