package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules of an alarm applied to what it watches. */
record Outlook(Rules rules, Reading reading) {

  private static final long DAY = 86_400;

  Firing firing() {
    Firing busy = overWave(reading.busy());
    if (busy.fires() != Truth.YES || reading.quiet().isEmpty()) {
      return busy;
    }
    Firing quiet =
        new Outlook(rules, reading.with(reading.quiet().get())).overWave(reading.quiet().get());
    return quiet.fires() == Truth.YES
        ? busy
        : busy.warn(
            List.of(
                "while nothing is written to the log group no default value is published, and "
                    + quiet.explanation()));
  }

  private Firing overWave(Wave wave) {
    return wave.pulses(rules.comparison(), rules.threshold()).stream()
        .map(pulse -> overPulse(wave, pulse))
        .reduce(Firing::agree)
        .orElseThrow();
  }

  private Firing overPulse(Wave wave, Pulse pulse) {
    Story story = new Story(rules, reading, wave);
    Simulation simulation = new Simulation(rules.evaluation(), pulse);
    if (simulation.idle() == AlarmState.ALARM) {
      return pulse.idle() == Mark.MISSING
          ? Firing.no(Aspect.MISSING_DATA, story.silenceBreaches())
          : Firing.no(aspectOfLevel(), story.levelBreaches());
    }
    if (pulse.one() != Mark.BREACHING) {
      return Firing.no(aspectOfEvent(wave), story.eventDoesNotBreach());
    }
    if (pulse.many() != Mark.BREACHING) {
      return Firing.no(Aspect.COMPARISON, story.manyDoNotBreach());
    }
    OptionalInt delay = simulation.delay();
    if (delay.isEmpty()) {
      return Firing.no(Aspect.PERIODS, story.tooManyPeriods());
    }
    long seconds = delay.getAsInt() * reading.period() + (isHourly() ? 3600 : 0);
    Truth again = simulation.again(reading.period());
    return Firing.yes(
        seconds, again, warnings(delay.getAsInt(), again, story), story.fires(seconds));
  }

  private Aspect aspectOfLevel() {
    if (reading.counts()) {
      return Aspect.STATISTIC;
    }
    return rules.comparison().isRising() ? Aspect.THRESHOLD : Aspect.COMPARISON;
  }

  private Aspect aspectOfEvent(Wave wave) {
    if (wave.one().isEmpty()) {
      return Aspect.METRIC;
    }
    if (!rules.comparison().isRising()) {
      return Aspect.COMPARISON;
    }
    if (!reading.counts() && reading.value().high().signum() <= 0) {
      return Aspect.VALUE;
    }
    boolean alone =
        rules
            .threshold()
            .match(
                limit -> rules.comparison().breaches(reading.value(), limit) == Truth.YES,
                () -> false,
                why -> false);
    return alone ? Aspect.STATISTIC : Aspect.THRESHOLD;
  }

  /** Beyond a day an alarm is evaluated once an hour (F75). */
  private boolean isHourly() {
    return reading.period() * rules.evaluation().periods() > DAY;
  }

  private List<String> warnings(int delay, Truth again, Story story) {
    List<String> warnings = new ArrayList<>();
    if (delay > 1) {
      warnings.add(story.late());
    }
    if (isHourly()) {
      warnings.add(
          "`evaluationPeriods` times `period` is more than a day, so the alarm is evaluated once an hour");
    }
    if (again != Truth.YES) {
      warnings.add(story.silentLater(again));
    }
    if (reading.diluted()) {
      warnings.add(story.diluted());
    }
    if (!rules.comparison().isRising()) {
      warnings.add("`" + rules.comparison().text() + "` does not signal a rising count");
    }
    return warnings;
  }

  /** The least number of events in one period that would breach, if adding events ever does. */
  static Optional<BigDecimal> needed(Rules rules, Reading reading, Wave wave) {
    BigDecimal each = reading.counts() ? BigDecimal.ONE : reading.value().low();
    boolean adds =
        wave.one().filter(one -> one.isExact() && one.low().compareTo(each) == 0).isPresent();
    boolean grows =
        wave.two()
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
}
