package io.trailproof.input.terraform.plan;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Map;

/**
 * What was kept of one plan or state.
 *
 * @param values instances of {@code planned_values}, or of a state's {@code values}
 * @param prior instances of {@code prior_state}
 * @param foreign instances of wanted types whose provider is not AWS's
 * @param deferred wanted changes that were put off, with the place of each
 * @param variables values of root variables
 * @param version of the program that wrote it; empty where it does not say
 * @param notes what there is to say of it, though it can be read
 */
public record PlanDocument(
    boolean errored,
    List<Instance> values,
    List<Instance> prior,
    List<Change> changes,
    List<ForeignInstance> foreign,
    Map<String, Span> deferred,
    ModuleConfig configuration,
    List<ProviderConfig> providers,
    Map<String, Node> variables,
    String version,
    List<Diagnostic> notes) {
  private static final String OPENTOFU = "registry.opentofu.org/";

  /** True if OpenTofu made the plan, which has a registry of its own. */
  public boolean isOfOpenTofu() {
    return providers.stream().anyMatch(provider -> provider.source().startsWith(OPENTOFU));
  }
}
