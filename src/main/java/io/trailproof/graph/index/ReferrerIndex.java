package io.trailproof.graph.index;

import io.trailproof.graph.Resource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;

/** For each resource of one type those of another that may name it in one of their properties. */
final class ReferrerIndex {
  /** A value that may name more than this many is kept as one that may name any. */
  private static final int FEW = 32;

  private final List<Resource> holders;
  private final IdentityHashMap<Resource, List<Integer>> holdersOf = new IdentityHashMap<>();
  private final List<Integer> open = new ArrayList<>();

  ReferrerIndex(List<Resource> holders, String property, NameIndex targets) {
    this.holders = holders;
    targets.resources().forEach(target -> holdersOf.put(target, new ArrayList<>()));
    for (int i = 0; i < holders.size(); i++) {
      int holder = i;
      Picks picks = targets.pick(holders.get(i).property(property), false);
      if (picks.isAll() || picks.size() > FEW) {
        open.add(holder);
      } else {
        picks.forEach(place -> add(targets.resources().get(place), holder));
      }
    }
  }

  private void add(Resource target, int holder) {
    holdersOf.computeIfAbsent(target, any -> new ArrayList<>()).add(holder);
  }

  /** All that may name a resource, in order, and perhaps others. */
  List<Resource> possible(Resource target) {
    List<Integer> some = holdersOf.get(target);
    if (some == null) {
      return holders; // it is not of this graph
    }
    if (open.isEmpty()) {
      return some.stream().map(holders::get).toList();
    }
    TreeSet<Integer> places = new TreeSet<>(open);
    places.addAll(some);
    return places.stream().map(holders::get).toList();
  }

  /** Of these the ones that may name few others beside it. */
  List<Resource> likely(Resource target) {
    return holdersOf.getOrDefault(target, List.of()).stream().map(holders::get).toList();
  }
}
