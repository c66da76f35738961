package io.trailproof.input.terraform.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What was seen of something that must be one: a provider's Region, an account. */
final class Evidence {
  private final Map<String, Set<String>> seen = new HashMap<>();

  void add(String about, String what) {
    seen.computeIfAbsent(about, a -> new TreeSet<>()).add(what);
  }

  /** What was seen, if it was always the same. */
  Optional<String> only(String about) {
    Set<String> all = seen.getOrDefault(about, Set.of());
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }
}
