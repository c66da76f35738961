package io.trailproof.catalog;

import io.trailproof.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which members of a type's properties CloudFormation's registry requires. */
final class Required {
  private final Json schema;

  private Required(Json schema) {
    this.schema = schema;
  }

  /**
   * Whether a member must be there where its object is.
   *
   * @param type of CloudFormation's
   * @param path its names, as Terraform's Cloud Control provider spells them
   */
  static boolean is(String type, List<String> path) {
    Json schema = Schemas.schema(type).orElse(null);
    return schema != null && new Required(schema).is(schema, path);
  }

  private boolean is(Json object, List<String> path) {
    Json at = object;
    for (int i = 0; i < path.size(); i++) {
      Json holder = items(at);
      Map.Entry<String, Json> member = member(holder, path.get(i)).orElse(null);
      if (member == null) {
        return false;
      }
      if (i == path.size() - 1) {
        return get(holder, "required").stream()
            .flatMap(all -> all.elements().stream())
            .anyMatch(one -> one.asText().filter(member.getKey()::equals).isPresent());
      }
      at = member.getValue();
    }
    return false;
  }

  private static Optional<Map.Entry<String, Json>> member(Json holder, String name) {
    return get(holder, "properties").flatMap(Json::asMembers).stream()
        .flatMap(all -> all.entrySet().stream())
        .filter(one -> SnakeCase.of(one.getKey()).equals(name))
        .findFirst();
  }

  /** What an element is, of a list; else the type itself; where it stands for another one, that. */
  private Json items(Json type) {
    Json at = type;
    for (int hops = 0; hops < 10; hops++) {
      Json here = at;
      Optional<Json> next =
          get(here, "items")
              .or(() -> get(here, "$ref").flatMap(Json::asText).flatMap(this::resolve));
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
    }
    return at;
  }

  private Optional<Json> resolve(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    return get(schema, "definitions").flatMap(all -> get(all, name));
  }

  private static Optional<Json> get(Json of, String name) {
    return of.asMembers().map(members -> members.get(name));
  }
}
