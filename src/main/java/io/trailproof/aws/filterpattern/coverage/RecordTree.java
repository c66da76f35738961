package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.PathStep;
import io.trailproof.aws.filterpattern.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every place that some test asks about or some fact describes, arranged as a record would hold
 * them.
 */
final class RecordTree {
  /**
   * Elements beyond this one are not followed: an array long enough would be no readable witness.
   */
  static final int MAX_INDEX = 16;

  /** Where a witness puts terms that it must mention: any text may stand there. */
  static final PathStep FREE_TEXT = new PathStep.Key("userAgent");

  private static final int MAX_FRESH = 12;

  private final List<Place> places = new ArrayList<>();
  private final Map<List<Object>, Place> own = new HashMap<>();
  private final Gaps gaps;

  RecordTree(RecordFacts facts, List<JsonExpression.Test> tests, Gaps gaps) {
    this.gaps = gaps;
    add(null, null, facts.record());
    List<JsonExpression.Test> wild = new ArrayList<>();
    facts.always().forEach(path -> place(root(), path));
    place(root(), List.of(FREE_TEXT));
    for (JsonExpression.Test test : tests) {
      if (isFollowed(test) && test.selector().wildcards() == 0) {
        place(root(), test.selector().steps());
      } else if (isFollowed(test) && test.selector().wildcards() == 1) {
        wild.add(test);
      }
    }
    wild.sort(Comparator.comparingInt(test -> test.selector().wildcard()));
    for (JsonExpression.Test test : wild) {
      Place holder = holder(test.selector());
      if (holder.field != null) {
        holder.field.below().keySet().forEach(step -> child(holder, step));
      }
    }
    // A wildcard adds places below those that it leads to only, so holders nearer to the root come
    // first.
    for (JsonExpression.Test test : wild) {
      addFresh(holder(test.selector()), test);
    }
    for (JsonExpression.Test test : wild) {
      holder(test.selector()).children().forEach(child -> place(child, rest(test.selector())));
    }
  }

  /**
   * One for a null that makes an array one that holds a null, and one for what each test may look
   * for.
   */
  private void addFresh(Place holder, JsonExpression.Test test) {
    if (holder.fresh.isEmpty()) {
      holder.fresh.add(add(holder, null, null));
    }
    List<Object> key = key(test);
    if (own.containsKey(key)) {
      return;
    }
    Place place = holder.fresh.get(0);
    if (holder.fresh.size() < MAX_FRESH) {
      place = add(holder, null, null);
      holder.fresh.add(place);
    } else {
      gaps.note("more than " + MAX_FRESH + " tests use a wildcard below `" + holder.path() + "`");
    }
    own.put(key, place);
  }

  /** The fresh place that a wildcard test may find what it looks for in. */
  Place own(JsonExpression.Test test) {
    return Objects.requireNonNull(own.get(key(test)), "a wildcard test has a place of its own");
  }

  private static List<Object> key(JsonExpression.Test test) {
    return List.of(test.selector(), test.condition());
  }

  /** False for a test of an element far out, which is left undecided. */
  static boolean isFollowed(JsonExpression.Test test) {
    return test.selector().steps().stream()
        .noneMatch(step -> step instanceof PathStep.Index index && index.index() > MAX_INDEX);
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

  static List<PathStep> rest(Selector selector) {
    return selector.steps().subList(selector.wildcard() + 1, selector.steps().size());
  }

  /** The place that steps without a wildcard lead to. */
  Place place(Place from, List<PathStep> steps) {
    Place place = from;
    for (PathStep step : steps) {
      place = child(place, step);
    }
    return place;
  }

  private Place child(Place parent, PathStep step) {
    Place known = parent.byStep.get(step);
    if (known != null) {
      return known;
    }
    int index = step instanceof PathStep.Index element ? element.index() : -1;
    for (int i = parent.elements.size(); i < index; i++) {
      child(parent, new PathStep.Index(i));
    }
    Place place = add(parent, step, parent.field == null ? null : parent.field.below().get(step));
    (index >= 0 ? parent.elements : parent.members).add(place);
    parent.byStep.put(step, place);
    return place;
  }

  private Place add(@Nullable Place parent, @Nullable PathStep step, @Nullable Field field) {
    Place place = new Place(places.size(), parent, step, field);
    places.add(place);
    return place;
  }
}
