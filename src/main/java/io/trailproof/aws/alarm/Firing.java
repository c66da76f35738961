package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one matching event does to an alarm.
 *
 * @param fires whether it moves the alarm into ALARM, so that the actions run (F72)
 * @param aspect the requirement that is broken or undecided; empty if the alarm fires
 * @param delaySeconds the longest time from the event's minute to ALARM; empty unless it fires
 * @param again whether a second event an hour later does the same once more
 * @param warnings what weakens an alarm that fires
 * @param rests what a yes rests on that no input can show, if on anything
 * @param explanation the arithmetic behind the answer
 */
public record Firing(
    Truth fires,
    Optional<Aspect> aspect,
    OptionalLong delaySeconds,
    Truth again,
    List<String> warnings,
    Optional<String> rests,
    String explanation) {

  public Firing {
    warnings = List.copyOf(warnings);
  }

  static Firing no(Aspect aspect, String explanation) {
    return new Firing(
        Truth.NO,
        Optional.of(aspect),
        OptionalLong.empty(),
        Truth.NO,
        List.of(),
        Optional.empty(),
        explanation);
  }

  static Firing unknown(Aspect aspect, String explanation) {
    return new Firing(
        Truth.UNKNOWN,
        Optional.of(aspect),
        OptionalLong.empty(),
        Truth.UNKNOWN,
        List.of(),
        Optional.empty(),
        explanation);
  }

  static Firing yes(long delaySeconds, Truth again, List<String> warnings, String explanation) {
    return new Firing(
        Truth.YES,
        Optional.empty(),
        OptionalLong.of(delaySeconds),
        again,
        warnings,
        Optional.empty(),
        explanation);
  }

  /** The same, resting on something if it is a yes. */
  Firing resting(Optional<String> on) {
    return fires == Truth.YES && on.isPresent()
        ? new Firing(fires, aspect, delaySeconds, again, warnings, on, explanation)
        : this;
  }

  Firing warn(List<String> more) {
    if (fires != Truth.YES) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(warnings);
    all.addAll(more);
    return new Firing(fires, aspect, delaySeconds, again, List.copyOf(all), rests, explanation);
  }

  /** What holds in this world and the other alike. */
  public Firing agree(Firing other) {
    if (fires != other.fires) {
      Firing doubt = fires == Truth.YES ? other : this;
      return unknown(doubt.aspect.orElse(Aspect.CONFIGURATION), doubt.explanation);
    }
    if (fires != Truth.YES) {
      return this;
    }
    long later = Math.max(delaySeconds.orElse(0), other.delaySeconds.orElse(0));
    return yes(later, again.agree(other.again), warnings, explanation)
        .resting(rests.or(other::rests))
        .warn(other.warnings);
  }
}
