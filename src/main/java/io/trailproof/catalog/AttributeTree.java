package io.trailproof.catalog;

import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a snapshot says that a type takes, as a tree by names: below a name the names within it, or
 * nothing where any may stand. Lists are passed through.
 *
 * @param members by name
 * @param told true for what is told of the resource, and cannot be set
 */
public record AttributeTree(Map<String, AttributeTree> members, boolean told) {
  private static final String COMPUTED = " (computed)";

  /** That of a type in a snapshot of a Terraform provider. */
  public static AttributeTree ofProvider(Json type) {
    Map<String, AttributeTree> members = new LinkedHashMap<>();
    type.asMembers()
        .orElse(Map.of())
        .forEach((name, inner) -> members.put(name, ofProvider(inner)));
    return new AttributeTree(
        members, type.asText().filter(kind -> kind.endsWith(COMPUTED)).isPresent());
  }

  /** That of a schema of CloudFormation's registry. */
  public static AttributeTree ofRegistry(Json schema) {
    Set<String> told = new LinkedHashSet<>();
    member(schema, "readOnlyProperties")
        .ifPresent(all -> all.elements().forEach(one -> told.add(one.asText().orElse(""))));
    return new Registry(schema, told).of(schema, "/properties", List.of());
  }

  /** Both, where several versions of a provider take different things. */
  public AttributeTree and(AttributeTree other) {
    Map<String, AttributeTree> both = new LinkedHashMap<>(members);
    other.members.forEach((name, tree) -> both.merge(name, tree, AttributeTree::and));
    return new AttributeTree(both, told && other.told);
  }

  /** The same by the names of Terraform's Cloud Control provider. */
  public AttributeTree inSnakeCase() {
    Map<String, AttributeTree> snake = new LinkedHashMap<>();
    members.forEach((name, tree) -> snake.put(SnakeCase.of(name), tree.inSnakeCase()));
    return new AttributeTree(snake, told);
  }

  /** What is below a path of names; empty if there is nothing. */
  public Optional<AttributeTree> at(List<String> names) {
    AttributeTree tree = this;
    for (String name : names) {
      tree = tree.members.get(name);
      if (tree == null) {
        return Optional.empty();
      }
    }
    return Optional.of(tree);
  }

  /** The paths of all that is told, without what is below. */
  public List<List<String>> allTold() {
    List<List<String>> all = new ArrayList<>();
    collect(List.of(), all);
    return all;
  }

  private void collect(List<String> path, List<List<String>> into) {
    if (told) {
      into.add(path);
      return;
    }
    members.forEach(
        (name, tree) -> {
          List<String> longer = new ArrayList<>(path);
          longer.add(name);
          tree.collect(List.copyOf(longer), into);
        });
  }

  private static Optional<Json> member(Json of, String name) {
    return of.asMembers().map(members -> members.get(name));
  }

  /** Walks one schema; a definition within itself holds any. */
  private record Registry(Json schema, Set<String> told) {
    AttributeTree of(Json type, String path, List<String> within) {
      Map<String, AttributeTree> members = new TreeMap<>();
      collect(type, path, within, members);
      return new AttributeTree(members, told.contains(path));
    }

    private void collect(
        Json type, String path, List<String> within, Map<String, AttributeTree> into) {
      String reference = member(type, "$ref").flatMap(Json::asText).orElse("");
      if (!reference.isEmpty() && !within.contains(reference)) {
        List<String> deeper = new ArrayList<>(within);
        deeper.add(reference);
        resolve(reference).ifPresent(target -> collect(target, path, deeper, into));
      }
      member(type, "properties")
          .flatMap(Json::asMembers)
          .ifPresent(
              all ->
                  all.forEach(
                      (name, one) ->
                          into.merge(
                              name, of(one, path + "/" + name, within), AttributeTree::and)));
      member(type, "items").ifPresent(items -> collect(items, path + "/*", within, into));
      for (String several : List.of("oneOf", "anyOf", "allOf")) {
        member(type, several)
            .ifPresent(all -> all.elements().forEach(one -> collect(one, path, within, into)));
      }
    }

    private Optional<Json> resolve(String reference) {
      Optional<Json> at = Optional.of(schema);
      String path = reference.startsWith("#/") ? reference.substring(2) : reference;
      for (String name : path.split("/", -1)) {
        at = at.flatMap(one -> member(one, name));
      }
      return at;
    }
  }
}
