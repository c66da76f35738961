package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.Optional;

/** The explanations of an alarm's answers: every text of the simulation. */
record Story(Rules rules, Reading reading, Wave wave) {

  String fires(long seconds) {
    return "one event makes %s %s, which is %s %s: ALARM at most %s later"
        .formatted(
            reading.measure(),
            datapoint(wave.one()),
            rules.comparison().holds(),
            rules.limit(),
            Numbers.duration(seconds));
  }

  String silenceBreaches() {
    return "`treatMissingData` is `breaching`: silence is ALARM already, so an event changes nothing and nobody is notified";
  }

  String levelBreaches() {
    return "without any event %s is %s, which is %s %s: the alarm is in ALARM all the time, so an event changes nothing and nobody is notified"
        .formatted(
            reading.measure(), datapoint(wave.idle()), rules.comparison().holds(), rules.limit());
  }

  String eventDoesNotBreach() {
    if (wave.one().isEmpty()) {
      return "%s has no datapoint when one event happens".formatted(reading.measure());
    }
    String one = datapoint(wave.one());
    Optional<BigDecimal> needed = Outlook.needed(rules, reading, wave);
    if (needed.isPresent()) {
      return "%s with %s: one event counts %s, so it takes %s within %s"
          .formatted(
              rules.limit(),
              reading.measure(),
              one,
              Numbers.text(needed.get()),
              Numbers.duration(reading.period()));
    }
    if (reading.value().isExact() && !datapoint(Optional.of(reading.value())).equals(one)) {
      return "%s with %s: one event publishes %s, but the default value in the other minutes makes that %s, which is %s the threshold"
          .formatted(
              rules.limit(),
              reading.measure(),
              Numbers.text(reading.value()),
              one,
              rules.comparison().fails());
    }
    return "%s with %s: one event makes that %s, which is %s the threshold"
        .formatted(rules.limit(), reading.measure(), one, rules.comparison().fails());
  }

  String manyDoNotBreach() {
    return "`%s` with %s: more events in the same period no longer breach, so the alarm signals few changes and not many"
        .formatted(rules.comparison().text(), rules.limit());
  }

  String tooManyPeriods() {
    Evaluation evaluation = rules.evaluation();
    return "%d of %d periods of %d s must breach, and one event makes one of them breach"
        .formatted(evaluation.datapoints(), evaluation.periods(), reading.period());
  }

  String late() {
    return "%d of %d periods must breach: one event alone leads to ALARM only because the silence after it counts as no data, and late"
        .formatted(rules.evaluation().datapoints(), rules.evaluation().periods());
  }

  String silentLater(Truth again) {
    if (rules.evaluation().treatment() == MissingData.IGNORE && wave.idle().isEmpty()) {
      return "`treatMissingData` is `ignore`: after the first event the alarm stays in ALARM, so later events notify nobody";
    }
    return again == Truth.NO
        ? "a second event an hour later finds the alarm still in ALARM and notifies nobody"
        : "a second event an hour later may find the alarm still in ALARM and notify nobody";
  }

  String diluted() {
    return "%s reaches the threshold only because a period holds no other minute than the event's; `Sum` does not depend on that"
        .formatted(reading.measure());
  }

  private static String datapoint(Optional<Amount> amount) {
    return amount.map(Numbers::text).orElse("nothing");
  }
}
