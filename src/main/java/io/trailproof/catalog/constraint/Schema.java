package io.trailproof.catalog.constraint;

import io.trailproof.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of a type of the registry, or a part of it, in the words of JSON Schema and the few
 * that the registry and its linter add: {@code dependentExcluded}, {@code requiredXor}, {@code
 * requiredOr}, {@code maxUniqueItems}, formats named after types.
 */
public final class Schema {
  /** Definitions that lead to each other in a ring lead nowhere. */
  private static final int STEPS = 20;

  private final Json whole;
  private final Map<String, Json> keywords;

  private Schema(Json whole, Map<String, Json> keywords) {
    this.whole = whole;
    this.keywords = keywords;
  }

  /** The schema of a whole type. */
  public static Schema of(Json type) {
    return new Schema(type, type.asMembers().orElse(Map.of()));
  }

  /** The schema that is meant where this one is only a reference to it. */
  private Schema meant() {
    Schema at = this;
    for (int step = 0; step < STEPS; step++) {
      Optional<String> target = at.text("$ref");
      if (target.isEmpty()) {
        return at;
      }
      at = at.part(at.at(target.get()));
    }
    return at;
  }

  private Json at(String pointer) {
    Json found = whole;
    for (String step : pointer.substring(pointer.indexOf('/') + 1).split("/", -1)) {
      found = found.asMembers().map(all -> all.get(step)).orElse(new Json.Obj(Map.of()));
    }
    return found;
  }

  private Schema part(Json node) {
    return new Schema(whole, node.asMembers().orElse(Map.of()));
  }

  private Optional<Json> keyword(String name) {
    return Optional.ofNullable(keywords.get(name));
  }

  /** The names of the types that a value may have; empty if any is as good. */
  Set<String> types() {
    List<Json> named = keyword("type").map(Json::elements).orElse(List.of());
    return named.stream().flatMap(one -> one.asText().stream()).collect(Collectors.toSet());
  }

  /** The one shape that a value has; empty if it may have several. */
  public Optional<Shape> shape() {
    Set<Shape> shapes = types().stream().map(Shape::of).collect(Collectors.toSet());
    return shapes.size() == 1 ? shapes.stream().findFirst() : Optional.empty();
  }

  Optional<String> text(String keyword) {
    return keyword(keyword).flatMap(Json::asText);
  }

  Optional<BigDecimal> number(String keyword) {
    return keyword(keyword)
        .flatMap(one -> one instanceof Json.Num number ? number.decimal() : Optional.empty());
  }

  boolean flag(String keyword) {
    return keyword(keyword).filter(Json.Bool.TRUE::equals).isPresent();
  }

  /** The names that a keyword lists, and for {@code enum} the values as text. */
  List<String> names(String keyword) {
    return keyword(keyword).map(Schema::texts).orElse(List.of());
  }

  private static List<String> texts(Json list) {
    List<String> texts = new ArrayList<>();
    for (Json one : list.elements()) {
      one.asText().ifPresentOrElse(texts::add, () -> texts.add(one.print()));
    }
    return texts;
  }

  /** The lists of names that an object under a keyword holds, by its keys. */
  Map<String, List<String>> namesByName(String keyword) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    keyword(keyword)
        .flatMap(Json::asMembers)
        .orElse(Map.of())
        .forEach((name, list) -> byName.put(name, texts(list)));
    return byName;
  }

  /** The schemas that a keyword lists. */
  List<Schema> alternatives(String keyword) {
    return keyword(keyword).map(Json::elements).orElse(List.of()).stream()
        .map(one -> part(one).meant())
        .toList();
  }

  /** True if it says which members there have to be, and nothing else. */
  boolean isOnlyRequired() {
    return keywords.keySet().equals(Set.of("required"));
  }

  /** The schema of each item of a list. */
  Optional<Schema> items() {
    return keyword("items").map(one -> part(one).meant());
  }

  /** The schema of a member; empty if the schema says nothing of it. */
  public Optional<Schema> member(String name) {
    return Optional.ofNullable(members("properties").get(name))
        .or(() -> byPattern(name))
        .map(one -> part(one).meant());
  }

  /** The schema of what lies below; items of lists are passed by. */
  public Optional<Schema> at(List<String> names) {
    Optional<Schema> at = Optional.of(this);
    for (String name : names) {
      at = at.map(one -> one.items().orElse(one)).flatMap(one -> one.member(name));
    }
    return at;
  }

  private Optional<Json> byPattern(String name) {
    return members("patternProperties").entrySet().stream()
        .filter(one -> !TextPattern.isNowhereIn(name, one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The names of all members; empty where any name may stand. */
  public Optional<Set<String>> members() {
    Set<String> names = members("properties").keySet();
    boolean open =
        names.isEmpty()
            || !members("patternProperties").isEmpty()
            || !keyword("additionalProperties").filter(Json.Bool.FALSE::equals).isPresent();
    return open ? Optional.empty() : Optional.of(names);
  }

  private Map<String, Json> members(String keyword) {
    return keyword(keyword).flatMap(Json::asMembers).orElse(Map.of());
  }
}
