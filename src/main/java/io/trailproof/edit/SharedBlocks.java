package io.trailproof.edit;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.FreshNames;
import io.trailproof.remedy.Hcl;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one block makes several of is edited only where that is right for all of them. */
final class SharedBlocks {
  private final ResourceGraph graph;
  private final ModuleWords words;
  private final Siblings siblings;
  private final List<Piece> pieces;

  SharedBlocks(ResourceGraph graph, ModuleWords words, ModuleFiles files, List<Piece> pieces) {
    this.graph = graph;
    this.words = words;
    this.siblings = new Siblings(graph, files);
    this.pieces = pieces;
  }

  /** What writes expressions in the block of a resource. */
  Hcl words(Resource resource) {
    String key =
        siblings.of(resource).size() > 1
            ? Address.parse(resource.address()).map(Address::key).orElse("")
            : "";
    return words.of(FreshNames.module(resource.address()), key);
  }

  /**
   * Why a change is not right for all.
   *
   * @param where the resource that it changes, or beside which it adds one
   */
  Optional<String> whyNot(Piece piece, Resource where) {
    if (piece.change() instanceof Alteration.Add add) {
      return added(add, where);
    }
    return among(piece, where, siblings.of(where));
  }

  /** Why a change is not right for all that one call of a module makes. */
  Optional<String> whyNotAtCall(Piece piece, Resource where) {
    return among(
        piece,
        where,
        siblings.of(where).stream().filter(one -> call(one).equals(call(where))).toList());
  }

  private static String call(Resource resource) {
    return Address.parse(resource.address())
        .map(Address::modules)
        .filter(all -> !all.isEmpty())
        .map(all -> all.get(all.size() - 1).name())
        .orElse("");
  }

  private Optional<String> among(Piece piece, Resource where, List<Resource> all) {
    String property = Merged.property(piece.change());
    for (Resource other : all) {
      if (!other.id().equals(where.id()) && !isSame(piece.change(), where, other, property)) {
        return Optional.of("its block makes `" + other.address() + "` too, which is not to change");
      }
    }
    return Optional.empty();
  }

  private boolean isSame(Alteration change, Resource where, Resource other, String property) {
    for (Piece piece : pieces) {
      Alteration one = piece.change();
      if (one.resource().equals(other.id()) && Merged.property(one).equals(property)) {
        return written(one, other).equals(written(change, where));
      }
    }
    if (change instanceof Alteration.Set set) {
      Optional<String> text = graph.property(other, property).asText();
      return text.isPresent() && text.equals(set.written().asText());
    }
    return !other.has(property);
  }

  private String written(Alteration change, Resource resource) {
    return change instanceof Alteration.Set set
        ? words(resource).expression(set.written(), "")
        : "";
  }

  /** A resource more in a module is one more in each of its calls. */
  private Optional<String> added(Alteration.Add add, Resource where) {
    String own = FreshNames.module(add.resource().address());
    Set<String> modules = new LinkedHashSet<>();
    siblings.of(where).forEach(one -> modules.add(FreshNames.module(one.address())));
    modules.remove(own);
    for (String module : modules) {
      String wanted = block(add, own);
      boolean isThere =
          pieces.stream()
              .map(Piece::change)
              .anyMatch(
                  one ->
                      one instanceof Alteration.Add other
                          && FreshNames.module(other.resource().address()).equals(module)
                          && block(other, module).equals(wanted));
      if (!isThere) {
        return Optional.of(
            "its module is called as `"
                + module.substring(0, module.length() - 1)
                + "` too, where it is not to be added");
      }
    }
    return Optional.empty();
  }

  private String block(Alteration.Add add, String module) {
    return words.of(module, "").block(add);
  }
}
