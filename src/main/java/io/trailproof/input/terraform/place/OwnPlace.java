package io.trailproof.input.terraform.place;

import io.trailproof.graph.Arn;
import io.trailproof.input.terraform.plan.Change;
import io.trailproof.input.terraform.plan.Instance;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What instances tell of where they are: by their own ARNs, and by the log group that they name,
 * since a metric filter has no ARN but lives where that does (section 13).
 */
public final class OwnPlace {
  /** Types whose {@code arn} names another resource. */
  private static final Set<String> FOREIGN = Set.of("aws_cloudwatch_event_target");

  private final Providers providers;
  private final Map<String, Optional<PlannedInstance>> groupsByName = new HashMap<>();

  public OwnPlace(PlannedState state, Providers providers) {
    this.providers = providers;
    for (PlannedInstance live : state.all()) {
      if (live.instance().type().equals("aws_cloudwatch_log_group")) {
        // Two groups of one name live in different places.
        live.instance()
            .text("name")
            .ifPresent(
                name ->
                    groupsByName.merge(name, Optional.of(live), (one, other) -> Optional.empty()));
      }
    }
    for (Change change : state.removals()) {
      // The new group of an address knows its place only later; the old one was there.
      Instance was = change.before();
      if (was.type().equals("aws_cloudwatch_log_group")) {
        was.text("name")
            .ifPresent(
                name ->
                    groupsByName.merge(
                        name,
                        Optional.of(PlannedInstance.asItWas(was)),
                        (one, old) ->
                            one.filter(live -> live.address().equals(was.address())).isPresent()
                                ? old
                                : Optional.empty()));
      }
    }
  }

  /** Provider 6 states the Region, an applied trail its home; else the ARN tells. */
  Optional<String> region(PlannedInstance live) {
    Instance instance = live.instance();
    return argument(instance)
        .filter(Arn::isRegion)
        .or(() -> instance.text("home_region"))
        .or(() -> arn(live).flatMap(Arn::regionIn));
  }

  private static Optional<String> argument(Instance instance) {
    return instance.isCloudControl() ? Optional.empty() : instance.text("region");
  }

  Optional<String> account(PlannedInstance live) {
    return live.instance().type().equals("aws_sns_topic_subscription")
        ? Optional.empty() // its ARN has the account of the topic
        : arn(live).flatMap(Arn::accountIn);
  }

  /** An ARN that the configuration sets is an argument, and names something else. */
  private Optional<String> arn(PlannedInstance live) {
    return providers.sets(live, "arn") || FOREIGN.contains(live.instance().type())
        ? Optional.empty()
        : live.instance().text("arn");
  }

  Optional<String> regionOfLogGroup(PlannedInstance live) {
    return logGroup(live).flatMap(this::region);
  }

  Optional<String> accountOfLogGroup(PlannedInstance live) {
    return logGroup(live).flatMap(this::account);
  }

  /**
   * The log group of the same provider that an instance names, if it is the only one so named; what
   * the configuration does not hold any more has no provider.
   */
  private Optional<PlannedInstance> logGroup(PlannedInstance live) {
    return live.instance()
        .text("log_group_name")
        .flatMap(name -> groupsByName.getOrDefault(name, Optional.empty()))
        .filter(
            group ->
                providers.key(live).isEmpty() || providers.key(group).equals(providers.key(live)));
  }
}
