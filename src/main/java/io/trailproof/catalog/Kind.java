package io.trailproof.catalog;

import io.trailproof.document.Decimal;
import io.trailproof.graph.Value;
import java.util.List;
import java.util.Locale;

/** What a property holds; it decides how a value is read, whatever notation it came in. */
public enum Kind {
  STRING {
    @Override
    Value scalar(Value.Known value) {
      return value.value() instanceof String ? value : Value.text(value.text(), value.origin());
    }
  },
  NUMBER {
    @Override
    Value scalar(Value.Known value) {
      if (value.value() instanceof String text) {
        return Decimal.read(text.strip())
            .map(number -> Value.number(number, value.origin()))
            .orElse(value);
      }
      return value;
    }
  },
  BOOLEAN {
    @Override
    Value scalar(Value.Known value) {
      if (value.value() instanceof String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("false")) {
          return Value.flag(word.equals("true"), value.origin());
        }
      }
      return value;
    }
  },
  /** A list or set; a lone value counts as a list of one. */
  LIST {
    @Override
    Value scalar(Value.Known value) {
      return new Value.Items(List.of(value), value.origin());
    }
  },
  MAP,
  /** A policy document: JSON text, or an object with the same members. */
  POLICY;

  /** A known scalar, read as this kind. */
  Value scalar(Value.Known value) {
    return value;
  }

  /** Any value, read as this kind. */
  Value read(Value value) {
    return value.match(
        new Value.Cases<>() {
          @Override
          public Value other(Value other) {
            return other;
          }

          @Override
          public Value known(Value.Known known) {
            return scalar(known);
          }

          @Override
          public Value reference(Value.Reference reference) {
            return alone(reference);
          }

          @Override
          public Value symbol(Value.Symbol symbol) {
            return symbol;
          }

          @Override
          public Value template(Value.Template template) {
            return alone(template);
          }

          @Override
          public Value choice(Value.Choice choice) {
            return new Value.Choice(
                choice.candidates().stream().map(Kind.this::read).toList(),
                choice.why(),
                choice.origin());
          }
        });
  }

  private Value alone(Value value) {
    return this == LIST ? new Value.Items(List.of(value), value.origin()) : value;
  }
}
