package io.trailproof.build;

import io.trailproof.catalog.Schemas;
import io.trailproof.document.Knowledge;
import io.trailproof.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts the folder {@code rules}, and what the folder {@code snapshots} tells of AWS's types, into
 * {@link Knowledge}.
 */
public final class CompileKnowledge {
  private CompileKnowledge() {}

  /**
   * Compiles.
   *
   * @param arguments the root of the checkout and the folder of the compiled classes
   * @throws IllegalStateException if a snapshot is broken
   */
  public static void main(String[] arguments) throws IOException {
    Path checkout = Path.of(arguments[0]);
    Path classes = Path.of(arguments[1]);
    Files.createDirectories(classes);
    Files.write(classes.resolve(Knowledge.RESOURCE), compile(checkout));
  }

  /** The bytes that a checkout compiles to. */
  static byte[] compile(Path checkout) throws IOException {
    KnowledgeWriter writer = new KnowledgeWriter();
    Path cloudFormation = checkout.resolve("snapshots").resolve("cloudformation");
    read(cloudFormation.resolve("schemas.json"))
        .forEach((type, schema) -> writer.add(Schemas.SCHEMA + type, schema));
    RuleFiles.trees(checkout).forEach(writer::add);
    SortedSet<String> types = new TreeSet<>();
    for (Path names : files(checkout.resolve("snapshots"), "types.txt")) {
      types.addAll(Files.readAllLines(names));
    }
    names(types).forEach((group, names) -> writer.add(Schemas.NAMES + group, new Json.Arr(names)));
    return writer.bytes();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** The names of types by what few of them share, so that to ask for one reads few. */
  private static Map<String, List<Json>> names(SortedSet<String> types) {
    Map<String, List<Json>> groups = new TreeMap<>();
    for (String type : types) {
      groups.computeIfAbsent(Schemas.group(type), any -> new ArrayList<>()).add(new Json.Str(type));
    }
    return groups;
  }

  /** The members of the object in a file. */
  private static Map<String, Json> read(Path file) throws IOException {
    return Optional.ofNullable(Json.read(Files.readString(file)).value())
        .flatMap(Json::asMembers)
        .orElseThrow(() -> new IllegalStateException(file + " holds no JSON object"));
  }
}
