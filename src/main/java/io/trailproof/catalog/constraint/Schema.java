package io.trailproof.catalog.constraint;

import io.trailproof.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The schema of a type of the registry, or a part of it, in the words of JSON Schema and the few
 * that the registry and its linter add: {@code dependentExcluded}, {@code requiredXor}, {@code
 * requiredOr}, {@code maxUniqueItems}, formats named after types.
 *
 * <p>Thousands of values are held against each part: what it says is worked out once, and its parts
 * are made when they are first asked for.
 */
public final class Schema {
  /** Definitions that lead to each other in a ring lead nowhere. */
  private static final int STEPS = 20;

  /** The keywords that list names or values. */
  private static final Set<String> LISTS =
      Set.of("required", "requiredOr", "requiredXor", "enum", "const");

  /** The keywords that list the names that go or do not go with another. */
  private static final Set<String> LISTS_BY_NAME = Set.of("dependentRequired", "dependentExcluded");

  private final Json whole;
  private final Map<String, Json> keywords;
  private final Set<String> types = new HashSet<>();
  private final Set<Shape> shapes = new TreeSet<>();
  private final Map<String, BigDecimal> numbers = new HashMap<>();
  private final Map<String, List<String>> names = new HashMap<>();
  private final Map<String, Map<String, List<String>>> namesByName = new HashMap<>();

  /** Those that references lead to, by where these point; the parts of a schema share them. */
  private final ConcurrentMap<String, Schema> meant;

  private final ConcurrentMap<String, Schema> members = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<Schema>> parts = new ConcurrentHashMap<>();

  private Schema(Json whole, Map<String, Json> keywords, ConcurrentMap<String, Schema> meant) {
    this.whole = whole;
    this.keywords = keywords;
    this.meant = meant;
    keywords.forEach(this::note);
  }

  private void note(String keyword, Json said) {
    if (said instanceof Json.Num number) {
      number.decimal().ifPresent(decimal -> numbers.put(keyword, decimal));
    }
    if (LISTS.contains(keyword)) {
      names.put(keyword, texts(said));
    } else if (LISTS_BY_NAME.contains(keyword)) {
      Map<String, List<String>> byName = new LinkedHashMap<>();
      said.asMembers().orElse(Map.of()).forEach((name, list) -> byName.put(name, texts(list)));
      namesByName.put(keyword, byName);
    } else if (keyword.equals("type")) {
      for (Json one : said.elements()) {
        one.asText().ifPresent(types::add);
      }
      types.forEach(type -> shapes.add(Shape.of(type)));
    }
  }

  private static List<String> texts(Json list) {
    List<String> texts = new ArrayList<>();
    for (Json one : list.elements()) {
      texts.add(one.asText().orElseGet(one::print));
    }
    return List.copyOf(texts);
  }

  /** The schema of a whole type. */
  public static Schema of(Json type) {
    return new Schema(type, type.asMembers().orElse(Map.of()), new ConcurrentHashMap<>());
  }

  /** The schema that a part is, or that it means where it is only a reference. */
  private Schema part(Json node) {
    Map<String, Json> at = node.asMembers().orElse(Map.of());
    Json reference = at.get("$ref");
    Optional<String> target = reference == null ? Optional.empty() : reference.asText();
    if (target.isEmpty()) {
      return new Schema(whole, at, meant);
    }
    Schema known = meant.get(target.get());
    if (known == null) {
      known = meant(target.get());
      meant.put(target.get(), known);
    }
    return known;
  }

  private Schema meant(String first) {
    Map<String, Json> at = Map.of();
    Optional<String> target = Optional.of(first);
    for (int step = 0; step < STEPS && target.isPresent(); step++) {
      at = at(target.get()).asMembers().orElse(Map.of());
      target = Optional.ofNullable(at.get("$ref")).flatMap(Json::asText);
    }
    return new Schema(whole, at, meant);
  }

