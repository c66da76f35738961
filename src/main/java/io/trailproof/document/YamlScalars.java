package io.trailproof.document;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** What a YAML 1.1 scalar is, as CloudFormation reads it: there are no timestamps. */
final class YamlScalars {
  private static final Resolver RESOLVER = new Resolver();

  /** What begins a number, a truth value or a null. */
  private static final String NO_TEXT = "-+.0123456789yYnNtTfFoO~";

  private YamlScalars() {}

  static Node.Kind kind(ScalarEvent event) {
    String tag = event.getTag();
    if (tag != null) {
      return kind(tag, event.getValue());
    }
    return event.isPlain() ? resolved(event.getValue()) : Node.Kind.STRING;
  }

  /** What a plain scalar without a tag is. */
  static Node.Kind plain(String text) {
    return resolved(text);
  }

  private static Node.Kind kind(String tag, String value) {
    if (tag.equals(Tag.NULL.getValue())) {
      return Node.Kind.NULL;
    }
    boolean typed =
        tag.equals(Tag.INT.getValue())
            || tag.equals(Tag.FLOAT.getValue())
            || tag.equals(Tag.BOOL.getValue());
    return typed ? resolved(value) : Node.Kind.STRING;
  }

  private static Node.Kind resolved(String value) {
    if (!value.isEmpty() && NO_TEXT.indexOf(value.charAt(0)) < 0) {
      return Node.Kind.STRING;
    }
    Tag tag = RESOLVER.resolve(NodeId.scalar, value, true);
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Node.Kind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Node.Kind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Node.Kind.NULL : Node.Kind.STRING;
  }

  /** A local tag; null for none, for {@code !} alone and for those of YAML itself. */
  static @Nullable String local(@Nullable String tag) {
    return tag == null || !tag.startsWith("!") || tag.length() == 1 ? null : tag;
  }
}
