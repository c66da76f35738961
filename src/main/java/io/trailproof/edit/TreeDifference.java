package io.trailproof.edit;

import io.trailproof.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells whether two trees are the same but for one place. */
final class TreeDifference {
  private TreeDifference() {}

  /** True if two trees differ at most in what stands at a path, or below. */
  static boolean isWithin(List<String> path, Json one, Json other) {
    if (path.isEmpty() || one.equals(other)) {
      return true;
    }
    if (!(one instanceof Json.Obj left) || !(other instanceof Json.Obj right)) {
      return false;
    }
    String step = path.get(0);
    Map<String, Json> before = left.members();
    Map<String, Json> after = right.members();
    Set<String> names = new HashSet<>(before.keySet());
    names.addAll(after.keySet());
    names.remove(step);
    for (String name : names) {
      Json was = before.get(name);
      if (was == null || !was.equals(after.get(name))) {
        return false;
      }
    }
    Json was = before.get(step);
    Json is = after.get(step);
    return was == null || is == null || isWithin(path.subList(1, path.size()), was, is);
  }
}