  private Json at(String pointer) {
    Json found = whole;
    for (String step : pointer.substring(pointer.indexOf('/') + 1).split("/", -1)) {
      found = found.asMembers().map(all -> all.get(step)).orElse(new Json.Obj(Map.of()));
    }
    return found;
  }

  private Map<String, Json> objects(String keyword) {
    Json said = keywords.get(keyword);
    return said == null ? Map.of() : said.asMembers().orElse(Map.of());
  }

  /** The names of the types that a value may have; empty if any is as good. */
  Set<String> types() {
    return types;
  }

  /** The shapes that a value may have; empty if any is as good. */
  Set<Shape> shapes() {
    return shapes;
  }

  /** True if a value may have this shape. */
  boolean takes(Shape shape) {
    return shapes.isEmpty() || shapes.contains(shape);
  }

  /** The one shape that a value has; empty if it may have several. */
  public Optional<Shape> shape() {
    return shapes.size() == 1 ? shapes.stream().findFirst() : Optional.empty();
  }

  Optional<String> text(String keyword) {
    Json said = keywords.get(keyword);
    return said == null ? Optional.empty() : said.asText();
  }

  Optional<BigDecimal> number(String keyword) {
    return Optional.ofNullable(numbers.get(keyword));
  }

  boolean flag(String keyword) {
    return Json.Bool.TRUE.equals(keywords.get(keyword));
  }

  /** The names that a keyword lists, and for {@code enum} the values as text. */
  List<String> names(String keyword) {
    return names.getOrDefault(keyword, List.of());
  }

  /** The lists of names that an object under a keyword holds, by its keys. */
  Map<String, List<String>> namesByName(String keyword) {
    return namesByName.getOrDefault(keyword, Map.of());
  }

  /** The schemas that a keyword lists. */
  List<Schema> alternatives(String keyword) {
    Json said = keywords.get(keyword);
    if (said == null) {
      return List.of();
    }
    List<Schema> known = parts.get(keyword);
    if (known == null) {
      List<Schema> made = new ArrayList<>();
      for (Json one : said.elements()) {
        made.add(part(one));
      }
      known = List.copyOf(made);
      parts.put(keyword, known);
    }
    return known;
  }

  /** True if it says which members there have to be, and nothing else. */
  boolean isOnlyRequired() {
    return keywords.size() == 1 && keywords.containsKey("required");
  }

  /** The schema of each item of a list. */
  Optional<Schema> items() {
    List<Schema> only = alternatives("items");
    return only.isEmpty() ? Optional.empty() : Optional.of(only.get(0));
  }

  /** The schema of a member; empty if the schema says nothing of it. */
  public Optional<Schema> member(String name) {
    Schema known = members.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Json said = objects("properties").get(name);
    if (said == null) {
      return byPattern(name);
    }
    Schema made = part(said);
    members.put(name, made);
    return Optional.of(made);
  }

  /** Any names may come, so that these are not kept. */
  private Optional<Schema> byPattern(String name) {
    return objects("patternProperties").entrySet().stream()
        .filter(one -> !TextPattern.isNowhereIn(name, one.getKey()))
        .map(one -> part(one.getValue()))
        .findFirst();
  }

  /** The schema of what lies below; items of lists are passed by. */
  public Optional<Schema> at(List<String> names) {
    Optional<Schema> at = Optional.of(this);
    for (String name : names) {
      at = at.map(one -> one.items().orElse(one)).flatMap(one -> one.member(name));
    }
    return at;
  }

  /** The names of all members; empty where any name may stand. */
  public Optional<Set<String>> members() {
    Set<String> all = objects("properties").keySet();
    boolean open =
        all.isEmpty()
            || !objects("patternProperties").isEmpty()
            || !Json.Bool.FALSE.equals(keywords.get("additionalProperties"));
    return open ? Optional.empty() : Optional.of(all);
  }
}
