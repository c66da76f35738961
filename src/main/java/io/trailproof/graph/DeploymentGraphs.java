package io.trailproof.graph;

import java.util.List;
import java.util.Optional;

/**
 * What the inputs of a deployment come to.
 *
 * @param graph everything that may be there; what is not certain says so itself
 * @param hypotheses every way in which it can turn out, if there are several and not too many
 * @param before what is there before a plan is applied, if an input tells
 * @param sources where the Terraform files of its plans were read
 */
public record DeploymentGraphs(
    ResourceGraph graph,
    List<Hypothesis<ResourceGraph>> hypotheses,
    Optional<ResourceGraph> before,
    List<PlanSource> sources) {
  public DeploymentGraphs {
    hypotheses = List.copyOf(hypotheses);
    sources = List.copyOf(sources);
  }

  /** The same, which starts from what was there. */
  public DeploymentGraphs after(ResourceGraph was) {
    return new DeploymentGraphs(graph, hypotheses, Optional.of(was), sources);
  }

  /** A deployment without plans. */
  public DeploymentGraphs(
      ResourceGraph graph,
      List<Hypothesis<ResourceGraph>> hypotheses,
      Optional<ResourceGraph> before) {
    this(graph, hypotheses, before, List.of());
  }
}
