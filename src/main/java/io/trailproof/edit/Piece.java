package io.trailproof.edit;

import io.trailproof.graph.Value;
import io.trailproof.remedy.Alteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A change as it is written.
 *
 * @param origin the changes that it comes of
 */
record Piece(Alteration change, List<Alteration> origin) {
  Piece {
    origin = List.copyOf(origin);
  }

  /** The same for another change. */
  Piece of(Alteration other) {
    return new Piece(other, origin);
  }

  /** The same, which comes of a change more. */
  Piece and(Alteration other, Alteration also) {
    List<Alteration> all = new ArrayList<>(origin);
    all.add(also);
    return new Piece(other, all);
  }

  /** What it writes. */
  List<Value> values() {
    if (change instanceof Alteration.Add add) {
      return List.copyOf(add.properties().values());
    }
    return change instanceof Alteration.Set set ? List.of(set.written()) : List.of();
  }

  /** An addition without some properties, or with others. */
  static Alteration.Add with(Alteration.Add add, Map<String, Value> properties) {
    return new Alteration.Add(add.resource(), add.type(), add.beside(), properties, add.after());
  }
}
