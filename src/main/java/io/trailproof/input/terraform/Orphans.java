package io.trailproof.input.terraform;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.plan.Instance;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Metric filters that a plan leaves alone while it replaces their log group: a deleted group takes
 * its filters with it, and Terraform sees that only when it plans again (F31).
 */
final class Orphans {
  private static final Set<String> GROUPS =
      Set.of("aws_cloudwatch_log_group", "awscc_logs_log_group");
  private static final Set<String> FILTERS =
      Set.of("aws_cloudwatch_log_metric_filter", "awscc_logs_metric_filter");

  private final PlannedState state;
  private final List<Instance> replaced = new ArrayList<>();

  Orphans(PlannedState state) {
    this.state = state;
    for (Instance before : state.removed()) {
      if (GROUPS.contains(before.type()) && state.isThere(before.address())) {
        replaced.add(before);
      }
    }
  }

  /**
   * The log group that is replaced under a filter.
   *
   * @param region where the filter is
   */
  Optional<Address> group(PlannedInstance filter, Value region) {
    if (replaced.isEmpty()
        || !FILTERS.contains(filter.instance().type())
        || !state.isLeftAlone(filter.address())) {
      return Optional.empty();
    }
    return replaced.stream()
        .filter(group -> name(group).equals(filter.instance().text("log_group_name")))
        .filter(group -> mayBeIn(group, region))
        .map(Instance::address)
        .findFirst();
  }

  private static Optional<String> name(Instance group) {
    return group.text("name").or(() -> group.text("log_group_name"));
  }

  private static boolean mayBeIn(Instance group, Value region) {
    Optional<String> own = group.text("arn").flatMap(Arn::regionIn);
    Optional<String> other = region.asText();
    return own.isEmpty() || other.isEmpty() || own.equals(other);
  }
}
