package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A comparison with a fixed threshold (F65). */
enum ThresholdComparison {
  AT_LEAST("GreaterThanOrEqualToThreshold", "at least", "below"),
  ABOVE("GreaterThanThreshold", "above", "not above"),
  BELOW("LessThanThreshold", "below", "not below"),
  AT_MOST("LessThanOrEqualToThreshold", "at most", "above");

  private final String text;
  private final String holds;
  private final String fails;

  ThresholdComparison(String text, String holds, String fails) {
    this.text = text;
    this.holds = holds;
    this.fails = fails;
  }

  static Optional<ThresholdComparison> read(String text) {
    for (ThresholdComparison comparison : values()) {
      if (comparison.text.equals(text)) {
        return Optional.of(comparison);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the operator belongs to an anomaly band, which is learned and so not known (F65, F83).
   */
  static boolean isOfBand(String text) {
    return text.equals("LessThanLowerOrGreaterThanUpperThreshold")
        || text.equals("LessThanLowerThreshold")
        || text.equals("GreaterThanUpperThreshold");
  }

  boolean isRising() {
    return this == AT_LEAST || this == ABOVE;
  }

  boolean breaches(BigDecimal value, BigDecimal threshold) {
    int order = value.compareTo(threshold);
    return switch (this) {
      case AT_LEAST -> order >= 0;
      case ABOVE -> order > 0;
      case BELOW -> order < 0;
      case AT_MOST -> order <= 0;
    };
  }

  Truth breaches(Amount amount, BigDecimal threshold) {
    // Comparisons are monotonic, so that the ends speak for what lies between.
    return Truth.of(breaches(amount.low(), threshold))
        .agree(Truth.of(breaches(amount.high(), threshold)));
  }

  /** The least whole number of amounts that together breach, for a rising comparison. */
  BigDecimal fewest(BigDecimal threshold, BigDecimal each) {
    BigDecimal whole = threshold.divide(each, 0, RoundingMode.FLOOR).max(BigDecimal.ZERO);
    return breaches(whole.multiply(each), threshold) ? whole : whole.add(BigDecimal.ONE);
  }

  String text() {
    return text;
  }

  /** The words for a value that breaches. */
  String holds() {
    return holds;
  }

  /** The words for a value that does not. */
  String fails() {
    return fails;
  }
}
