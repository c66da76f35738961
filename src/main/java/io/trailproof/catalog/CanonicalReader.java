package io.trailproof.catalog;

import io.trailproof.document.Node;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads resources that are written in the catalog's own words: those of rule tests, and those that
 * users declare.
 *
 * <p>A value tagged {@code !ref} refers to another resource of the same input, {@code !unknown}
 * stands for what nobody tells.
 */
public final class CanonicalReader {
  /** What is said of a resource beside its properties. */
  public static final Set<String> OWN = Set.of("type", "existence", "region", "account");

  private static final String REF = "!ref";
  private static final String UNKNOWN = "!unknown";

  private final String input;

  /**
   * A reader of one input.
   *
   * @param input its name, which the ids of its resources share
   */
  public CanonicalReader(String input) {
    this.input = input;
  }

  /**
   * The resource, and those written inside it.
   *
   * @param written its properties and what else is said of it
   * @param elsewhere where it is if its ARN, {@code region} and {@code account} do not say
   */
  public List<Resource> read(
      String name,
      ResourceType type,
      Map<String, Node> written,
      Existence existence,
      Place elsewhere,
      Span span) {
    Map<String, Value> values = new LinkedHashMap<>();
    written.forEach(
        (property, node) -> {
          if (!OWN.contains(property)) {
            values.put(property, value(node));
          }
        });
    Optional<Arn> arn =
        Optional.ofNullable(values.get("arn")).filter(Value::isKnown).flatMap(Arn::parse);
    arn.flatMap(type::nameIn).ifPresent(own -> values.putIfAbsent("name", own));
    Place place =
        new Place(
            place(written.get("region"), arn.map(Arn::region), elsewhere.region()),
            place(written.get("account"), arn.map(Arn::account), elsewhere.account()));
    return type.canonical()
        .resources(
            new ResourceId(input, name),
            new Value.Fields(values, Origin.at(span)),
            place,
            existence,
            span);
  }

  private Value place(
      @org.jspecify.annotations.Nullable Node written, Optional<Value> ofArn, Value elsewhere) {
    if (written != null) {
      return value(written);
    }
    return ofArn.filter(part -> part.asText().filter(String::isEmpty).isEmpty()).orElse(elsewhere);
  }

  /** The name and the attribute that a reference is to; empty for any other value. */
  public static Optional<Map.Entry<String, String>> reference(Node node) {
    if (!REF.equals(node.tag())) {
      return Optional.empty();
    }
    String[] parts = node.asScalar().map(Node.Scalar::text).orElse("").split("\\.", 2);
    return Optional.of(Map.entry(parts[0], parts.length > 1 ? parts[1] : "name"));
  }

  /** A value as it is written. */
  private Value value(Node node) {
    Origin origin = Origin.at(node.span());
    if (UNKNOWN.equals(node.tag())) {
      String why = node.asScalar().map(Node.Scalar::text).orElse("");
      return new Value.Unknown(why.isEmpty() ? "is not known" : why, origin);
    }
    Optional<Map.Entry<String, String>> reference = reference(node);
    if (reference.isPresent()) {
      return new Value.Reference(
          new ResourceId(input, reference.get().getKey()), reference.get().getValue(), origin);
    }
    return node.match(
        scalar -> scalar(scalar, origin),
        sequence -> new Value.Items(sequence.items().stream().map(this::value).toList(), origin),
        mapping -> {
          Map<String, Value> fields = new LinkedHashMap<>();
          mapping.members().forEach(member -> fields.put(member.key(), value(member.value())));
          return new Value.Fields(fields, origin);
        });
  }

  private static Value scalar(Node.Scalar scalar, Origin origin) {
    if (scalar.isNull()) {
      return new Value.Absent(origin);
    }
    return scalar.kind() == Node.Kind.BOOLEAN
        ? Value.flag(Boolean.parseBoolean(scalar.text()), origin)
        : Value.text(scalar.text(), origin);
  }
}
