package io.trailproof.edit;

import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.FreshNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of new blocks that no file of the module has, also not for what a plan leaves out. */
final class BlockLabels {
  private final ResourceGraph graph;
  private final ModuleFiles files;
  private final Map<ResourceId, ResourceId> renamed = new HashMap<>();

  BlockLabels(ResourceGraph graph, ModuleFiles files) {
    this.graph = graph;
    this.files = files;
  }

  /** The changes with such names. */
  List<Piece> fresh(List<Piece> pieces) {
    Set<String> taken = new HashSet<>();
    Map<ResourceId, Alteration.Add> added = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      if (piece.change() instanceof Alteration.Add add) {
        added.put(add.resource(), add);
        taken.add(add.resource().address());
      }
    }
    for (Alteration.Add add : added.values()) {
      String address = add.resource().address();
      String module = FreshNames.module(address);
      String folder = folder(add, added);
      String fresh = address;
      for (int n = 2; isDeclared(folder, fresh.substring(module.length())); n++) {
        do {
          fresh = address + "_" + n;
        } while (!taken.add(fresh) && n++ > 0);
      }
      if (!fresh.equals(address)) {
        renamed.put(add.resource(), new ResourceId(add.resource().input(), fresh));
      }
    }
    return renamed.isEmpty() ? pieces : pieces.stream().map(this::renamed).toList();
  }

  private String folder(Alteration.Add add, Map<ResourceId, Alteration.Add> added) {
    return graph.find(AddedBeside.of(add, added)).flatMap(files::folder).orElse("");
  }

  private boolean isDeclared(String folder, String address) {
    int dot = address.indexOf('.');
    return !files
        .blocks(folder, "resource", List.of(address.substring(0, dot), address.substring(dot + 1)))
        .isEmpty();
  }

  private Piece renamed(Piece piece) {
    if (piece.change() instanceof Alteration.Add add) {
      Map<String, Value> properties = new LinkedHashMap<>();
      add.properties().forEach((name, value) -> properties.put(name, renamed(value)));
      List<ResourceId> after = new ArrayList<>();
      add.after().forEach(one -> after.add(renamed(one)));
      return piece.of(
          new Alteration.Add(
              renamed(add.resource()), add.type(), renamed(add.beside()), properties, after));
    }
    return piece.change() instanceof Alteration.Set set
        ? piece.of(
            new Alteration.Set(set.resource(), set.property(), set.value(), renamed(set.written())))
        : piece;
  }

  private ResourceId renamed(ResourceId id) {
    return renamed.getOrDefault(id, id);
  }

  private Value renamed(Value value) {
    return value instanceof Value.Reference reference && renamed.containsKey(reference.target())
        ? new Value.Reference(
            renamed(reference.target()), reference.attribute(), reference.origin())
        : value.map(this::renamed);
  }
}
