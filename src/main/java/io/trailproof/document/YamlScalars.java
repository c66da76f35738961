package io.trailproof.document;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** What a YAML 1.1 scalar is, as CloudFormation reads it: there are no timestamps. */
final class YamlScalars {
  /** What begins a number. */
  private static final String NUMERIC = "-+.0123456789";

  private static final Set<String> TRUTHS =
      Set.of(
          "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE",
          "on", "On", "ON", "off", "Off", "OFF");

  private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

  /** What numbers are made of, {@code .inf}, {@code .nan} and those to bases 2, 16 and 60 too. */
  private static final String OF_NUMBERS = "0123456789_.:+-xabcdefABCDEFinIN";

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
    if (value.isEmpty()) {
      return Node.Kind.NULL;
    }
    if (NUMERIC.indexOf(value.charAt(0)) >= 0) {
      return beginsAsNumber(value);
    }
    if (NULLS.contains(value)) {
      return Node.Kind.NULL;
    }
    return TRUTHS.contains(value) ? Node.Kind.BOOLEAN : Node.Kind.STRING;
  }

  private static Node.Kind beginsAsNumber(String value) {
    if (isNoNumber(value)) {
      return Node.Kind.STRING;
    }
    return isDecimal(value) ? Node.Kind.NUMBER : Numbers.resolved(value);
  }

  /** True of numbers as nearly all are written. */
  private static boolean isDecimal(String value) {
    boolean hasPoint = false;
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      if (sign == '.' && i > 0) {
        hasPoint = true;
      } else if (sign < '0' || sign > '9') {
        return false;
      }
    }
    return hasPoint || value.charAt(0) != '0' || value.length() == 1;
  }

  /**
   * True of what begins as a number and is none, such as dates, addresses and names: a sign within,
   * a second point, or what no number has.
   */
  private static boolean isNoNumber(String value) {
    boolean hasPoint = false;
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      boolean isWithin = i > 0 && "eE".indexOf(value.charAt(i - 1)) < 0;
      if (OF_NUMBERS.indexOf(sign) < 0
          || (sign == '.' && hasPoint)
          || ((sign == '-' || sign == '+') && isWithin)) {
        return true;
      }
      hasPoint |= sign == '.';
    }
    return false;
  }

  /** Numbers that are written in a rarer way, as SnakeYAML tells them. */
  private static final class Numbers {
    private static final Resolver RESOLVER = new Resolver();

    private Numbers() {}

    static Node.Kind resolved(String value) {
      Tag tag = RESOLVER.resolve(NodeId.scalar, value, true);
      boolean isNumber = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
      return isNumber ? Node.Kind.NUMBER : Node.Kind.STRING;
    }
  }

  /** A local tag; null for none, for {@code !} alone and for those of YAML itself. */
  static @Nullable String local(@Nullable String tag) {
    return tag == null || !tag.startsWith("!") || tag.length() == 1 ? null : tag;
  }
}
