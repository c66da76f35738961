package io.trailproof.catalog;

import io.trailproof.graph.Dialect;
import io.trailproof.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Puts the classification of one spelling of a type together: where the catalog's properties stand,
 * and over that what is said in words.
 */
final class ClassifiedTree {
  /** What the types of a dialect have in common, whatever they are. */
  private static final SortedMap<String, String> OF_TERRAFORM =
      new TreeMap<>(
          Map.of(
              "id", Classification.TOLD,
              "region", Classification.READ,
              "tags", Classification.DOCUMENTATION,
              "tags_all", Classification.DOCUMENTATION,
              "timeouts", Classification.DOCUMENTATION));

  private static final SortedMap<String, String> OF_CLOUD_CONTROL =
      new TreeMap<>(Map.of("id", Classification.TOLD, "tags", Classification.DOCUMENTATION));

  private static final SortedMap<String, String> OF_CLOUDFORMATION =
      new TreeMap<>(Map.of("Tags", Classification.DOCUMENTATION));

  private final Dialect dialect;

  /** Made of CloudFormation's names, by Terraform's Cloud Control provider. */
  private final boolean alike;

  private final Branch root = new Branch();

  private ClassifiedTree(Dialect dialect, boolean alike) {
    this.dialect = dialect;
    this.alike = alike;
  }

  static Classification of(ResourceType type, Dialect dialect, String spelling, boolean alike) {
    ClassifiedTree tree = new ClassifiedTree(dialect, alike);
    tree.common().forEach((name, word) -> tree.root.at(List.of(name)).word = word);
    tree.add(tree.root, type, spelling);
    for (ResourceType.Embedding embedding : type.embeddings()) {
      PropertyPath at = embedding.at().get(alike ? Dialect.CLOUDFORMATION : dialect);
      if (at != null) {
        ResourceType inner = type.inner(embedding);
        Branch within = tree.root.at((alike ? at.inSnakeCase() : at).names());
        tree.add(within, inner, inner.spellingWithin(dialect, alike));
      }
    }
    return new Classification(tree.root.json());
  }

  private SortedMap<String, String> common() {
    return switch (dialect) {
      case TERRAFORM -> alike ? OF_CLOUD_CONTROL : OF_TERRAFORM;
      case CLOUDFORMATION -> OF_CLOUDFORMATION;
      case CANONICAL -> new TreeMap<>();
    };
  }

  private void add(Branch into, ResourceType type, String spelling) {
    properties(into, type.properties(), spelling);
    UnaryOperator<String> spelt = alike ? SnakeCase::of : UnaryOperator.identity();
    type.closing()
        .words()
        .getOrDefault(alike ? Dialect.CLOUDFORMATION : dialect, Map.of())
        .forEach(
            (word, paths) ->
                paths.forEach(
                    path -> {
                      String name = spelt.apply(Silence.path(path));
                      Branch branch = into.at(PropertyPath.parse(name).names());
                      branch.members.clear();
                      branch.word = Silence.word(word, path);
                    }));
  }

  private void properties(Branch into, List<Property> properties, String spelling) {
    for (Property property : properties) {
      Property.Spelling place = property.spelling(dialect, spelling).orElse(null);
      if (place == null) {
        continue;
      }
      Branch branch = into.at(place.path().names());
      properties(branch, property.items(), spelling);
      Property.Pairs pairs = place.pairs().orElse(null);
      if (pairs != null) {
        branch.at(List.of(pairs.key())).word = Classification.READ;
        branch.at(List.of(pairs.value())).word = Classification.READ;
      }
      branch.word = Classification.READ;
    }
  }

  /** What stands below a name; where members are known, they tell more than a word for all. */
  private static final class Branch {
    private final Map<String, Branch> members = new LinkedHashMap<>();
    private String word = Classification.READ;

    Branch at(List<String> names) {
      Branch branch = this;
      for (String name : names) {
        branch = branch.members.computeIfAbsent(name, any -> new Branch());
      }
      return branch;
    }

    Json json() {
      if (members.isEmpty()) {
        return new Json.Str(word);
      }
      Map<String, Json> all = new LinkedHashMap<>();
      members.forEach((name, branch) -> all.put(name, branch.json()));
      return new Json.Obj(all);
    }
  }
}
