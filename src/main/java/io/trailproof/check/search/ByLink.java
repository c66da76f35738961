package io.trailproof.check.search;

import io.trailproof.graph.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that is known for every link of a chain and what is before it. */
final class ByLink<T> {
  private final List<Map<Before, T>> byLink = new ArrayList<>();

  ByLink(int links) {
    for (int i = 0; i < links; i++) {
      byLink.add(new HashMap<>());
    }
  }

  @Nullable T get(int link, Before before) {
    return byLink.get(link).get(before);
  }

  void put(int link, Before before, T what) {
    byLink.get(link).put(before, what);
  }

  /**
   * What a link looks back to; by identity, as what a resource is equal to takes long to tell.
   *
   * @param earlier the resource of the link before that; empty unless the link looks so far back
   */
  record Before(Resource from, Optional<Resource> earlier) {
    @Override
    @SuppressWarnings("ReferenceEquality") // as the comment above says
    public boolean equals(@Nullable Object other) {
      return other instanceof Before before
          && from == before.from
          && earlier.orElse(null) == before.earlier.orElse(null);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(from) + System.identityHashCode(earlier.orElse(null));
    }
  }
}
