package io.trailproof.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What resolved values have in common that are the same for certain: two of them have equal keys.
 */
final class SameKey {
  private enum Kind {
    ABSENT,
    ITEMS,
    REFERENCE,
    SYMBOL,
    TEMPLATE
  }

  private SameKey() {}

  /** The key of a value; empty for one that may be the same as values of any key. */
  static Optional<Object> of(Value value) {
    return value.match(
        new Value.Cases<Optional<Object>>() {
          @Override
          public Optional<Object> other(Value unknown) {
            return Optional.of(new Object()); // certainly the same as nothing, itself included
          }

          @Override
          public Optional<Object> known(Value.Known known) {
            return Optional.of(known.text());
          }

          @Override
          public Optional<Object> reference(Value.Reference reference) {
            return Optional.of(List.of(Kind.REFERENCE, reference.target(), reference.attribute()));
          }

          @Override
          public Optional<Object> symbol(Value.Symbol symbol) {
            return Optional.of(List.of(Kind.SYMBOL, symbol.name(), symbol.scope()));
          }

          @Override
          public Optional<Object> items(Value.Items items) {
            return composed(Kind.ITEMS, items.items());
          }

          @Override
          public Optional<Object> template(Value.Template template) {
            return composed(Kind.TEMPLATE, template.parts());
          }

          @Override
          public Optional<Object> fields(Value.Fields fields) {
            Map<String, Object> keys = new HashMap<>();
            for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
              Optional<Object> key = of(field.getValue());
              if (key.isEmpty()) {
                return key;
              }
              keys.put(field.getKey(), key.get());
            }
            return Optional.of(keys);
          }

          @Override
          public Optional<Object> choice(Value.Choice choice) {
            return Optional.empty();
          }

          @Override
          public Optional<Object> absent(Value.Absent absent) {
            return Optional.of(Kind.ABSENT);
          }
        });
  }

  private static Optional<Object> composed(Kind kind, List<Value> values) {
    List<Object> parts = new ArrayList<>(List.of(kind));
    for (Value value : values) {
      Optional<Object> part = of(value);
      if (part.isEmpty()) {
        return part;
      }
      parts.add(part.get());
    }
    return Optional.of(List.copyOf(parts));
  }
}
