package io.trailproof.rule;

import java.util.List;

/**
 * One link of a chain.
 *
 * @param name its name in the chain file and in results: {@code metricFilter}
 * @param title the words users see: {@code metric filter}
 * @param types the catalog types that can stand here
 * @param missing what is said when no resource can stand here
 */
public record ChainLink(
    String name,
    String title,
    List<String> types,
    Relation relation,
    Requirement missing,
    List<Requirement> requirements) {
  public ChainLink {
    types = List.copyOf(types);
    requirements = List.copyOf(requirements);
  }

  /** True if two events can be judged differently at this link. */
  public boolean dependsOnEvent() {
    return relation.dependsOnEvent()
        || requirements.stream().anyMatch(one -> one.condition().dependsOnEvent());
  }
}
