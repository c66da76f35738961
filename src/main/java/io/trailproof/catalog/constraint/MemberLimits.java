package io.trailproof.catalog.constraint;

import io.trailproof.catalog.constraint.Objection.Weight;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a schema forbids of the members of an object: which there have to be, and which not. */
final class MemberLimits {
  private final Value.Fields object;
  private final Schema schema;
  private final MemberPath path;
  private final Objections objections;

  private MemberLimits(Value.Fields object, Schema schema, MemberPath path, Objections objections) {
    this.object = object;
    this.schema = schema;
    this.path = path;
    this.objections = objections;
  }

  static void check(Value.Fields object, Schema schema, MemberPath path, Objections objections) {
    MemberLimits limits = new MemberLimits(object, schema, path, objections);
    schema.names("required").forEach(limits::required);
    schema.namesByName("dependentRequired").forEach(limits::dependent);
    schema.namesByName("dependentExcluded").forEach(limits::excluded);
    limits.oneOf(schema.names("requiredOr"), false);
    limits.oneOf(schema.names("requiredXor"), true);
    limits.number();
    schema.members().ifPresent(limits::names);
  }

  /** F203: a name within case or a letter of a known one; another may be newer than the schema. */
  private void names(Set<String> known) {
    for (Map.Entry<String, Value> member : object.fields().entrySet()) {
      String name = member.getKey();
      if (!known.contains(name)) {
        known.stream()
            .filter(one -> DidYouMean.isSlip(name, one))
            .sorted()
            .findFirst()
            .ifPresent(meant -> slip(name, member.getValue(), meant));
      }
    }
  }

  private void slip(String name, Value value, String meant) {
    objections.add(
        Limit.of("properties", "is no property", "did you mean `" + meant + "`?"),
        value,
        path.member(name));
  }

  private void required(String name) {
    switch (Presence.of(name, object)) {
      case ABSENT -> missing(name, Weight.CERTAIN);
      case OPEN -> missing(name, Weight.OPEN);
      case UNKNOWN, SET -> {}
    }
  }

  private void missing(String name, Weight weight) {
    objections.add(
        Limit.of("required", "is missing", "add `" + name + "`").but(weight),
        object,
        path.member(name));
  }

  private void dependent(String name, List<String> needed) {
    if (Presence.of(name, object) == Presence.SET) {
      needed.forEach(this::required);
    }
  }

  private void excluded(String name, List<String> others) {
    Presence own = Presence.of(name, object);
    for (String other : others) {
      Set<Presence> both = EnumSet.of(own, Presence.of(other, object));
      if (!both.contains(Presence.ABSENT) && !both.contains(Presence.UNKNOWN)) {
        objections.add(
            Limit.of(
                    "dependentExcluded",
                    "does not go with `" + other + "`",
                    "leave out `" + name + "` or `" + other + "`")
                .but(
                    both.contains(Presence.OPEN) || isEmpty(name) || isEmpty(other)
                        ? Weight.OPEN
                        : Weight.CERTAIN),
            object.fields().getOrDefault(name, object),
            path.member(name));
      }
    }
  }

  /** A list without items may be as good as none. */
  private boolean isEmpty(String name) {
    return object.fields().get(name) instanceof Value.Items list && list.items().isEmpty();
  }

  /**
   * Of some members one has to be there.
   *
   * @param alone whether there may be no other of them
   */
  private void oneOf(List<String> names, boolean alone) {
    if (names.isEmpty()) {
      return;
    }
    long set = Presence.SET.count(names, object);
    long open = Presence.OPEN.count(names, object);
    long unknown = Presence.UNKNOWN.count(names, object);
    String list = names.stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
    if (set + unknown == 0) {
      objections.add(
          Limit.of(alone ? "requiredXor" : "requiredOr", "has to hold one of " + list, "add one")
              .but(open > 0 ? Weight.OPEN : Weight.CERTAIN),
          object,
          path);
    } else if (alone && set + open > 1) {
      objections.add(
          Limit.of("requiredXor", "has to hold only one of " + list, "leave out all but one")
              .but(set > 1 ? Weight.CERTAIN : Weight.OPEN),
          object,
          path);
    }
  }

  private void number() {
    Set<String> names = object.fields().keySet();
    Optional<BigDecimal> least = schema.number("minProperties");
    if (least.isPresent()) {
      long there = names.size() - Presence.ABSENT.count(names, object);
      least
          .filter(bound -> BigDecimal.valueOf(there).compareTo(bound) < 0)
          .ifPresent(bound -> members("minProperties", "at least", bound));
    }
    Optional<BigDecimal> most = schema.number("maxProperties");
    if (most.isPresent()) {
      long set = Presence.SET.count(names, object);
      most.filter(bound -> BigDecimal.valueOf(set).compareTo(bound) > 0)
          .ifPresent(bound -> members("maxProperties", "at most", bound));
    }
  }

  private void members(String keyword, String bound, BigDecimal count) {
    objections.add(
        Limit.of(keyword, "has to hold " + bound + " " + count.toPlainString() + " of its members"),
        object,
        path);
  }
}
