package io.trailproof.input.terraform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Log groups by name: a metric filter has no ARN, but lives where the log group that it names does
 * (section 13).
 */
final class LogGroups {
  private final Map<String, Optional<Live>> byName = new HashMap<>();

  LogGroups(World world) {
    for (Live live : world.all()) {
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
  Optional<Live> of(Live live) {
    return live.instance()
        .text("log_group_name")
        .flatMap(name -> byName.getOrDefault(name, Optional.empty()));
  }
}
