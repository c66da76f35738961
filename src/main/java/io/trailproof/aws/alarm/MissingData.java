package io.trailproof.aws.alarm;

import java.util.Optional;

/** What an alarm makes of periods without a datapoint (F67). */
enum MissingData {
  MISSING("missing"),
  NOT_BREACHING("notBreaching"),
  IGNORE("ignore"),
  BREACHING("breaching");

  private final String text;

  MissingData(String text) {
    this.text = text;
  }

  static Optional<MissingData> read(String text) {
    for (MissingData treatment : values()) {
      if (treatment.text.equals(text)) {
        return Optional.of(treatment);
      }
    }
    return Optional.empty();
  }

  String text() {
    return text;
  }
}
