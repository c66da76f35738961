package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path into the record.
 *
 * @param doubt what about its spelling has an unknown effect; empty if nothing
 */
public record Selector(List<PathStep> steps, String doubt, Range at) {
  public Selector {
    steps = List.copyOf(steps);
  }

  public static Selector of(PathStep... steps) {
    return new Selector(List.of(steps), "", new Range(0, 0));
  }

  public int wildcards() {
    return (int) steps.stream().filter(PathStep::isWildcard).count();
  }

  /** The place of the wildcard; -1 if there is none. */
  public int wildcard() {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).isWildcard()) {
        return i;
      }
    }
    return -1;
  }

  /** The one node that a selector without a wildcard leads to; null if it leads nowhere. */
  @Nullable Json resolve(Json root) {
    return follow(root, steps);
  }

  /** The node that the wildcard is applied to; null if there is none. */
  @Nullable Json holder(Json root) {
    return follow(root, steps.subList(0, wildcard()));
  }

  /** All nodes that a selector with a wildcard leads to. */
  List<Json> select(Json root) {
    Json holder = holder(root);
    List<Json> selected = new ArrayList<>();
    if (holder != null) {
      List<PathStep> rest = steps.subList(wildcard() + 1, steps.size());
      for (Json child : holder.children()) {
        Json node = follow(child, rest);
        if (node != null) {
          selected.add(node);
        }
      }
    }
    return selected;
  }

  private static @Nullable Json follow(Json root, List<PathStep> steps) {
    Json node = root;
    for (PathStep step : steps) {
      Json next = step.of(node);
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  /** Wildcards as {@code .*}, which is shorter and means the same. */
  public String print() {
    return "$" + steps.stream().map(PathStep::print).collect(Collectors.joining());
  }

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
     * Any member or element, written {@code .*} or {@code [*]}: both work on objects and arrays
     * alike (filter-patterns §1.2).
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
}
