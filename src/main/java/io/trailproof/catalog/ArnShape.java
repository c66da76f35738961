package io.trailproof.catalog;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the ARN of a resource type is put together, such as {@code
 * arn:{partition}:sns:{region}:{account}:{name}}.
 */
public record ArnShape(List<String> parts) {
  /** How the Regions of a partition begin, where it is not the standard one. */
  private static final Map<String, String> PARTITIONS =
      Map.of(
          "cn-", "aws-cn",
          "us-gov-", "aws-us-gov",
          "us-iso-", "aws-iso",
          "us-isob-", "aws-iso-b",
          "us-isof-", "aws-iso-f",
          "eu-isoe-", "aws-iso-e");

  /** Splits the text at its braces: odd parts are the names inside them. */
  /** A shape as the catalog writes it. */
  public static ArnShape parse(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '{' || text.charAt(i) == '}') {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return new ArnShape(List.copyOf(parts));
  }

  /** The shape as the catalog has it. */
  public String written() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      text.append(i % 2 == 0 ? parts.get(i) : "{" + parts.get(i) + "}");
    }
    return text.toString();
  }

  /** True if a known ARN is of this service and kind. */
  boolean fits(Arn known) {
    return known.service().asText().equals(Optional.of(service()))
        && known.resource().asText().filter(text -> text.startsWith(kind())).isPresent();
  }

  /** True if ARNs of this shape name a Region. */
  public boolean hasRegion() {
    return parts.contains("region");
  }

  /** The name in a known ARN of this shape, if nothing but the name follows the fixed text. */
  Optional<Value> nameIn(Arn known) {
    boolean endsInName = parts.indexOf("name") == parts.size() - 2 && isPlain();
    return known
        .resource()
        .asText()
        .filter(text -> endsInName && text.startsWith(kind()))
        .map(text -> Value.text(text.substring(kind().length()), Origin.NOWHERE));
  }

  /** True if nothing open stands between the account, where there is one, and the name. */
  private boolean isPlain() {
    int account = parts.indexOf("account");
    return account < 0 || parts.indexOf("name") == account + 2;
  }

  private String service() {
    return parts.get(2).split(":", -1)[1];
  }

  /** The fixed text before the name, such as {@code log-group:}; empty for a bare name. */
  private String kind() {
    int account = parts.indexOf("account");
    // Without an account, as for a bucket, the resource is the bare name.
    return account < 0 ? "" : parts.get(account + 1).substring(1);
  }

  /** The ARN of a resource, as far as its properties and its place are known. */
  public Value of(Map<String, Value> properties, Place place, Origin origin) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (i % 2 == 0) {
        values.add(Value.text(parts.get(i), Origin.NOWHERE));
      } else {
        values.add(part(parts.get(i), properties, place));
      }
    }
    return Value.joined(values, origin);
  }

  /** The partition of a known Region (F6). */
  private static Value partition(Value region) {
    Optional<String> name = region.asText();
    if (name.isEmpty()) {
      return new Value.Symbol("AWS::Partition", "", Origin.NOWHERE);
    }
    for (Map.Entry<String, String> one : PARTITIONS.entrySet()) {
      if (name.get().startsWith(one.getKey())) {
        return Value.text(one.getValue(), Origin.NOWHERE);
      }
    }
    return Value.text("aws", Origin.NOWHERE);
  }

  private static Value part(String name, Map<String, Value> properties, Place place) {
    return switch (name) {
      case "region" -> place.region();
      case "account" -> place.account();
      case "partition" -> partition(place.region());
      default -> {
        Value value = properties.get(name);
        yield value == null ? new Value.Unknown("is not known", Origin.NOWHERE) : value;
      }
    };
  }
}
