package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.PathStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place of the record that something is asked about.
 *
 * <p>A <em>fresh</em> place is a member or element that no selector names; a wildcard needs at most
 * one of them to be true or false.
 */
final class Place {
  final int id;
  final @Nullable Place parent;

  /** Null for the root and for a fresh place. */
  final @Nullable PathStep step;

  final @Nullable Field field;
  final List<Place> members = new ArrayList<>();

  /** Without holes, in order. */
  final List<Place> elements = new ArrayList<>();

  final List<Place> fresh = new ArrayList<>();
  final Map<PathStep, Place> byStep = new HashMap<>();

  Place(int id, @Nullable Place parent, @Nullable PathStep step, @Nullable Field field) {
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
  List<Place> children() {
    List<Place> children = new ArrayList<>(members);
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
