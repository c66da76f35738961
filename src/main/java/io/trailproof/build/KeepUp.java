package io.trailproof.build;

import io.trailproof.catalog.AttributeTree;
import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.Schemas;
import io.trailproof.graph.Dialect;
import io.trailproof.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lists what newer sources of AWS's have for the chain that the snapshots have not. */
public final class KeepUp {
  private final Snapshots snapshots;
  private final Catalog catalog;
  private final List<Novelty> found = new ArrayList<>();

  private KeepUp(Snapshots snapshots, Catalog catalog) {
    this.snapshots = snapshots;
    this.catalog = catalog;
  }

  /**
   * Compares.
   *
   * @param arguments the root of the checkout, the file to write, and the newer sources, files or
   *     folders of JSON
   * @throws IllegalArgumentException if a source is none that is known
   */
  public static void main(String[] arguments) throws IOException {
    Path checkout = Path.of(arguments[0]);
    Snapshots snapshots = Snapshots.read(checkout);
    Catalog catalog = RuleFiles.read(checkout).catalog();
    StringBuilder text = new StringBuilder();
    for (String source : Arrays.asList(arguments).subList(2, arguments.length)) {
      for (Path file : Snapshots.files(Path.of(source), ".json")) {
        List<Novelty> found = of(snapshots, catalog, read(file));
        text.append("# ").append(file.getFileName()).append(": ").append(found.size());
        text.append(" new for the chain\n\n");
        found.forEach(one -> text.append(one.words()).append('\n'));
        text.append('\n');
      }
    }
    Files.writeString(Path.of(arguments[1]), text);
  }

  private static Newer read(Path file) throws IOException {
    Json json = Json.read(Files.readString(file)).value();
    if (json == null) {
      throw new IllegalArgumentException(file + " is no JSON");
    }
    return Newer.of(json);
  }

  /** What a newer source has that the snapshots have not. */
  static List<Novelty> of(Snapshots snapshots, Catalog catalog, Newer newer) {
    KeepUp keepUp = new KeepUp(snapshots, catalog);
    keepUp.types(newer.names());
    newer.schemas().forEach(keepUp::schema);
    newer.attributes().forEach(keepUp::attributes);
    return keepUp.found;
  }

  /** Of the services of the chain. */
  private void types(Set<String> names) {
    Set<String> groups = new TreeSet<>();
    catalog.types().stream()
        .flatMap(type -> type.bindings().stream())
        .filter(binding -> binding.dialect() != Dialect.CANONICAL)
        .forEach(binding -> groups.add(Schemas.group(binding.spelling())));
    for (String name : new TreeSet<>(names)) {
      if (!snapshots.names().contains(name) && groups.contains(Schemas.group(name))) {
        found.add(
            new Novelty(
                "type",
                name,
                "",
                "it leaves alone what it refers to once a snapshot names it; else, in rules/closed:"
                    + " `silencing_types: { F…: ["
                    + name
                    + "] }`"));
      }
    }
  }

  private void schema(String type, Json schema) {
    Json before = snapshots.schemas().get(type);
    if (before == null) {
      return;
    }
    attributes(type, AttributeTree.ofRegistry(schema));
    Map<String, Constraints.Said> known = Constraints.of(before);
    Constraints.of(schema)
        .forEach(
            (path, said) -> {
              Constraints.Said old = known.get(path);
              if (old != null) {
                values(type, path, old, said);
              }
            });
  }

  private void values(String type, String path, Constraints.Said old, Constraints.Said said) {
    String where = path.isEmpty() ? type : type + " " + path;
    String reader = reader(type, path).orElse(null);
    if (reader == null) {
      return;
    }
    for (String value : said.values()) {
      if (!old.values().isEmpty() && !old.values().contains(value)) {
        found.add(new Novelty("enum", where, "`" + value + "`", reader));
      }
    }
    said.limits()
        .forEach(
            (limit, value) -> {
              String before = old.limits().get(limit);
              if (before == null || !before.equals(value)) {
                String was = before == null ? "" : " (was " + before + ")";
                found.add(new Novelty("limit", where, (limit + " " + value).strip() + was, reader));
              }
            });
  }

  private void attributes(String type, AttributeTree newer) {
    AttributeTree before = snapshots.attributes().get(type);
    if (before != null) {
      properties(type, before, newer, "");
    }
  }

  private void properties(String type, AttributeTree before, AttributeTree newer, String path) {
    if (before.members().isEmpty() && !path.isEmpty()) {
      return; // any may stand there
    }
    newer
        .members()
        .forEach(
            (name, tree) -> {
              String at = path.isEmpty() ? name : path + "." + name;
              AttributeTree old = before.members().get(name);
              if (old != null) {
                properties(type, old, tree, at);
              } else if (!tree.told()) {
                found.add(new Novelty("property", type + " " + at, "", closing(type, at)));
              }
            });
  }

  private Optional<Binding> binding(String type) {
    return catalog.cloudFormation(type).or(() -> catalog.terraform(type));
  }

  /** The line of {@code rules/closed} for a property that nothing reads. */
  private String closing(String type, String path) {
    return binding(type)
        .map(
            binding ->
                "rules/closed/"
                    + service(binding)
                    + ".yaml: `"
                    + binding.type().name()
                    + ": { "
                    + binding.dialect().word()
                    + ": { documentation | beside | receiver | silencing | F…: ["
                    + path
                    + "] } }`")
        .orElse("the catalog does not have the type: nothing to classify");
  }

  /** What reads a property whose values are new; empty if nothing does, and they do not matter. */
  private Optional<String> reader(String type, String path) {
    if (path.isEmpty()) {
      return Optional.of("the newer snapshot says it");
    }
    return binding(type)
        .flatMap(
            binding ->
                canonical(binding.type().properties(), binding.dialect(), type, path)
                    .map(
                        name ->
                            "rules/catalog/"
                                + service(binding)
                                + ".yaml: `"
                                + binding.type().name()
                                + "."
                                + name
                                + "` reads it"));
  }

  /** The property that stands at a path, lists passed through. */
  private static Optional<String> canonical(
      List<Property> properties, Dialect dialect, String type, String path) {
    for (Property one : properties) {
      String at = one.spelt(dialect, type + ".").replaceAll("\\[[0-9]+\\]", "");
      if (at.equals(path)) {
        return Optional.of(one.name());
      }
      if (path.startsWith(at + ".") && !one.items().isEmpty()) {
        return canonical(one.items(), dialect, type, path.substring(at.length() + 1))
            .map(inner -> one.name() + "." + inner);
      }
    }
    return Optional.empty();
  }

  private static String service(Binding binding) {
    return binding.type().name().split("\\.", -1)[1];
  }
}
