package io.trailproof.graph.index;

import io.trailproof.graph.Resource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Some of a list of resources, by their places in it, or all of them. */
final class Picks {
  private final BitSet places = new BitSet();
  private boolean all;

  void all() {
    all = true;
  }

  void add(List<Integer> some) {
    some.forEach(places::set);
  }

  boolean isAll() {
    return all;
  }

  int size() {
    return places.cardinality();
  }

  List<Resource> of(List<Resource> resources) {
    if (all) {
      return resources;
    }
    List<Resource> picked = new ArrayList<>();
    forEach(place -> picked.add(resources.get(place)));
    return picked;
  }

  void forEach(java.util.function.IntConsumer action) {
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      action.accept(place);
    }
  }
}
