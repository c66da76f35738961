package io.trailproof.catalog.constraint;

import io.trailproof.catalog.constraint.Objection.Weight;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Decimal;
import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a schema forbids of a known text, number or boolean, once the service has turned it into
 * what the schema asks for (F253).
 */
final class ScalarLimits {
  private static final int LONGEST_SHOWN = 60;
  private static final int MOST_SHOWN = 12;
  private static final int SHORTEST_NAME = 3;
  private static final Set<String> OF_NAMES = Set.of("minLength", "pattern", "format");
  private static final Set<String> FLAGS = Set.of("true", "false", "1", "0");

  private final Value.Known value;
  private final String text;
  private final Schema schema;
  private final Set<String> types;
  private final List<Limit> found = new ArrayList<>();

  private ScalarLimits(Value.Known value, Schema schema) {
    this.value = value;
    this.text = value.text();
    this.schema = schema;
    this.types = schema.types();
  }

  static List<Limit> of(Value.Known value, Schema schema, Leeway leeway) {
    ScalarLimits limits = new ScalarLimits(value, schema);
    if (limits.converts()) {
      limits.range();
      limits.length();
      limits.allowed();
      limits.pattern(leeway);
    }
    return limits.found;
  }

  private void forbid(String keyword, String wanted, String... help) {
    Limit limit = Limit.of(keyword, "has to " + wanted + ", and is " + shown(), help);
    // One or two letters are what people write where a name is still to come.
    boolean standsForName =
        OF_NAMES.contains(keyword) && !text.isEmpty() && text.length() < SHORTEST_NAME;
    found.add(standsForName ? limit.but(Weight.OPEN) : limit);
  }

  private String shown() {
    if (value.origin().sensitive()) {
      return "not";
    }
    if (text.isEmpty()) {
      return "empty";
    }
    String line = text.codePoints().anyMatch(Character::isISOControl) ? "…" : text;
    return "`"
        + (line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…")
        + "`";
  }

  /** Between text, number and boolean the service converts what can be converted. */
  private boolean converts() {
    if (types.isEmpty() || types.contains("string")) {
      return true;
    }
    boolean number = isNumber();
    BigDecimal given = number ? number().orElse(null) : null;
    if (given != null) {
      boolean whole = given.stripTrailingZeros().scale() <= 0;
      if (types.contains("number") || whole) {
        return true;
      }
      forbid("type", "be a whole number", "write a whole number");
      return false;
    }
    boolean flag = types.contains("boolean");
    if (flag && FLAGS.contains(text.strip().toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (flag || number) {
      String wanted = flag ? "be `true` or `false`" : "be a number";
      forbid("type", wanted, flag ? "write `true` or `false`" : "write a number");
    }
    return false;
  }

  private boolean isNumber() {
    return types.contains("integer") || types.contains("number");
  }

  private Optional<BigDecimal> number() {
    if (value.value() instanceof BigDecimal number) {
      return Optional.of(number);
    }
    return value.value() instanceof String written
        ? Decimal.read(written.strip())
        : Optional.empty();
  }

  private void range() {
    BigDecimal given = isNumber() ? number().orElse(null) : null;
    if (given == null) {
      return;
    }
    schema
        .number("minimum")
        .filter(least -> given.compareTo(least) < 0)
        .ifPresent(least -> forbid("minimum", "be at least " + least.toPlainString()));
    schema
        .number("maximum")
        .filter(most -> given.compareTo(most) > 0)
        .ifPresent(most -> forbid("maximum", "be at most " + most.toPlainString()));
  }

  private void length() {
    Optional<BigDecimal> least = schema.number("minLength");
    Optional<BigDecimal> most = schema.number("maxLength");
    if (types.contains("string") && (least.isPresent() || most.isPresent())) {
      BigDecimal length = BigDecimal.valueOf(text.codePointCount(0, text.length()));
      least
          .filter(bound -> length.compareTo(bound) < 0)
          .ifPresent(bound -> characters("minLength", "at least", bound));
      most.filter(bound -> length.compareTo(bound) > 0)
          .ifPresent(bound -> characters("maxLength", "at most", bound));
    }
  }

  private void characters(String keyword, String bound, BigDecimal count) {
    String plural = count.compareTo(BigDecimal.ONE) == 0 ? " character" : " characters";
    forbid(keyword, "have " + bound + " " + count.toPlainString() + plural);
  }

  private void allowed() {
    if (schema.names("enum").isEmpty() && schema.names("const").isEmpty()) {
      return;
    }
    List<String> allowed = new ArrayList<>(schema.names("enum"));
    allowed.addAll(schema.names("const"));
    boolean is =
        allowed.contains(text)
            || number()
                .filter(given -> allowed.stream().anyMatch(one -> same(one, given)))
                .isPresent();
    if (!is) {
      String list =
          allowed.stream()
              .limit(MOST_SHOWN)
              .map(one -> "`" + one + "`")
              .collect(Collectors.joining(", "));
      String more = allowed.size() > MOST_SHOWN ? ", …" : "";
      String[] help =
          DidYouMean.nearest(text, allowed).stream()
              .filter(any -> !value.origin().sensitive())
              .map(near -> "did you mean `" + near + "`?")
              .toArray(String[]::new);
      // Neither the case of a word is news, nor that there is none.
      boolean slip = text.isEmpty() || allowed.stream().anyMatch(text::equalsIgnoreCase);
      forbid(
          slip ? "case" : "enum",
          "be " + (allowed.size() > 1 ? "one of " : "") + list + more,
          help);
    }
  }

  private static boolean same(String allowed, BigDecimal given) {
    return Decimal.read(allowed).filter(one -> one.compareTo(given) == 0).isPresent();
  }

  private void pattern(Leeway leeway) {
    schema
        .text("pattern")
        .filter(regex -> TextPattern.isNowhereIn(text, regex))
        .ifPresent(regex -> forbid("pattern", "match `" + regex + "`"));
    schema
        .text("format")
        .flatMap(name -> leeway.format(name))
        .filter(format -> TextPattern.isNowhereIn(text, format.regex()))
        .ifPresent(format -> forbid("format", "be " + format.words()));
  }
}
