package io.trailproof.catalog;

import io.trailproof.document.PackedReader;
import io.trailproof.document.PackedWriter;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A type as the reader of its file made it, packed when trailproof is built. What is written here
 * and what is read stand one above the other, and say the same in the same order.
 */
final class PackedType {
  private static final List<Dialect> DIALECTS = List.of(Dialect.values());
  private static final List<Kind> KINDS = List.of(Kind.values());

  private PackedType() {}

  static PackedWriter pack(ResourceType type) {
    return new PackedWriter()
        .text(type.title())
        .option(type.arn(), (row, arn) -> row.texts(arn.parts()))
        .list(
            type.bindings().stream().flatMap(one -> SpeltBinding.spelling(one).stream()).toList(),
            PackedType::pack)
        .list(type.properties(), PackedType::pack)
        .list(type.embeddings(), PackedType::pack)
        .option(type.identity(), PackedType::pack)
        .option(type.diesWith().map(Property::name), PackedWriter::text);
  }

  static ResourceType type(String name, PackedReader row, ResourceType.TypeSource types) {
    return new ResourceType(
        name,
        row.text(),
        row.option(arn -> new ArnShape(arn.texts())),
        row.list(PackedType::spelling),
        row.list(PackedType::property),
        row.list(PackedType::embedding),
        row.option(PackedType::identity),
        row.optionalText(),
        Closing.PACKED,
        types);
  }

  private static void pack(PackedWriter row, ResourceType.Spelling spelling) {
    row.number(DIALECTS.indexOf(spelling.dialect()))
        .text(spelling.type())
        .texts(spelling.references())
        .option(spelling.onlyUnknown(), PackedWriter::text)
        .option(spelling.like(), PackedWriter::text);
  }

  private static ResourceType.Spelling spelling(PackedReader row) {
    return new ResourceType.Spelling(
        DIALECTS.get(row.number()),
        row.text(),
        row.textsByKey(),
        row.optionalText(),
        row.optionalText());
  }

  /** Without its spelling in the catalog's own words, which is its name. */
  private static void pack(PackedWriter row, Property property) {
    row.text(property.name())
        .number(KINDS.indexOf(property.kind()))
        .texts(property.links())
        .option(property.attribute(), PackedWriter::text)
        .list(property.spellings().subList(0, property.spellings().size() - 1), PackedType::pack)
        .list(List.copyOf(property.defaults().entrySet()), PackedType::pack)
        .texts(property.unset())
        .flag(property.keepsEmpty())
        .flag(property.required())
        .list(property.items(), PackedType::pack);
  }

  private static Property property(PackedReader row) {
    String name = row.text();
    Kind kind = KINDS.get(row.number());
    return new Property(
        name,
        kind,
        row.texts(),
        row.optionalText(),
        spellings(name, row),
        defaults(kind, row),
        row.texts(),
        row.flag(),
        row.flag(),
        row.list(PackedType::property));
  }

  private static void pack(PackedWriter row, Property.Spelling spelling) {
    row.number(DIALECTS.indexOf(spelling.dialect())).option(spelling.type(), PackedWriter::text);
    spelling.path().pack(row);
    row.option(spelling.pairs(), (pair, pairs) -> pair.text(pairs.key()).text(pairs.value()))
        .number(DIALECTS.indexOf(spelling.defaults()));
  }

  private static List<Property.Spelling> spellings(String name, PackedReader row) {
    int left = row.number();
    List<Property.Spelling> spellings = new ArrayList<>(left + 1);
    for (; left > 0; left--) {
      spellings.add(
          new Property.Spelling(
              DIALECTS.get(row.number()),
              row.optionalText(),
              PropertyPath.unpack(row),
              row.option(pair -> new Property.Pairs(pair.text(), pair.text())),
              DIALECTS.get(row.number())));
    }
    spellings.add(Property.Spelling.canonical(name));
    return spellings;
  }

  private static void pack(PackedWriter row, Map.Entry<Dialect, Value> standIn) {
    row.number(DIALECTS.indexOf(standIn.getKey())).text(text(standIn.getValue()));
  }

  private static Map<Dialect, Value> defaults(Kind kind, PackedReader row) {
    int left = row.number();
    if (left == 0) {
      return Map.of();
    }
    Map<Dialect, Value> defaults = new LinkedHashMap<>();
    for (; left > 0; left--) {
      Dialect dialect = DIALECTS.get(row.number());
      defaults.put(dialect, kind.read(Value.text(row.text(), Origin.NOWHERE)));
    }
    return defaults;
  }

  /** What was read as a kind: a text, or one in a list. */
  private static String text(Value value) {
    return value instanceof Value.Items list
        ? text(list.items().get(0))
        : value.asText().orElseThrow();
  }

  private static void pack(PackedWriter row, ResourceType.Embedding embedding) {
    row.text(embedding.type())
        .list(
            List.copyOf(embedding.at().entrySet()),
            (at, one) -> one.getValue().pack(at.number(DIALECTS.indexOf(one.getKey()))))
        .text(embedding.owner());
  }

  private static ResourceType.Embedding embedding(PackedReader row) {
    String type = row.text();
    Map<Dialect, PropertyPath> at = new LinkedHashMap<>();
    for (int left = row.number(); left > 0; left--) {
      Dialect dialect = DIALECTS.get(row.number());
      at.put(dialect, PropertyPath.unpack(row));
    }
    return new ResourceType.Embedding(type, at, row.text());
  }

  private static void pack(PackedWriter row, PhysicalIdentity identity) {
    row.texts(identity.by())
        .word(identity.again())
        .word(identity.byHandler())
        .flag(identity.ignoreCase())
        .texts(identity.shares())
        .texts(identity.alike());
  }

  private static PhysicalIdentity identity(PackedReader row) {
    return new PhysicalIdentity(
        row.texts(),
        row.word(PhysicalIdentity.Again.values()),
        row.word(PhysicalIdentity.Again.values()),
        row.flag(),
        row.texts(),
        row.texts());
  }
}
