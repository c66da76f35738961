package io.trailproof.edit;

import io.trailproof.graph.Value;
import io.trailproof.remedy.Hcl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of a resource that gets a value, or none.
 *
 * @param blocks those of the resource, those that override others last
 * @param path the names that lead to it
 * @param before as the plan has it
 * @param value as it is written; null for none
 * @param kept how many elements of a list stay before those that are new
 * @param isPolicy true if the text of a policy is asked for
 * @param hcl writes expressions of the module
 */
record PropertyEdit(
    List<ModuleFiles.Written> blocks,
    List<String> path,
    Value before,
    @Nullable Value value,
    int kept,
    boolean isPolicy,
    Hcl hcl) {
  PropertyEdit {
    blocks = List.copyOf(blocks);
    path = List.copyOf(path);
  }

  /** The names of a path such as {@code metric_transformation[0].name}. */
  static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    for (String step : path.split("\\.", -1)) {
      int bracket = step.indexOf('[');
      names.add(bracket < 0 ? step : step.substring(0, bracket));
    }
    return names;
  }

  /** What stands at a path. */
  static @Nullable Value at(Value.Fields root, List<String> path) {
    Value value = root;
    for (String name : path) {
      Value holder =
          value instanceof Value.Items list && !list.items().isEmpty()
              ? list.items().get(0)
              : value;
      Value next = holder instanceof Value.Fields fields ? fields.fields().get(name) : null;
      if (next == null) {
        return null;
      }
      value = next;
    }
    return value;
  }

  /** The block that decides about the property: the last that sets it, else the first. */
  ModuleFiles.Written deciding() {
    String root = path.get(0);
    ModuleFiles.Written found = blocks.get(0);
    for (ModuleFiles.Written one : blocks) {
      boolean sets =
          one.block().body().attribute(root).isPresent()
              || !one.block().body().blocks(root).isEmpty()
              || one.block().body().blocks("dynamic").stream()
                  .anyMatch(block -> block.label(0).equals(root));
      found = sets ? one : found;
    }
    return found;
  }

  /** The elements that a list gets behind those that it has; empty if it is changed otherwise. */
  List<Value> appended() {
    return value instanceof Value.Items list && kept > 0
        ? list.items().subList(kept, list.items().size())
        : List.of();
  }

  /** How many elements of a list another one begins with; none unless it has all of them. */
  static int kept(Value before, Value after, Hcl hcl) {
    List<Value> had = before instanceof Value.Items list ? list.items() : List.of();
    List<Value> has = after instanceof Value.Items list ? list.items() : List.of();
    if (had.isEmpty() || has.size() <= had.size()) {
      return 0;
    }
    for (int i = 0; i < had.size(); i++) {
      if (!had.get(i).getClass().equals(has.get(i).getClass())
          || !hcl.expression(had.get(i), "").equals(hcl.expression(has.get(i), ""))) {
        return 0;
      }
    }
    return had.size();
  }
}
