package io.trailproof.rule;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.eventselector.CallKind;
import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event is beside its name: the same for nearly all events of a rule, which are judged
 * alike wherever nobody looks at the name.
 *
 * @param source the {@code eventSource}, such as {@code iam.amazonaws.com}; empty where the pattern
 *     alone says what is meant
 * @param pattern a partial record in the pattern language, where a name does not say it
 * @param when what else holds of the records that are meant of a named call, in that language
 * @param outcome which of the calls are meant
 * @param access whether they change something, as the rule says or as the name of the call tells
 * @param regions where they are recorded, where the rule says so: the Region of each partition, or
 *     none for the Region of the caller
 * @param burst how many of its records have to set off an alarm, and within which time
 * @param assumes what it rests on that somebody is told of it, whatever the resources say; one line
 * @param mayBeData whether the call may be a data event, as far as its name tells
 */
public record EventKind(
    String source,
    Optional<String> pattern,
    Optional<String> when,
    CallOutcome outcome,
    Optional<CallAccess> access,
    Optional<Map<Partition, String>> regions,
    Burst burst,
    Optional<String> assumes,
    boolean mayBeData) {
  public EventKind {
    regions = regions.map(Map::copyOf);
  }

  /** True if it is this very one: kinds are shared, and long to compare. */
  @SuppressWarnings("ReferenceEquality") // as the comment above says
  public boolean is(@Nullable EventKind other) {
    return this == other;
  }

  /** The same, with what the name of a call tells of it. */
  EventKind of(String name) {
    if (pattern.isPresent()) {
      return this;
    }
    Optional<CallAccess> told =
        access.isEmpty() && CallKind.of(source, name) == CallKind.MANAGEMENT_WRITE
            ? Optional.of(CallAccess.WRITE)
            : access;
    return new EventKind(
        source,
        pattern,
        when,
        outcome,
        told,
        regions,
        burst,
        assumes,
        CallKind.mayBeData(source, name));
  }
}
