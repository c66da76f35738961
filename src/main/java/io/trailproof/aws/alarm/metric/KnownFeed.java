package io.trailproof.aws.alarm.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way in which a feed may behave: the value of an event, the default if any, the unit, and what
 * other filters publish to the same metric (F53, F141, F142).
 */
public record KnownFeed(Amount value, Optional<Amount> idle, String unit, List<Beside> beside) {

  /** The unit that is stored when none is named (F54). */
  public static final String NO_UNIT = "None";

  /**
   * Another filter of the metric.
   *
   * @param name what to call it
   * @param matches whether it matches the event's record as well
   * @param busy whether it matches records all the time
   */
  public record Beside(
      String name,
      Amount value,
      boolean matches,
      boolean busy,
      Optional<Amount> idle,
      String unit) {
    /** Whether it leaves any datapoint. */
    public boolean publishes() {
      return matches || busy || idle.isPresent();
    }
  }

  public KnownFeed {
    beside = beside.stream().filter(Beside::publishes).toList();
  }

  /** A metric that no other filter publishes to. */
  public KnownFeed(Amount value, Optional<Amount> idle, String unit) {
    this(value, idle, unit, List.of());
  }

  /** The part of the metric that has its unit (F144). */
  public KnownFeed ofOneUnit() {
    return new KnownFeed(
        value, idle, unit, beside.stream().filter(one -> one.unit().equals(unit)).toList());
  }

  /** Whether datapoints of several units meet in the metric (F144). */
  public boolean mixesUnits() {
    return beside.stream().anyMatch(one -> !one.unit().equals(unit));
  }

  /** Whether it has datapoints while nothing happens. */
  public boolean isDense() {
    return idle.isPresent()
        || beside.stream().anyMatch(one -> one.idle().isPresent() || one.busy());
  }

  /** The names of the others, for explanations. */
  public List<String> others() {
    return beside.stream().map(Beside::name).distinct().toList();
  }

  /** How many samples there are in a period with one event. */
  public long samples(long minutes) {
    return samples(1, minutes);
  }

  /** The most samples that there are in a period with so many events. */
  public long samples(int events, long minutes) {
    return busySamples(events, minutes).count();
  }

  /** The datapoints in a log group that is written to every minute. */
  public Datapoints busy(Statistic statistic, long minutes, int times) {
    return Datapoints.of(events -> point(statistic, busySamples(events, minutes)))
        .withCrowds(times, events -> crowd(statistic, events, minutes));
  }

  /**
   * The datapoint of a period with several events, in however many of its minutes they happen. The
   * plain statistics rise or fall throughout while minutes with a default become fewer, so that the
   * ends speak for what lies between; of others nothing is said.
   */
  private Optional<Amount> crowd(Statistic statistic, long events, long minutes) {
    Optional<Amount> together = point(statistic, busySamples(events, 1, minutes));
    long most = Math.min(events, minutes);
    if (most == 1 || !isDense()) {
      return together;
    }
    Optional<Amount> apart = point(statistic, busySamples(events, most, minutes));
    return together.isPresent() && apart.isPresent() && statistic instanceof Statistic.Basic
        ? Optional.of(together.get().around(apart.get()))
        : Optional.of(Amount.ANY);
  }

  /**
   * The datapoints in a log group that is written to only by the event itself, so that no default
   * appears.
   */
  public Datapoints quiet(Statistic statistic, int times) {
    return Datapoints.of(events -> point(statistic, quietSamples(events)))
        .withCrowds(times, events -> point(statistic, quietSamples(events)));
  }

  private Samples quietSamples(long events) {
    List<Samples.Group> groups = new ArrayList<>();
    groups.add(new Samples.Group(value, events));
    beside.stream()
        .filter(Beside::matches)
        .forEach(one -> groups.add(new Samples.Group(one.value(), events)));
    return new Samples(groups);
  }

  private Samples busySamples(long events, long minutes) {
    return busySamples(events, Math.min(events, 1), minutes);
  }

  /**
   * Each minute without a match of a filter gets the default of that filter (F50, F142).
   *
   * @param used in how many of the minutes the events happen
   */
  private Samples busySamples(long events, long used, long minutes) {
    long without = minutes - used;
    List<Samples.Group> groups = new ArrayList<>();
    groups.add(new Samples.Group(value, events));
    idle.ifPresent(level -> groups.add(new Samples.Group(level, without)));
    for (Beside one : beside) {
      if (one.matches()) {
        groups.add(new Samples.Group(one.value(), events));
      }
      if (one.busy()) {
        groups.add(new Samples.Group(one.value(), minutes));
      } else {
        one.idle()
            .ifPresent(
                level -> groups.add(new Samples.Group(level, one.matches() ? without : minutes)));
      }
    }
    return new Samples(groups);
  }

  private static Optional<Amount> point(Statistic statistic, Samples samples) {
    return samples.isEmpty() ? Optional.empty() : statistic.of(samples);
  }
}
