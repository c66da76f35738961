package io.trailproof.input.terraform.expression;

import io.trailproof.document.Decimal;
import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The operators with two operands. */
final class Operators {
  private static final Datum UNTOLD = new Datum.Open("a comparison is not known");

  private Operators() {}

  static Datum of(String operator, Datum left, Datum right) {
    if (operator.equals("&&") || operator.equals("||")) {
      return logical(operator.equals("||"), left, right);
    }
    if (left.isOpen()) {
      return left;
    }
    if (right.isOpen()) {
      return right;
    }
    if (operator.equals("==") || operator.equals("!=")) {
      return same(left, right)
          .map(same -> Datum.known(same == operator.equals("==")))
          .orElse(UNTOLD);
    }
    BigDecimal x = number(left).orElse(null);
    BigDecimal y = number(right).orElse(null);
    if (x == null || y == null) {
      return UNTOLD;
    }
    return switch (operator) {
      case "<" -> Datum.known(x.compareTo(y) < 0);
      case ">" -> Datum.known(x.compareTo(y) > 0);
      case "<=" -> Datum.known(x.compareTo(y) <= 0);
      case ">=" -> Datum.known(x.compareTo(y) >= 0);
      case "+" -> Datum.known(x.add(y));
      case "-" -> Datum.known(x.subtract(y));
      case "*" -> Datum.known(x.multiply(y));
      case "%" -> y.signum() == 0 ? UNTOLD : Datum.known(x.remainder(y));
      case "/" -> quotient(x, y);
      default -> UNTOLD;
    };
  }

  private static Datum quotient(BigDecimal x, BigDecimal y) {
    BigDecimal result = y.signum() == 0 ? null : x.divide(y, 40, RoundingMode.HALF_UP);
    boolean exact = result != null && result.multiply(y).compareTo(x) == 0;
    return exact && result != null ? Datum.known(result) : UNTOLD;
  }

  /** One operand that decides is enough. */
  private static Datum logical(boolean decisive, Datum left, Datum right) {
    for (Datum one : List.of(left, right)) {
      if (one instanceof Datum.Scalar scalar && scalar.truth().equals(Optional.of(decisive))) {
        return Datum.known(decisive);
      }
    }
    for (Datum one : List.of(left, right)) {
      if (!(one instanceof Datum.Scalar scalar) || scalar.truth().isEmpty()) {
        return one.isOpen() ? one : UNTOLD;
      }
    }
    return Datum.known(!decisive);
  }

  /** Whether two are equal, as far as it can be told. */
  static Optional<Boolean> same(Datum left, Datum right) {
    boolean nothing = left instanceof Datum.Nothing;
    if (nothing || right instanceof Datum.Nothing) {
      return Optional.of(nothing && right instanceof Datum.Nothing);
    }
    if (!(left instanceof Datum.Scalar x) || !(right instanceof Datum.Scalar y)) {
      return Optional.empty();
    }
    if (x.value() instanceof Value.Known one && y.value() instanceof Value.Known other) {
      // `1` and `"1"` are not equal, but a plan does not tell whether one was converted.
      boolean alike = one.text().equals(other.text());
      return alike && one.value().getClass() != other.value().getClass()
          ? Optional.empty()
          : Optional.of(alike);
    }
    if (x.value().equals(y.value())) {
      return Optional.of(true);
    }
    return beginOtherwise(x.value(), y.value()) || beginOtherwise(y.value(), x.value())
        ? Optional.of(false)
        : Optional.empty();
  }

  /** True if a known text cannot be one that begins as the other does. */
  private static boolean beginOtherwise(Value known, Value open) {
    String text = known.asText().orElse(null);
    if (text == null) {
      return false;
    }
    if (open instanceof Value.Template template) {
      return beginOtherwise(known, template.parts().get(0));
    }
    boolean arn = open instanceof Value.Reference reference && reference.attribute().equals("arn");
    String start = arn ? "arn:" : open.asText().orElse("");
    return !text.startsWith(start);
  }

  static Optional<BigDecimal> number(Datum datum) {
    return datum.text().flatMap(Decimal::read);
  }
}
