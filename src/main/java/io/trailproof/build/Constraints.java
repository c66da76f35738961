package io.trailproof.build;

import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema of the registry says of the values of each property, by path, lists passed through.
 */
final class Constraints {
  private static final List<String> LIMITS =
      List.of("maximum", "minimum", "maxLength", "minLength", "maxItems", "minItems", "pattern");

  /** What is said of one property. */
  record Said(Set<String> values, Map<String, String> limits) {}

  private final Json schema;
  private final Map<String, Said> byPath = new TreeMap<>();

  private Constraints(Json schema) {
    this.schema = schema;
  }

  /** Those of a type. */
  static Map<String, Said> of(Json schema) {
    Constraints all = new Constraints(schema);
    all.visit(schema, "", List.of());
    return all.byPath;
  }

  private void visit(Json type, String path, List<String> within) {
    Said said = byPath.computeIfAbsent(path, any -> new Said(new TreeSet<>(), new TreeMap<>()));
    get(type, "enum").ifPresent(all -> all.elements().forEach(one -> said.values().add(text(one))));
    for (String limit : LIMITS) {
      get(type, limit).ifPresent(value -> said.limits().putIfAbsent(limit, text(value)));
    }
    get(type, "required")
        .ifPresent(
            all -> all.elements().forEach(one -> said.limits().put("required " + text(one), "")));
    String reference = get(type, "$ref").flatMap(Json::asText).orElse("");
    if (!reference.isEmpty() && !within.contains(reference)) {
      List<String> deeper = new ArrayList<>(within);
      deeper.add(reference);
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      get(schema, "definitions")
          .flatMap(all -> get(all, name))
          .ifPresent(one -> visit(one, path, deeper));
    }
    get(type, "items").ifPresent(items -> visit(items, path, within));
    for (String several : List.of("oneOf", "anyOf", "allOf")) {
      get(type, several).ifPresent(all -> all.elements().forEach(one -> visit(one, path, within)));
    }
    get(type, "properties")
        .flatMap(Json::asMembers)
        .ifPresent(
            all ->
                all.forEach(
                    (name, one) -> visit(one, path.isEmpty() ? name : path + "." + name, within)));
  }

  private static String text(Json value) {
    return value.asText().orElseGet(value::print);
  }

  private static Optional<Json> get(Json of, String name) {
    return of.asMembers().map(members -> members.get(name));
  }
}
