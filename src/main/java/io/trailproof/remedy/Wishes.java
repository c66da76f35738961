package io.trailproof.remedy;

import java.util.Map;
import java.util.Optional;

/** What the user has said of values that only users know, by name. */
public record Wishes(Map<String, String> values) {
  public Wishes {
    values = Map.copyOf(values);
  }

  Optional<String> of(Remedy.Ask ask) {
    return Optional.ofNullable(values.get(ask.name()));
  }
}
