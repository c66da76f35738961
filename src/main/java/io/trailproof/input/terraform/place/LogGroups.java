package io.trailproof.input.terraform.place;

import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Log groups by name: a metric filter has no ARN, but lives where the log group that it names does
 * (section 13).
 */
public final class LogGroups {
  private final Map<String, Optional<PlannedInstance>> byName = new HashMap<>();

  public LogGroups(PlannedState state) {
    for (PlannedInstance live : state.all()) {
      if (live.instance().type().equals("aws_cloudwatch_log_group")) {
        // Two groups of one name live in different places.
        live.instance()
            .text("name")
            .ifPresent(
                name -> byName.merge(name, Optional.of(live), (one, other) -> Optional.empty()));
      }
    }
  }

  /** The log group that an instance names, if it is the only one of that name. */
  Optional<PlannedInstance> of(PlannedInstance live) {
    return live.instance()
        .text("log_group_name")
        .flatMap(name -> byName.getOrDefault(name, Optional.empty()));
  }
}
