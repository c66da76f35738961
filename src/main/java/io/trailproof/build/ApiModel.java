package io.trailproof.build;

import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what an operation of an API takes into the form of a schema of the registry. */
final class ApiModel {
  private final Json shapes;

  private ApiModel(Json shapes) {
    this.shapes = shapes;
  }

  /** What an operation takes; empty if the model does not have it. */
  static Optional<Json> input(Json model, String operation) {
    return get(model, "operations")
        .flatMap(all -> get(all, operation))
        .flatMap(one -> get(one, "input"))
        .flatMap(one -> get(one, "shape"))
        .flatMap(Json::asText)
        .map(shape -> new ApiModel(get(model, "shapes").orElseThrow()).schema(shape, List.of()));
  }

  /** What two operations make of one type. */
  static Json both(Json one, Json other) {
    Map<String, Json> properties = new LinkedHashMap<>(properties(one));
    properties.putAll(properties(other));
    return new Json.Obj(Map.of("properties", new Json.Obj(properties)));
  }

  private static Map<String, Json> properties(Json schema) {
    return get(schema, "properties").flatMap(Json::asMembers).orElse(Map.of());
  }

  private Json schema(String name, List<String> within) {
    Json shape = get(shapes, name).orElse(new Json.Obj(Map.of()));
    Map<String, Json> schema = new LinkedHashMap<>();
    if (within.contains(name)) {
      return new Json.Obj(schema);
    }
    List<String> deeper = new ArrayList<>(within);
    deeper.add(name);
    String type = get(shape, "type").flatMap(Json::asText).orElse("");
    switch (type) {
      case "structure" -> {
        Map<String, Json> properties = new LinkedHashMap<>();
        get(shape, "members")
            .flatMap(Json::asMembers)
            .ifPresent(
                all ->
                    all.forEach((member, one) -> properties.put(capital(member), of(one, deeper))));
        schema.put("properties", new Json.Obj(properties));
      }
      case "list" -> get(shape, "member").ifPresent(one -> schema.put("items", of(one, deeper)));
      default -> get(shape, "enum").ifPresent(all -> schema.put("enum", all));
    }
    String size =
        switch (type) {
          case "string" -> "Length";
          case "list" -> "Items";
          default -> "imum";
        };
    get(shape, "max").ifPresent(max -> schema.put("max" + size, max));
    get(shape, "min").ifPresent(min -> schema.put("min" + size, min));
    return new Json.Obj(schema);
  }

  private Json of(Json member, List<String> within) {
    return get(member, "shape")
        .flatMap(Json::asText)
        .map(shape -> schema(shape, within))
        .orElse(new Json.Obj(Map.of()));
  }

  /** Some services write their members as CloudFormation does, others with a small letter. */
  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Optional<Json> get(Json of, String name) {
    return of.asMembers().map(members -> members.get(name));
  }
}
