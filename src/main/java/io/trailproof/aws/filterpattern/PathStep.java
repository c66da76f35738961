package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.json.Json;
import org.jspecify.annotations.Nullable;

/** One step of a {@link Selector}; closed because the service knows no others. */
public sealed interface PathStep {
  /** The member or element that this step leads to; null if it leads nowhere. */
  @Nullable Json of(Json value);

  default boolean isWildcard() {
    return false;
  }

  String print();

  /** A member by its name. */
  record Key(String name) implements PathStep {
    @Override
    public @Nullable Json of(Json value) {
      return value instanceof Json.Obj object ? object.members().get(name) : null;
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
    public @Nullable Json of(Json value) {
      return value instanceof Json.Arr array && index < array.elements().size()
          ? array.elements().get(index)
          : null;
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
    public @Nullable Json of(Json value) {
      return null;
    }

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
