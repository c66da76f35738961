package io.trailproof.rule.adapter;

import io.trailproof.aws.eventselector.CallKind;
import io.trailproof.aws.eventselector.EventSelectors;
import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.CallAccess;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the selectors of a trail take the calls of an event: all records that are meant. */
public final class RecordedCalls {
  /** Every record of a management event says it; trails choose by it (F8, T3.8). */
  private static final JsonPattern SAYS_ACCESS =
      EventScenario.pattern("{ $.readOnly IS TRUE || $.readOnly IS FALSE }");

  private RecordedCalls() {}

  /**
   * True if the calls are known to be management events: a pattern means those alone, and what a
   * rule says of calls holds, where no data event has a name that is given.
   */
  public static boolean areManagementEvents(EventKind kind) {
    if (kind.pattern().isEmpty()) {
      return kind.access().isPresent() && !kind.mayBeData();
    }
    JsonPattern pattern = EventScenario.pattern(kind.pattern().get());
    List<String> sources = EventScenario.sources(kind, pattern);
    return EventScenario.constants(pattern, "$.eventName").stream()
        .noneMatch(
            name ->
                sources.isEmpty()
                    ? CallKind.mayBeData(name)
                    : sources.stream().anyMatch(source -> CallKind.mayBeData(source, name)));
  }

  /** True if selectors take those of all events of a kind, whatever their names. */
  public static boolean areAllTaken(EventSelectors selectors, EventKind kind) {
    CallAccess access = kind.access().orElse(CallAccess.BOTH);
    return kind.pattern().isEmpty()
        && (access == CallAccess.READ || isYes(selectors.recordsAll(kind.source(), false)))
        && (access == CallAccess.WRITE || isYes(selectors.recordsAll(kind.source(), true)));
  }

  private static boolean isYes(Optional<Truth> answer) {
    return answer.filter(Truth.YES::equals).isPresent();
  }

  /** Whether selectors take them (F8–F14). */
  public static Recording taken(EventSelectors selectors, Event event) {
    if (event.pattern().isPresent()) {
      return selectors.refusal().orElseGet(() -> ofPattern(selectors, event));
    }
    Recording write = selectors.records(ManagementEvent.write(event.source(), event.name()));
    Recording read = selectors.records(new ManagementEvent(event.source(), event.name(), true));
    Optional<CallAccess> access = event.access();
    if (access.isEmpty()) {
      return write.answer() == read.answer()
          ? write
          : Recording.unknown("whether `" + event.name() + "` is a read or a write is not known");
    }
    return switch (access.get()) {
      case WRITE -> write;
      case READ -> read;
      case BOTH -> write.answer().compareTo(read.answer()) <= 0 ? write : read;
    };
  }

  private static Recording ofPattern(EventSelectors selectors, Event event) {
    Scenario scenario = EventScenario.of(event).when(SAYS_ACCESS);
    Conditions possible = new SelectorConditions(false).of(selectors);
    if (possible.equals(Conditions.NEVER)) {
      return selectors.records(ManagementEvent.write(event.source(), event.name()));
    }
    Optional<Recording> missed =
        covered(possible, scenario)
            .match(
                complete -> Optional.empty(),
                misses ->
                    Optional.of(
                        Recording.no(
                            "missed when "
                                + misses.witness().clauses().stream()
                                    .distinct()
                                    .collect(Collectors.joining(" and ")))),
                undecided -> Optional.of(Recording.unknown(undecided.why())));
    if (missed.isPresent()) {
      return missed.get();
    }
    Conditions certain = new SelectorConditions(true).of(selectors);
    if (certain.equals(Conditions.NEVER)) {
      return unknownPart(selectors);
    }
    return covered(certain, scenario)
        .match(
            complete -> Recording.yes("they take every record of it"),
            misses -> unknownPart(selectors),
            undecided -> Recording.unknown(undecided.why()));
  }

  private static Coverage covered(Conditions conditions, Scenario scenario) {
    if (conditions.equals(Conditions.ALWAYS)) {
      return new Coverage.Complete();
    }
    return Coverage.of(List.of(new JsonPattern(conditions.expression().orElseThrow())), scenario);
  }

  private static Recording unknownPart(EventSelectors selectors) {
    for (boolean read : List.of(true, false)) {
      for (String source : List.of("kms.amazonaws.com", "ec2.amazonaws.com")) {
        Recording one = selectors.records(new ManagementEvent(source, "", read));
        if (one.answer() == Truth.UNKNOWN) {
          return one;
        }
      }
    }
    return Recording.unknown("what the event selectors take is not known");
  }
}
