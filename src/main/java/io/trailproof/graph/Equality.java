package io.trailproof.graph;

import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether two resolved values are the same text; symbols equal themselves, whatever they hold.
 *
 * <p>Values that are the same for certain can also be told by a {@link #key} that they share.
 */
public final class Equality {
  private Equality() {}

  /** Whether two values are the same. */
  public static Truth of(Value a, Value b) {
    if (a instanceof Value.Choice choice) {
      return unanimous(choice.candidates().stream().map(one -> of(one, b)).toList());
    }
    if (b instanceof Value.Choice choice) {
      return unanimous(choice.candidates().stream().map(one -> of(a, one)).toList());
    }
    if (a instanceof Value.Known x && b instanceof Value.Known y) {
      return Truth.of(x.text().equals(y.text()));
    }
    if (a.isAbsent() && b.isAbsent()) {
      return Truth.YES;
    }
    if (a instanceof Value.Unknown || b instanceof Value.Unknown) {
      return Truth.UNKNOWN;
    }
    if (a.isAbsent() || b.isAbsent()) {
      return Truth.NO;
    }
    if (a instanceof Value.Items x && b instanceof Value.Items y) {
      return lists(x.items(), y.items());
    }
    if (a instanceof Value.Fields x && b instanceof Value.Fields y) {
      return maps(x.fields(), y.fields());
    }
    if (identical(a, b)) {
      return Truth.YES;
    }
    return contradict(a, b) ? Truth.NO : Truth.UNKNOWN;
  }

  /** Same if all are, different if all are; otherwise it is not decided. */
  public static Truth unanimous(List<Truth> each) {
    for (Truth one : each) {
      if (one != each.get(0)) {
        return Truth.UNKNOWN;
      }
    }
    return each.isEmpty() ? Truth.UNKNOWN : each.get(0);
  }

  /**
   * What values have in common that are the same for certain, and no others; empty for a value that
   * is open.
   */
  public static Optional<String> key(Value value) {
    if (value instanceof Value.Known known) { // most are
      String text = known.text();
      return Optional.of("k1:" + text.length() + ":" + text);
    }
    if (isOpen(value)) {
      return Optional.empty();
    }
    StringBuilder key = new StringBuilder();
    writeKey(value, key);
    return Optional.of(key.toString());
  }

  /** True if part of a value is one of several, or not even the same as itself. */
  public static boolean isOpen(Value value) {
    return value.any(part -> part instanceof Value.Unknown || part instanceof Value.Choice);
  }

  /** True if a value is certainly the same as nothing, itself included. */
  public static boolean isLikeNothing(Value value) {
    return value.any(Value.Unknown.class::isInstance);
  }

  private static Truth lists(List<Value> a, List<Value> b) {
    if (a.size() != b.size()) {
      return Truth.NO;
    }
    Truth all = Truth.YES;
    for (int i = 0; i < a.size(); i++) {
      all = all.and(of(a.get(i), b.get(i)));
    }
    return all;
  }

  private static Truth maps(Map<String, Value> a, Map<String, Value> b) {
    if (!a.keySet().equals(b.keySet())) {
      return Truth.NO;
    }
    Truth all = Truth.YES;
    for (Map.Entry<String, Value> entry : a.entrySet()) {
      Value other = b.get(entry.getKey());
      all = all.and(other == null ? Truth.NO : of(entry.getValue(), other));
    }
    return all;
  }

  /** True if both are put together of the same texts and the same symbols. */
  private static boolean identical(Value a, Value b) {
    if (a instanceof Value.Known x && b instanceof Value.Known y) {
      return x.text().equals(y.text());
    }
    if (a instanceof Value.Reference x && b instanceof Value.Reference y) {
      return x.isSame(y);
    }
    if (a instanceof Value.Symbol x && b instanceof Value.Symbol y) {
      return x.name().equals(y.name()) && x.scope().equals(y.scope());
    }
    if (a instanceof Value.Template x && b instanceof Value.Template y) {
      if (x.parts().size() != y.parts().size()) {
        return false;
      }
      for (int i = 0; i < x.parts().size(); i++) {
        if (!identical(x.parts().get(i), y.parts().get(i))) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  /** True if what is known of two texts tells them apart: that they are not empty, or an end. */
  private static boolean contradict(Value a, Value b) {
    if (isEmpty(a) || isEmpty(b)) {
      return isNeverEmpty(isEmpty(a) ? b : a);
    }
    String before = end(a, true);
    String otherBefore = end(b, true);
    String after = end(a, false);
    String otherAfter = end(b, false);
    return !(before.startsWith(otherBefore) || otherBefore.startsWith(before))
        || !(after.endsWith(otherAfter) || otherAfter.endsWith(after));
  }

  private static boolean isEmpty(Value value) {
    return value.asText().filter(String::isEmpty).isPresent();
  }

  /** Text with something written in it never is, nor is what a resource is told by. */
  private static boolean isNeverEmpty(Value value) {
    return value instanceof Value.Template template
        ? template.parts().stream().anyMatch(Equality::isNeverEmpty)
        : value instanceof Value.Reference reference
            ? reference.isIdentity()
            : value.isKnown() && !isEmpty(value);
  }

  /** The known text at an end of a value. */
  private static String end(Value value, boolean first) {
    if (value instanceof Value.Template template) {
      return template.parts().get(first ? 0 : template.parts().size() - 1).asText().orElse("");
    }
    return value.asText().orElse("");
  }

  private static void writeKey(Value value, StringBuilder key) {
    value.match(
        new Value.Cases<StringBuilder>() {
          @Override
          public StringBuilder other(Value absent) {
            return key.append('a');
          }

          @Override
          public StringBuilder known(Value.Known known) {
            return written('k', known.text());
          }

          @Override
          public StringBuilder reference(Value.Reference reference) {
            ResourceId target = reference.target();
            return written('r', target.input(), target.address(), reference.attribute());
          }

          @Override
          public StringBuilder symbol(Value.Symbol symbol) {
            return written('s', symbol.name(), symbol.scope());
          }

          @Override
          public StringBuilder items(Value.Items items) {
            return composed('i', items.items());
          }

          @Override
          public StringBuilder template(Value.Template template) {
            return composed('t', template.parts());
          }

          @Override
          public StringBuilder fields(Value.Fields fields) {
            List<String> names = fields.fields().keySet().stream().sorted().toList();
            written('f', names.toArray(String[]::new));
            return composed('v', names.stream().map(fields.fields()::get).toList());
          }

          private StringBuilder composed(char kind, List<Value> parts) {
            key.append(kind).append(parts.size());
            parts.forEach(part -> writeKey(part, key));
            return key;
          }

          private StringBuilder written(char kind, String... texts) {
            key.append(kind).append(texts.length);
            for (String text : texts) {
              key.append(':').append(text.length()).append(':').append(text);
            }
            return key;
          }
        });
  }
}
