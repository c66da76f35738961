package io.trailproof.input.terraform;

import io.trailproof.document.Node;
import io.trailproof.graph.Existence;
import org.jspecify.annotations.Nullable;

/**
 * An instance that exists after apply.
 *
 * @param unknown the marks of what is known only after apply; null where all is known
 * @param imported it existed before terraform knew of it
 */
record Live(Instance instance, @Nullable Node unknown, boolean imported) {
  Address address() {
    return instance.address();
  }

  /** What is found may have relations that no input shows. */
  Existence existence() {
    if (instance.data()) {
      return Existence.EXISTING;
    }
    return imported ? Existence.IMPORTED : Existence.MANAGED;
  }

  /** True if the value behind a path, or a part of it, is known only after apply. */
  boolean isUnknown(Traversal path) {
    Node node = unknown;
    for (String step : path.steps()) {
      if (node == null || Unknowns.isWhole(node)) {
        break;
      }
      node = Unknowns.child(node, step);
    }
    return Unknowns.any(node);
  }
}
