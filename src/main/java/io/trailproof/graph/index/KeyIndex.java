package io.trailproof.graph.index;

import io.trailproof.graph.Equality;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of resources in a list, by a value that each of them has. */
final class KeyIndex {
  private final Map<String, List<Integer>> byKey = new HashMap<>();

  /** Those whose value is no known text. */
  private final List<Integer> loose = new ArrayList<>();

  /** Those whose value may be the same as values of any key. */
  private final List<Integer> keyless = new ArrayList<>();

  void add(int place, Value value) {
    if (!value.isKnown()) {
      loose.add(place);
    }
    Optional<String> key = Equality.key(value);
    if (key.isPresent()) {
      byKey.computeIfAbsent(key.get(), any -> new ArrayList<>()).add(place);
    } else if (!Equality.isLikeNothing(value)) {
      keyless.add(place);
    }
  }

  /** Adds one of whose value nothing is known. */
  void addLoose(int place) {
    loose.add(place);
  }

  /** Picks those whose value may be the same text as a known one. */
  void possible(Value known, Picks picks) {
    certain(known, picks);
    picks.add(loose);
  }

  /** Picks those whose value may be the same for certain. */
  void certain(Value value, Picks picks) {
    Optional<String> key = Equality.key(value);
    if (key.isPresent()) {
      picks.add(byKey.getOrDefault(key.get(), List.of()));
      picks.add(keyless);
    } else if (!Equality.isLikeNothing(value)) {
      picks.all();
    }
  }
}
