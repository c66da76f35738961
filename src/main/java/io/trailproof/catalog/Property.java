package io.trailproof.catalog;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One canonical property of a resource type.
 *
 * @param links the types that its value may name, if it names a resource; what is no ARN names one
 *     of the first
 * @param attribute what names it: {@code arn}, {@code name}, or empty for either
 * @param spellings where it stands in each spelling of the type, by dialect and spelling
 * @param defaults what stands in where it is unset, by dialect
 * @param unset numbers that mean unset
 * @param keepsEmpty true if what is empty is a value: a text, or an object without members
 * @param required true if what it stands in cannot be made without it
 * @param items the properties of each item of a list of objects
 */
public record Property(
    String name,
    Kind kind,
    List<String> links,
    Optional<String> attribute,
    List<Spelling> spellings,
    Map<Dialect, Value> defaults,
    List<String> unset,
    boolean keepsEmpty,
    boolean required,
    List<Property> items) {

  /**
   * Where a property stands.
   *
   * @param type the spelling of the resource type it holds for; empty for all of the dialect
   * @param pairs the names of key and value where a map is written as a list of pairs
   * @param defaults the dialect whose defaults hold where it is unset
   */
  record Spelling(
      Dialect dialect,
      Optional<String> type,
      PropertyPath path,
      Optional<Pairs> pairs,
      Dialect defaults) {
    /** The one in the catalog's own words. */
    static Spelling canonical(String name) {
      return new Spelling(
          Dialect.CANONICAL,
          Optional.empty(),
          PropertyPath.parse(name),
          Optional.empty(),
          Dialect.CANONICAL);
    }

    /** The same in a type of Terraform's that is made of a type of CloudFormation's. */
    Spelling alike(String terraformType) {
      return new Spelling(
          Dialect.TERRAFORM,
          Optional.of(terraformType),
          path.inSnakeCase(),
          pairs.map(names -> new Pairs(SnakeCase.of(names.key()), SnakeCase.of(names.value()))),
          Dialect.CLOUDFORMATION);
    }

    boolean isOf(String terraformOrCloudFormationType) {
      return type.isEmpty() || type.get().equals(terraformOrCloudFormationType);
    }
  }

  /** The members that hold key and value. */
  record Pairs(String key, String value) {}

  /** What names a resource beside itself: a key goes by its alias too, a function by a version. */
  private static final Map<String, List<String>> STAND_FOR =
      Map.of(
          "aws.kms.Key", List.of("aws.kms.Alias"),
          "aws.lambda.Function", List.of("aws.lambda.Alias", "aws.lambda.Version"));

  /** The types of resource that its value may name. */
  public Set<String> targets() {
    Set<String> targets = new LinkedHashSet<>(links);
    links.forEach(link -> targets.addAll(STAND_FOR.getOrDefault(link, List.of())));
    return targets;
  }

  /**
   * How it is spelt in a dialect, for messages; the canonical name where it has no spelling.
   *
   * @param address of the resource, which tells which of Terraform's types it is
   */
  public String spelt(Dialect dialect, String address) {
    List<Spelling> ofDialect =
        spellings.stream().filter(spelling -> spelling.dialect() == dialect).toList();
    return ofDialect.stream()
        .filter(spelling -> spelling.type().filter(type -> isOf(address, type)).isPresent())
        .findFirst()
        .or(() -> ofDialect.stream().filter(spelling -> spelling.type().isEmpty()).findFirst())
        .or(() -> ofDialect.stream().findFirst())
        .map(spelling -> spelling.path().text())
        .orElse(name);
  }

  /** A property of its items. */
  public Optional<Property> item(String item) {
    return items.stream().filter(one -> one.name().equals(item)).findFirst();
  }

  /** True if the address is one of Terraform's and names the type. */
  private static boolean isOf(String address, String type) {
    return address.startsWith(type + ".") || address.contains("." + type + ".");
  }

  Optional<Spelling> spelling(Dialect dialect, String type) {
    for (Spelling spelling : spellings) {
      if (spelling.dialect() == dialect && spelling.isOf(type)) {
        return Optional.of(spelling);
      }
    }
    return Optional.empty();
  }

  /** The canonical value of this property of a resource written in a dialect. */
  Value read(Value raw, Dialect dialect, String type) {
    Optional<Spelling> spelling = spelling(dialect, type);
    if (spelling.isEmpty()) {
      return otherwise(new Value.Absent(raw.origin()), dialect);
    }
    Value found = spelling.get().path().find(raw);
    Value mapped = spelling.get().pairs().map(pairs -> unpaired(found, pairs)).orElse(found);
    Value read = kind.read(mapped);
    if (!items.isEmpty()) {
      read = itemwise(read, dialect, type);
    }
    return isUnset(read)
        ? otherwise(new Value.Absent(read.origin()), spelling.get().defaults())
        : read;
  }

  private Value otherwise(Value.Absent absent, Dialect dialect) {
    Value standIn = defaults.get(dialect);
    return standIn == null ? absent : standIn.from(absent.origin());
  }

  private boolean isUnset(Value value) {
    return value.match(
        new Value.Cases<Boolean>() {
          @Override
          public Boolean other(Value other) {
            return false;
          }

          @Override
          public Boolean absent(Value.Absent absent) {
            return true;
          }

          @Override
          public Boolean known(Value.Known known) {
            return (!keepsEmpty && known.text().isEmpty()) || unset.contains(known.text());
          }

          @Override
          public Boolean items(Value.Items list) {
            return list.items().isEmpty();
          }

          @Override
          public Boolean fields(Value.Fields object) {
            return !keepsEmpty && object.fields().isEmpty();
          }
        });
  }

  private Value itemwise(Value list, Dialect dialect, String type) {
    return list.match(
        new Value.Cases<>() {
          @Override
          public Value other(Value other) {
            return other;
          }

          @Override
          public Value fields(Value.Fields single) {
            return new Value.Items(List.of(item(single, dialect, type)), single.origin());
          }

          @Override
          public Value items(Value.Items several) {
            return new Value.Items(
                several.items().stream().map(one -> item(one, dialect, type)).toList(),
                several.origin());
          }

          @Override
          public Value choice(Value.Choice choice) {
            return new Value.Choice(
                choice.candidates().stream().map(one -> one.match(this)).toList(),
                choice.why(),
                choice.origin());
          }
        });
  }

  private Value item(Value raw, Dialect dialect, String type) {
    if (!(raw instanceof Value.Fields)) {
      return raw;
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Property property : items) {
      Value value = property.read(raw, dialect, type);
      if (!value.isAbsent()) {
        fields.put(property.name(), value);
      }
    }
    return new Value.Fields(fields, raw.origin());
  }

  /** A list of pairs as a map; a pair whose key has no text yet makes the whole map unknown. */
  private static Value unpaired(Value value, Pairs pairs) {
    if (!(value instanceof Value.Items list)) {
      return value;
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Value item : list.items()) {
      if (!(item instanceof Value.Fields pair)) {
        return new Value.Unknown("has a pair that cannot be read", value.origin());
      }
      Value key = pair.fields().getOrDefault(pairs.key(), new Value.Absent(pair.origin()));
      Optional<String> text = key.asText();
      if (text.isEmpty()) {
        return new Value.Unknown("has a key that is known only later", value.origin());
      }
      fields.put(
          text.get(),
          pair.fields()
              .getOrDefault(pairs.value(), new Value.Absent(Origin.at(pair.origin().span()))));
    }
    return new Value.Fields(fields, value.origin());
  }
}
