package io.trailproof.input.terraform.hcl;

import io.trailproof.document.Decimal;
import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.expression.Datum;
import io.trailproof.input.terraform.expression.Expression;
import io.trailproof.input.terraform.expression.ExpressionParser;

/** Expressions in JSON, where every string is a template. */
final class JsonArgument {
  private JsonArgument() {}

  static Expression of(Node node) {
    return node.match(
        JsonArgument::scalar,
        sequence -> new Expression.Items(sequence.items().stream().map(JsonArgument::of).toList()),
        mapping ->
            new Expression.Fields(
                mapping.members().stream()
                    .map(
                        member ->
                            new Expression.Field(
                                ExpressionParser.template(member.key()), of(member.value())))
                    .toList()));
  }

  private static Expression scalar(Node.Scalar scalar) {
    if (scalar.isNull()) {
      return new Expression.Constant(new Datum.Nothing());
    }
    return switch (scalar.kind()) {
      case BOOLEAN -> Expression.of(Value.flag(scalar.text().equals("true"), Origin.NOWHERE));
      case NUMBER ->
          Decimal.read(scalar.text())
              .map(number -> Expression.of(Value.number(number, Origin.NOWHERE)))
              .orElseGet(Expression.NotUnderstood::new);
      default -> ExpressionParser.template(scalar.text());
    };
  }
}
