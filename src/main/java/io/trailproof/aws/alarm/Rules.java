package io.trailproof.aws.alarm;

import io.trailproof.kleene.Partial;
import java.math.BigDecimal;

/** By what an alarm decides, once the API has taken it. */
record Rules(Evaluation evaluation, Comparison comparison, Partial<BigDecimal> threshold) {

  /** The rules of an alarm that meets the {@link Requirements} and has a fixed threshold. */
  static Rules of(AlarmSettings settings) {
    int periods = Requirements.number(settings, AlarmProperty.EVALUATION_PERIODS).orElseThrow();
    Evaluation evaluation =
        new Evaluation(
            Requirements.number(settings, AlarmProperty.DATAPOINTS_TO_ALARM).orElse(periods),
            periods,
            settings
                .text(AlarmProperty.TREAT_MISSING_DATA)
                .flatMap(MissingData::read)
                .orElse(MissingData.MISSING));
    Partial<BigDecimal> threshold =
        settings
            .get(AlarmProperty.THRESHOLD)
            .match(
                text -> Partial.known(Numbers.decimal(text).orElseThrow()),
                Partial::unset,
                Partial::unknown);
    return new Rules(
        evaluation,
        settings.text(AlarmProperty.COMPARISON_OPERATOR).flatMap(Comparison::read).orElseThrow(),
        threshold);
  }

  /** The threshold in words. */
  String limit() {
    return "`threshold` "
        + threshold.match(Numbers::text, () -> "of no value", why -> "of any value");
  }
}
