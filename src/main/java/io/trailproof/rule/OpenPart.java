package io.trailproof.rule;

import io.trailproof.graph.Value;
import java.util.List;
import java.util.Optional;

/** The part of a text or list that keeps the whole from being known. */
final class OpenPart {
  private OpenPart() {}

  /** The first part that is not known; empty if there is none. */
  static Optional<Value> of(Value value) {
    return value.match(
        new Value.Cases<Optional<Value>>() {
          @Override
          public Optional<Value> other(Value other) {
            return Optional.empty();
          }

          @Override
          public Optional<Value> symbol(Value.Symbol symbol) {
            return Optional.of(symbol);
          }

          @Override
          public Optional<Value> unknown(Value.Unknown unknown) {
            return Optional.of(unknown);
          }

          @Override
          public Optional<Value> template(Value.Template template) {
            return first(template.parts());
          }

          @Override
          public Optional<Value> items(Value.Items items) {
            return first(items.items());
          }

          private Optional<Value> first(List<Value> parts) {
            return parts.stream().map(OpenPart::of).flatMap(Optional::stream).findFirst();
          }
        });
  }
}
