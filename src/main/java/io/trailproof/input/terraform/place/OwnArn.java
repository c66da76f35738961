package io.trailproof.input.terraform.place;

import io.trailproof.graph.Arn;
import io.trailproof.input.terraform.plan.Instance;
import io.trailproof.input.terraform.plan.PlannedInstance;
import java.util.Optional;
import java.util.Set;

/** What an instance's own ARN tells of where it is. */
final class OwnArn {
  /** Types whose {@code arn} names another resource. */
  private static final Set<String> FOREIGN = Set.of("aws_cloudwatch_event_target");

  private OwnArn() {}

  /** Provider 6 states the Region, an applied trail its home; else the ARN tells. */
  static Optional<String> region(PlannedInstance live, Providers providers) {
    Instance instance = live.instance();
    return argument(instance)
        .filter(Arn::isRegion)
        .or(() -> instance.text("home_region"))
        .or(() -> arn(live, providers).flatMap(Arn::regionIn));
  }

  private static Optional<String> argument(Instance instance) {
    return instance.isCloudControl() ? Optional.empty() : instance.text("region");
  }

  static Optional<String> account(PlannedInstance live, Providers providers) {
    return arn(live, providers).flatMap(Arn::accountIn);
  }

  /** An ARN that the configuration sets is an argument, and names something else. */
  private static Optional<String> arn(PlannedInstance live, Providers providers) {
    return providers.sets(live, "arn") || FOREIGN.contains(live.instance().type())
        ? Optional.empty()
        : live.instance().text("arn");
  }
}
