package io.trailproof.input.terraform;

import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was kept of one plan or state.
 *
 * @param keys the members of the root, to tell what kind of document it is
 * @param values instances of {@code planned_values}, or of a state's {@code values}
 * @param prior instances of {@code prior_state}
 * @param deferred wanted changes that were put off, with the place of each
 * @param variables values of root variables
 */
record PlanDocument(
    Set<String> keys,
    boolean errored,
    List<Instance> values,
    List<Instance> prior,
    List<Change> changes,
    Map<String, Span> deferred,
    ModuleConfig configuration,
    List<ProviderConfig> providers,
    Map<String, Node> variables) {

  /** True if the document has a configuration, as plans have and states have not. */
  boolean isPlan() {
    return keys.contains("planned_values") || keys.contains("configuration");
  }
}
