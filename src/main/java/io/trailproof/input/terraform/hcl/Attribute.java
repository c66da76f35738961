package io.trailproof.input.terraform.hcl;

import io.trailproof.input.terraform.expression.Expression;
import io.trailproof.source.Span;
import java.util.function.Supplier;

/**
 * One argument: {@code name = definition}.
 *
 * @param named where its name stands
 * @param whole the expression, with the quotes and brackets around what its definition is
 * @param written reads the expression whole
 */
public record Attribute(
    String name, Span named, Span whole, Definition definition, Supplier<Expression> written) {
  /** The expression, name and equals sign excluded. */
  public Span span() {
    return definition.span();
  }

  /** What would have to be worked out. */
  public Expression expression() {
    return written.get();
  }
}
