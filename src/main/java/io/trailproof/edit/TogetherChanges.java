package io.trailproof.edit;

import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.remedy.Alteration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that follow each other, as what they come to: each property of each resource once. */
final class TogetherChanges {
  /** One property of one resource. */
  private record Place(ResourceId resource, String property) {}

  private final Map<ResourceId, Alteration.Add> added = new LinkedHashMap<>();
  private final Map<Place, Alteration> changed = new LinkedHashMap<>();

  private TogetherChanges() {}

  /** What is added first, then what is changed of what is there. */
  static List<Alteration> of(List<Alteration> changes) {
    TogetherChanges together = new TogetherChanges();
    changes.forEach(together::take);
    List<Alteration> all = new ArrayList<>(together.added.values());
    all.addAll(together.changed.values());
    return all;
  }

  private void take(Alteration change) {
    if (change instanceof Alteration.Add add) {
      added.put(add.resource(), add);
      return;
    }
    Alteration.Add own = added.get(change.resource());
    if (own != null) {
      added.put(own.resource(), changed(own, change));
    } else if (change instanceof Alteration.Set set) {
      changed.put(new Place(set.resource(), set.property()), set);
    } else if (change instanceof Alteration.Unset unset) {
      changed.put(new Place(unset.resource(), unset.property()), unset);
    }
  }

  private static Alteration.Add changed(Alteration.Add add, Alteration change) {
    Map<String, Value> properties = new LinkedHashMap<>(add.properties());
    if (change instanceof Alteration.Set set) {
      properties.put(set.property(), set.written());
    } else if (change instanceof Alteration.Unset unset) {
      properties.remove(unset.property());
    }
    return new Alteration.Add(add.resource(), add.type(), add.beside(), properties, add.after());
  }
}
