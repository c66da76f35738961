package io.trailproof.input.terraform.reference;

import io.trailproof.document.Decimal;
import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the nodes of planned values say, before anything is known of who wrote them. */
final class PlannedNodes {
  private PlannedNodes() {}

  /** A scalar as it is planned. */
  static Value scalar(Node.Scalar scalar, Origin origin) {
    return switch (scalar.kind()) {
      case BOOLEAN -> Value.flag(scalar.text().equals("true"), origin);
      case NUMBER -> number(scalar.text(), origin);
      default -> Value.text(scalar.text(), origin);
    };
  }

  private static Value number(String text, Origin origin) {
    return Decimal.read(text)
        .<Value>map(number -> Value.number(number, origin))
        .orElseGet(() -> new Value.Unknown("is a number beyond any limit of AWS", origin));
  }

  /** The members that a value or its marks have. */
  static Set<String> keys(@Nullable Node values, @Nullable Node unknown) {
    Set<String> keys = new LinkedHashSet<>();
    for (Node node : new @Nullable Node[] {values, unknown}) {
      if (node instanceof Node.Mapping mapping) {
        mapping.members().forEach(member -> keys.add(member.key()));
      }
    }
    return keys;
  }

  /** A member; null where there is none. */
  static @Nullable Node child(@Nullable Node node, String key) {
    return node instanceof Node.Mapping mapping ? mapping.get(key).orElse(null) : null;
  }
}
