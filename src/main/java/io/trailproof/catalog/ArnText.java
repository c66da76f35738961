package io.trailproof.catalog;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.Optional;

/** An ARN written out in an input. */
public record ArnText(String service, Value region, Value account, String resource) {
  private static final int SEGMENTS = 6;

  /** Reads known text; empty for anything but an ARN. */
  public static Optional<ArnText> of(Value value) {
    Optional<String> text = value.asText();
    if (text.isEmpty() || !text.get().startsWith("arn:")) {
      return Optional.empty();
    }
    String[] parts = text.get().split(":", SEGMENTS);
    if (parts.length < SEGMENTS) {
      return Optional.empty();
    }
    String resource =
        parts[5].endsWith(":*") ? parts[5].substring(0, parts[5].length() - 2) : parts[5];
    return Optional.of(
        new ArnText(
            parts[2],
            Value.text(parts[3], value.origin()),
            Value.text(parts[4], value.origin()),
            resource));
  }

  /** True if the ARN is of the type's service and kind. */
  public boolean isOf(ResourceType type) {
    return type.arn()
        .map(shape -> shape.service().equals(service) && resource.startsWith(shape.kind()))
        .orElse(true);
  }

  /** The name in the ARN, where the type's ARN ends in the name alone. */
  public Optional<Value> name(ResourceType type) {
    return type.arn()
        .filter(ArnShape::endsInName)
        .map(shape -> Value.text(resource.substring(shape.kind().length()), Origin.NOWHERE));
  }
}
