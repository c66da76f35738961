package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.coverage.RecordFacts.RecordField;
import io.trailproof.aws.filterpattern.coverage.Solver.Gaps;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
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

  private final List<RecordPlace> places = new ArrayList<>();
  private final Map<List<Object>, RecordPlace> own = new HashMap<>();
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
      RecordPlace holder = holder(test.selector());
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
  private void addFresh(RecordPlace holder, JsonExpression.Test test) {
    if (holder.fresh.isEmpty()) {
      holder.fresh.add(add(holder, null, null));
    }
    List<Object> key = key(test);
    if (own.containsKey(key)) {
      return;
    }
    RecordPlace place = holder.fresh.get(0);
    if (holder.fresh.size() < MAX_FRESH) {
      place = add(holder, null, null);
      holder.fresh.add(place);
    } else {
      gaps.note("more than " + MAX_FRESH + " tests use a wildcard below `" + holder.path() + "`");
    }
    own.put(key, place);
  }

  /** The fresh place that a wildcard test may find what it looks for in. */
  RecordPlace own(JsonExpression.Test test) {
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

  List<RecordPlace> places() {
    return places;
  }

  RecordPlace root() {
    return places.get(0);
  }

  RecordPlace holder(Selector selector) {
    return place(root(), selector.steps().subList(0, selector.wildcard()));
  }

  static List<PathStep> rest(Selector selector) {
    return selector.steps().subList(selector.wildcard() + 1, selector.steps().size());
  }

  /** The place that steps without a wildcard lead to. */
  RecordPlace place(RecordPlace from, List<PathStep> steps) {
    RecordPlace place = from;
    for (PathStep step : steps) {
      place = child(place, step);
    }
    return place;
  }

  private RecordPlace child(RecordPlace parent, PathStep step) {
    RecordPlace known = parent.byStep.get(step);
    if (known != null) {
      return known;
    }
    int index = step instanceof PathStep.Index element ? element.index() : -1;
    for (int i = parent.elements.size(); i < index; i++) {
      child(parent, new PathStep.Index(i));
    }
    RecordPlace place =
        add(parent, step, parent.field == null ? null : parent.field.below().get(step));
    (index >= 0 ? parent.elements : parent.members).add(place);
    parent.byStep.put(step, place);
    return place;
  }

  private RecordPlace add(
      @Nullable RecordPlace parent, @Nullable PathStep step, @Nullable RecordField field) {
    RecordPlace place = new RecordPlace(places.size(), parent, step, field);
    places.add(place);
    return place;
  }

  /**
   * A place of the record that something is asked about.
   *
   * <p>A <em>fresh</em> place is a member or element that no selector names; a wildcard needs at
   * most one of them to be true or false.
   */
  static final class RecordPlace {
    final int id;
    final @Nullable RecordPlace parent;

    /** Null for the root and for a fresh place. */
    final @Nullable PathStep step;

    final @Nullable RecordField field;
    final List<RecordPlace> members = new ArrayList<>();

    /** Without holes, in order. */
    final List<RecordPlace> elements = new ArrayList<>();

    final List<RecordPlace> fresh = new ArrayList<>();
    final Map<PathStep, RecordPlace> byStep = new HashMap<>();

    RecordPlace(
        int id,
        @Nullable RecordPlace parent,
        @Nullable PathStep step,
        @Nullable RecordField field) {
      this.id = id;
      this.parent = parent;
      this.step = step;
      this.field = field;
    }

    /** The kinds of value that can hold this place. */
    int holders() {
      return step == null ? Kinds.CONTAINERS : index() < 0 ? Kinds.OBJECT : Kinds.ARRAYS;
    }

    /** Its number if it is an element that a selector names; -1 if not. */
    int index() {
      return step instanceof PathStep.Index index ? index.index() : -1;
    }

    /** Everything that a wildcard applied to this place leads to. */
    List<RecordPlace> children() {
      List<RecordPlace> children = new ArrayList<>(members);
      children.addAll(elements);
      children.addAll(fresh);
      return children;
    }

    /** True if CloudTrail's documentation says what is here, or says that anything may be. */
    boolean isDocumented() {
      return field != null || parent == null || parent.isOpen();
    }

    private boolean isOpen() {
      return field == null ? parent != null : field.open();
    }

    String path() {
      if (parent == null) {
        return "$";
      }
      return parent.path() + (step == null ? ".*" : step.print());
    }
  }
}
