package io.trailproof.input.terraform.plan;

import io.trailproof.document.Node;
import io.trailproof.graph.Existence;
import org.jspecify.annotations.Nullable;

/**
 * An instance that exists after apply.
 *
 * @param unknown the marks of what is known only after apply; null where all is known
 * @param imported it existed before terraform knew of it
 * @param isForgotten it is no longer looked after, while another takes its address
 */
public record PlannedInstance(
    Instance instance, @Nullable Node unknown, boolean imported, boolean isForgotten) {

  PlannedInstance(Instance instance, @Nullable Node unknown, boolean imported) {
    this(instance, unknown, imported, false);
  }

  /** An instance of which all is known, since it is there already. */
  public static PlannedInstance asItWas(Instance instance) {
    return new PlannedInstance(instance, null, false);
  }

  /** What users know it by: its address, which is another's by now if it is forgotten. */
  public String name() {
    return isForgotten ? address().text() + " (forgotten)" : address().text();
  }

  public Address address() {
    return instance.address();
  }

  /** What is found may have relations that no input shows. */
  public Existence existence() {
    if (instance.data()) {
      return Existence.EXISTING;
    }
    return imported ? Existence.IMPORTED : Existence.MANAGED;
  }

  /** True if the value behind a path, or a part of it, is known only after apply. */
  public boolean isUnknown(Traversal path) {
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
