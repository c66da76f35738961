package io.trailproof.aws.filterpattern;

import org.jspecify.annotations.Nullable;

/** One step of a {@link Selector}; closed because the service knows no others. */
public sealed interface PathStep {
  /** The member that this step names; null if there is none. */
  default @Nullable Json of(Json.Obj object) {
    return null;
  }

  /** The element that this step names; null if there is none. */
  default @Nullable Json of(Json.Arr array) {
    return null;
  }

  default boolean isWildcard() {
    return false;
  }

  String print();

  /** A member by its name. */
  record Key(String name) implements PathStep {
    @Override
    public @Nullable Json of(Json.Obj object) {
      return object.members().get(name);
    }

    @Override
    public String print() {
      return isPlain(name) ? "." + name : ".['" + name + "']";
    }

    static boolean isPlain(String name) {
      return !name.isEmpty() && name.chars().allMatch(Chars::isName);
    }
  }

  /** An element by its place, counted from zero. */
  record Index(int index) implements PathStep {
    @Override
    public @Nullable Json of(Json.Arr array) {
      return index < array.elements().size() ? array.elements().get(index) : null;
    }

    @Override
    public String print() {
      return "[" + index + "]";
    }
  }

  /**
   * Any member or element, written {@code .*} or {@code [*]}: both work on objects and arrays alike
   * (§1.2).
   */
  record Wildcard() implements PathStep {
    @Override
    public boolean isWildcard() {
      return true;
    }

    @Override
    public String print() {
      return ".*";
    }
  }
}
