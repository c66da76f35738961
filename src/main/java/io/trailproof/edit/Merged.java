package io.trailproof.edit;

import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.remedy.Alteration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of which none undoes another: the last of a property counts, also of what is added. */
final class Merged {
  private final Map<ResourceId, Piece> added = new LinkedHashMap<>();
  private final Map<Place, Piece> changed = new LinkedHashMap<>();

  private record Place(ResourceId resource, String property) {}

  private Merged() {}

  /** The changes in the order in which each was first spoken of, those of what is there first. */
  static List<Piece> of(List<Alteration> changes) {
    Merged merged = new Merged();
    changes.forEach(merged::take);
    List<Piece> all = new ArrayList<>(merged.changed.values());
    all.addAll(merged.added.values());
    return all;
  }

  private void take(Alteration change) {
    Piece piece = added.get(change.resource());
    if (change instanceof Alteration.Add add) {
      added.put(add.resource(), new Piece(add, List.of(add)));
    } else if (piece != null && piece.change() instanceof Alteration.Add add) {
      Map<String, Value> properties = new LinkedHashMap<>(add.properties());
      if (change instanceof Alteration.Set set) {
        properties.put(set.property(), set.written());
      } else {
        properties.remove(property(change));
      }
      added.put(add.resource(), piece.and(Piece.with(add, properties), change));
    } else {
      Place place = new Place(change.resource(), property(change));
      Piece before = changed.get(place);
      changed.put(
          place, before == null ? new Piece(change, List.of(change)) : before.and(change, change));
    }
  }

  /** The property that is set or left out. */
  static String property(Alteration change) {
    if (change instanceof Alteration.Set set) {
      return set.property();
    }
    return change instanceof Alteration.Unset unset ? unset.property() : "";
  }
}
