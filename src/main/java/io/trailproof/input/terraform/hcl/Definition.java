package io.trailproof.input.terraform.hcl;

import io.trailproof.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An expression as far as it can be followed without evaluating anything; closed, because whatever
 * else an expression may be is {@link Computed}.
 */
public sealed interface Definition {
  /** The expression as written. */
  Span span();

  /** Applies the function of the case at hand. */
  <R> R match(
      Function<Reference, R> reference,
      Function<Literal, R> literal,
      Function<Items, R> items,
      Function<Fields, R> fields,
      Function<Computed, R> computed);

  /**
   * A plain reference.
   *
   * @param text names joined by dots, literal keys in brackets
   */
  record Reference(Span span, String text) implements Definition {
    @Override
    public <R> R match(
        Function<Reference, R> reference,
        Function<Literal, R> literal,
        Function<Items, R> items,
        Function<Fields, R> fields,
        Function<Computed, R> computed) {
      return reference.apply(this);
    }
  }

  /**
   * A string without interpolation, a number, {@code true}, {@code false} or {@code null}.
   *
   * @param quoted true for a string
   */
  record Literal(Span span, String text, boolean quoted) implements Definition {
    @Override
    public <R> R match(
        Function<Reference, R> reference,
        Function<Literal, R> literal,
        Function<Items, R> items,
        Function<Fields, R> fields,
        Function<Computed, R> computed) {
      return literal.apply(this);
    }
  }

  /** A list. */
  record Items(Span span, List<Definition> items) implements Definition {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public <R> R match(
        Function<Reference, R> reference,
        Function<Literal, R> literal,
        Function<Items, R> items,
        Function<Fields, R> fields,
        Function<Computed, R> computed) {
      return items.apply(this);
    }
  }

  /** An object whose keys are literal. */
  record Fields(Span span, Map<String, Definition> fields) implements Definition {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public <R> R match(
        Function<Reference, R> reference,
        Function<Literal, R> literal,
        Function<Items, R> items,
        Function<Fields, R> fields,
        Function<Computed, R> computed) {
      return fields.apply(this);
    }
  }

  /** Anything that would have to be evaluated, or that is broken. */
  record Computed(Span span) implements Definition {
    @Override
    public <R> R match(
        Function<Reference, R> reference,
        Function<Literal, R> literal,
        Function<Items, R> items,
        Function<Fields, R> fields,
        Function<Computed, R> computed) {
      return computed.apply(this);
    }
  }
}
