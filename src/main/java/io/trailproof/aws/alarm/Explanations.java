package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.Evaluation.MissingData;
import io.trailproof.aws.alarm.FiringDecision.Rules;
import io.trailproof.aws.alarm.FiringDecision.Watched;
import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.Datapoints;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.Optional;

/** The explanations of an alarm's answers: every text of the simulation. */
record Explanations(Rules rules, Watched watched, Datapoints datapoints, Burst burst) {

  private static final String[] WORDS = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve"
  };

  String fires(long seconds) {
    return "one event makes "
        + watched.measure()
        + " "
        + datapoint(datapoints.one())
        + ", which is "
        + rules.comparison().holds()
        + " "
        + rules.limit()
        + ": ALARM at most "
        + duration(seconds)
        + " later";
  }

  String silenceBreaches() {
    return "`treatMissingData` is `breaching`: silence is ALARM already, so an event changes"
        + " nothing and nobody is notified";
  }

  String levelBreaches() {
    return "without any event %s is %s%s, which is %s %s: the alarm is in ALARM all the time, so an event changes nothing and nobody is notified"
        .formatted(
            watched.measure(),
            datapoint(datapoints.idle()),
            watched.others().isEmpty()
                ? ""
                : " by what `" + String.join("`, `", watched.others()) + "` publishes",
            rules.comparison().holds(),
            rules.limit());
  }

  String eventDoesNotBreach() {
    if (datapoints.one().isEmpty()) {
      return "%s has no datapoint when one event happens".formatted(watched.measure());
    }
    String one = datapoint(datapoints.one());
    if (!watched.others().isEmpty()) {
      return "%s with %s: one event publishes %s, and together with what `%s` publishes that makes %s, which is %s the threshold"
          .formatted(
              rules.limit(),
              watched.measure(),
              watched.value().text(),
              String.join("`, `", watched.others()),
              one,
              rules.comparison().fails());
    }
    Optional<BigDecimal> needed = needed();
    if (needed.isPresent()) {
      return "%s with %s: one event counts %s, so it takes %s within %s"
          .formatted(
              rules.limit(),
              watched.measure(),
              one,
              Amount.text(needed.get()),
              duration(watched.period()));
    }
    boolean blended = !datapoint(Optional.of(watched.value())).equals(one);
    if (watched.value().isExact() && blended && !watched.isMath()) {
      return "%s with %s: one event publishes %s, but the default value in the other minutes makes that %s, which is %s the threshold"
          .formatted(
              rules.limit(),
              watched.measure(),
              watched.value().text(),
              one,
              rules.comparison().fails());
    }
    return "%s with %s: one event makes that %s, which is %s the threshold"
        .formatted(rules.limit(), watched.measure(), one, rules.comparison().fails());
  }

  String manyDoNotBreach() {
    return "`%s` with %s: more events in the same period no longer breach, so the alarm signals few changes and not many"
        .formatted(rules.comparison().text(), rules.limit());
  }

  String tooManyPeriods() {
    Evaluation evaluation = rules.evaluation();
    return "%d of %d periods of %d s must breach, and one event makes one of them breach"
        .formatted(evaluation.datapoints(), evaluation.periods(), watched.period());
  }

  String late() {
    return "%d of %d periods must breach: one event alone leads to ALARM only because the silence after it counts as no data, and late"
        .formatted(rules.evaluation().datapoints(), rules.evaluation().periods());
  }

  String silentLater(Truth again) {
    if (rules.evaluation().treatment() == MissingData.IGNORE && datapoints.idle().isEmpty()) {
      return "`treatMissingData` is `ignore`: after the first event the alarm stays in ALARM, so"
          + " later events notify nobody";
    }
    return again == Truth.NO
        ? "a second "
            + occurrence()
            + " an hour later finds the alarm still in ALARM and notifies nobody"
        : "a second "
            + occurrence()
            + " an hour later may find the alarm still in ALARM and notify nobody";
  }

  private String occurrence() {
    return burst.isOne() ? "event" : "burst";
  }

  String burstFires(long seconds) {
    return "however %s fall, %s is %s %s in one period: ALARM at most %s later"
        .formatted(
            burst.text(),
            watched.measure(),
            rules.comparison().holds(),
            rules.limit(),
            duration(seconds));
  }

  String burstDoesNotBreach() {
    if (datapoints.one().isEmpty() || needed().isPresent()) {
      return eventDoesNotBreach();
    }
    return "%s with %s: %d events in one period make that %s, which is %s the threshold"
        .formatted(
            rules.limit(),
            watched.measure(),
            burst.times(),
            datapoint(datapoints.crowds().get(burst.times() - 1)),
            rules.comparison().fails());
  }

  /** How the events fall into periods so that none breaches. */
  String burstStraddles(long periods, int needed) {
    long reached = Math.min(periods, burst.times());
    long most = (burst.times() + reached - 1) / reached;
    return "%s with %s: the %d events may fall into %s, %s, and it takes %d in one"
        .formatted(
            rules.limit(),
            watched.measure(),
            burst.times(),
            quantity(reached, "period"),
            reached == 2
                ? most + " and " + (burst.times() - most)
                : (burst.times() == reached ? "" : "at most ") + most + " in each",
            needed);
  }

  String burstMayStraddle(int needed) {
    return "%s with %s: whether the %d events fall into one period depends on where periods begin, and it takes %d in one"
        .formatted(rules.limit(), watched.measure(), burst.times(), needed);
  }

  String tooManyPeriodsForBurst() {
    Evaluation evaluation = rules.evaluation();
    return "%d of %d periods of %d s must breach, and the %d events may all fall into one of them"
        .formatted(evaluation.datapoints(), evaluation.periods(), watched.period(), burst.times());
  }

  String diluted() {
    return "%s reaches the threshold only because a period holds no other minute than the event's; `Sum` does not depend on that"
        .formatted(watched.measure());
  }

  /** The least number of events in one period that would breach, if adding events ever does. */
  private Optional<BigDecimal> needed() {
    BigDecimal each = watched.counts() ? BigDecimal.ONE : watched.value().low();
    boolean adds =
        datapoints.one().filter(one -> one.isExact() && one.low().compareTo(each) == 0).isPresent();
    boolean grows =
        datapoints
            .two()
            .filter(two -> two.isExact() && two.low().compareTo(each.add(each)) == 0)
            .isPresent();
    if (!adds || !grows || each.signum() <= 0) {
      return Optional.empty();
    }
    return rules
        .threshold()
        .match(
            limit -> Optional.of(rules.comparison().fewest(limit, each)),
            Optional::empty,
            why -> Optional.empty());
  }

  /** A length of time in the largest unit that fits: "five minutes", "one day". */
  private static String duration(long seconds) {
    if (seconds % 86_400 == 0) {
      return quantity(seconds / 86_400, "day");
    }
    if (seconds % 3600 == 0) {
      return quantity(seconds / 3600, "hour");
    }
    return seconds % 60 == 0 ? quantity(seconds / 60, "minute") : quantity(seconds, "second");
  }

  private static String quantity(long count, String unit) {
    return (count < WORDS.length ? WORDS[(int) count] : Long.toString(count))
        + " "
        + unit
        + (count == 1 ? "" : "s");
  }

  private static String datapoint(Optional<Amount> amount) {
    return amount.map(Amount::text).orElse("nothing");
  }
}
