package io.trailproof.trace;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.graph.Resource;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a metric filter publishes for a record that it takes (F49).
 *
 * @param published whether it publishes a number
 * @param value the number, where it can be told
 */
record Published(Truth published, Optional<BigDecimal> value, String text) {
  static Published by(Surroundings around, Resource filter, TracedRecord record) {
    return around
        .readings()
        .text(filter, "value")
        .match(
            text -> of(text, record),
            () -> new Published(Truth.NO, Optional.empty(), "it publishes no value"),
            why -> new Published(Truth.UNKNOWN, Optional.empty(), "its metric value " + why));
  }

  private static Published of(String text, TracedRecord record) {
    if (!text.startsWith("$")) {
      return Readings.decimal(text)
          .map(
              number ->
                  new Published(
                      Truth.YES,
                      Optional.of(number),
                      "its metric gets " + number.toPlainString() + " in the minute of the record"))
          .orElseGet(
              () ->
                  new Published(
                      Truth.NO,
                      Optional.empty(),
                      "its metric value is no number, and the API refuses that"));
    }
    Optional<Json> found = field(text).flatMap(selector -> NodeTest.at(selector, record.fields()));
    if (field(text).isEmpty()) {
      return new Published(Truth.UNKNOWN, Optional.empty(), "its metric value is no plain field");
    }
    if (found.isEmpty()) {
      return new Published(
          Truth.UNKNOWN, Optional.empty(), "the record lacks the field that it publishes");
    }
    Optional<BigDecimal> number =
        found.get() instanceof Json.Num one ? Readings.decimal(one.source()) : Optional.empty();
    return number.isPresent()
        ? new Published(Truth.YES, number, "its metric gets what the record has in that field")
        : new Published(
            Truth.UNKNOWN,
            Optional.empty(),
            "what the record has in the published field is no number");
  }

  /** The selector that a text is, read as the test of a pattern. */
  private static Optional<Selector> field(String text) {
    return FilterPattern.parse("{ " + text + " = * }")
        .accepted()
        .filter(JsonPattern.class::isInstance)
        .map(FilterPattern::tests)
        .filter(tests -> tests.size() == 1 && tests.get(0).selector().wildcards() == 0)
        .map(tests -> tests.get(0).selector());
  }
}
