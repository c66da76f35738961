package io.trailproof.build;

import io.trailproof.catalog.AttributeTree;
import io.trailproof.catalog.Schemas;
import io.trailproof.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder {@code snapshots} of a checkout.
 *
 * @param schemas those of CloudFormation's registry, by type
 * @param names of all types, of CloudFormation's registry and of Terraform's providers
 * @param attributes what the types around the chain take, by their name in either format; of
 *     several versions of a provider, what any of them takes
 * @param given the attributes that {@code Fn::GetAtt} gives of types, by the first word of each
 */
record Snapshots(
    Map<String, Json> schemas,
    SortedSet<String> names,
    Map<String, AttributeTree> attributes,
    Map<String, Json> given) {

  /** Reads it. */
  static Snapshots read(Path checkout) throws IOException {
    Path folder = checkout.resolve("snapshots");
    Map<String, Json> schemas = object(folder.resolve("cloudformation").resolve("schemas.json"));
    SortedSet<String> names = new TreeSet<>();
    for (Path list : files(folder, "types.txt")) {
      names.addAll(Files.readAllLines(list));
    }
    Map<String, AttributeTree> attributes = new LinkedHashMap<>();
    schemas.forEach(
        (type, schema) -> {
          AttributeTree tree = AttributeTree.ofRegistry(schema);
          attributes.put(type, tree);
          attributes.put(Schemas.cloudControl(type), tree.inSnakeCase());
        });
    for (Path provider : files(folder.resolve("terraform"), ".json")) {
      object(provider)
          .forEach(
              (type, tree) ->
                  attributes.merge(type, AttributeTree.ofProvider(tree), AttributeTree::and));
    }
    return new Snapshots(
        schemas, names, attributes, given(folder.resolve("cloudformation/attributes.txt")));
  }

  /** Of each type a line: it, and what is given of it. */
  private static Map<String, Json> given(Path file) throws IOException {
    Map<String, Json> types = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        List<String> words = List.of(line.split(" ", -1));
        types.put(
            words.get(0),
            new Json.Arr(
                words.subList(1, words.size()).stream().<Json>map(Json.Str::new).toList()));
      }
    }
    return types;
  }

  /** The names by what few of them share, so that to ask for one reads few. */
  Map<String, List<Json>> groups() {
    Map<String, List<Json>> groups = new LinkedHashMap<>();
    for (String type : names) {
      groups.computeIfAbsent(Schemas.group(type), any -> new ArrayList<>()).add(new Json.Str(type));
    }
    return groups;
  }

  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** The members of the object in a file. */
  private static Map<String, Json> object(Path file) throws IOException {
    return Optional.ofNullable(Json.read(Files.readString(file)).value())
        .flatMap(Json::asMembers)
        .orElseThrow(() -> new IllegalStateException(file + " holds no JSON object"));
  }
}
