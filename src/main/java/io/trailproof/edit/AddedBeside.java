package io.trailproof.edit;

import io.trailproof.graph.ResourceId;
import io.trailproof.remedy.Alteration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The resources that are there beside which others are added. */
final class AddedBeside {
  private AddedBeside() {}

  /** What an addition stands beside, where that may be added as well. */
  static ResourceId of(Alteration.Add add, Map<ResourceId, Alteration.Add> added) {
    ResourceId beside = add.beside();
    for (Alteration.Add next = added.get(beside); next != null; next = added.get(beside)) {
      beside = next.beside();
    }
    return beside;
  }

  /** The same among some changes. */
  static ResourceId of(Alteration.Add add, List<Piece> pieces) {
    Map<ResourceId, Alteration.Add> added = new HashMap<>();
    for (Piece piece : pieces) {
      if (piece.change() instanceof Alteration.Add one) {
        added.put(one.resource(), one);
      }
    }
    return of(add, added);
  }
}
