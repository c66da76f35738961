package io.trailproof.input.cloudformation.template;

import io.trailproof.document.Decimal;
import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.regex.ShortRegex;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Scalars as CloudFormation reads them. */
public final class Scalars {
  private static final Set<String> TRUE = Set.of("true", "yes", "on");
  private static final ShortRegex FRACTION = new ShortRegex("[-+]?[0-9]*[.eE].*");

  private Scalars() {}

  /** A scalar as a property holds it; absent for null. */
  public static Value value(Node.Scalar scalar) {
    Origin origin = Origin.at(scalar.span());
    return switch (scalar.kind()) {
      case NULL -> new Value.Absent(origin);
      case BOOLEAN -> Value.flag(isTrue(scalar.text()), origin);
      case NUMBER ->
          number(scalar.text())
              .<Value>map(number -> Value.number(number, origin))
              .orElseGet(() -> Value.text(scalar.text(), origin));
      case STRING -> Value.text(scalar.text(), origin);
    };
  }

  /** A scalar where text is wanted, as the service writes it: fractions as they are written. */
  public static String text(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case BOOLEAN -> Boolean.toString(isTrue(scalar.text()));
      case NUMBER ->
          FRACTION.matches(scalar.text()) ? scalar.text() : value(scalar).asText().orElse("");
      default -> scalar.isNull() ? "" : scalar.text();
    };
  }

  private static boolean isTrue(String text) {
    return TRUE.contains(text.toLowerCase(Locale.ROOT));
  }

  /**
   * A plain decimal number. Text that begins with a zero is more often an account id than octal,
   * and what else YAML 1.1 counts as a number is kept as it is written.
   */
  private static Optional<BigDecimal> number(String text) {
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (digits.length() > 1 && digits.charAt(0) == '0' && Character.isDigit(digits.charAt(1))) {
      return Optional.empty();
    }
    return Decimal.read(text).or(() -> hex(digits));
  }

  private static Optional<BigDecimal> hex(String digits) {
    if (!digits.startsWith("0x") || digits.length() > 16) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(Long.parseLong(digits.substring(2), 16)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
