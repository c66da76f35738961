package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.BasicSelector;
import io.trailproof.aws.eventselector.EventSelectors;
import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.aws.eventselector.TrailReach;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.EngineWords;
import io.trailproof.rule.adapter.RecordedCalls;
import io.trailproof.rule.adapter.RecordedRegions;
import io.trailproof.rule.adapter.TrailAdapter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether a trail records an event: its selectors, its Regions, its global events (F1–F14). */
final class TrailRecording {
  private TrailRecording() {}

  /** The event selectors of a trail take the event (F1, F8–F14). */
  static Judgement takesEvent(Step step, Event event) {
    Resource trail = step.resource();
    Recording recording =
        RecordedCalls.taken(new TrailAdapter(step.graph()).selectors(trail), event);
    Value basic = trail.property("eventSelectors");
    Value selectors = basic.isAbsent() ? trail.property("advancedEventSelectors") : basic;
    Judgement judgement = taken(step, recording, selectors);
    return judgement.verdict() == Verdict.PASS && !RecordedCalls.areManagementEvents(event)
        ? Judgement.unknown(
            "whether CloudTrail records `"
                + event.name()
                + "` among management events that change something is not known to this version",
            selectors,
            trail)
        : judgement.noting(notes(step, ManagementEvent.write(event.source(), event.name())));
  }

  private static Judgement taken(Step step, Recording recording, Value value) {
    Resource trail = step.resource();
    if (recording.answer() == Truth.YES) {
      return Judgement.pass();
    }
    String why = EngineWords.spelt(step, trail, recording.explanation());
    return recording.answer() == Truth.NO
        ? Judgement.fail(why, Labels.at(value, trail))
        : Judgement.unknown(why, value, trail);
  }

  /** A trail takes the events of global services, if the event is one of these (F3–F5). */
  static Judgement takesGlobalEvents(Step step, Event event) {
    Resource trail = step.resource();
    if (!leavesOut(step, trail) || !hangsOnGlobalEvents(step, event)) {
      return Judgement.pass(); // undecided values are the concern of the Region's requirement
    }
    Judgement judgement = taken(step, heard(step, event), trail.property("globalServiceEvents"));
    return judgement.verdict() == Verdict.FAIL && countsAsFalse(step, trail)
        ? Judgement.fail(
            judgement.why() + " (left out of a template, the property counts as false)",
            judgement.labels().toArray(new Label[0]))
        : judgement;
  }

  private static Recording heard(Step step, Event event) {
    return RecordedRegions.heard(new TrailAdapter(step.graph()).reach(step.resource()), event);
  }

  /** Whether it makes a difference to the event that the trail leaves them out. */
  private static boolean hangsOnGlobalEvents(Step step, Event event) {
    TrailReach reach = new TrailAdapter(step.graph()).reach(step.resource());
    TrailReach with = new TrailReach(reach.multiRegion(), Partial.known(true), reach.homeRegion());
    return !RecordedRegions.heard(with, event).equals(RecordedRegions.heard(reach, event));
  }

  /** F5: what stands in for the property where it is left out; formats differ in this. */
  private static boolean countsAsFalse(Step step, Resource trail) {
    return step.catalog()
        .type(trail.type())
        .flatMap(type -> type.property("globalServiceEvents"))
        .flatMap(property -> Optional.ofNullable(property.defaults().get(trail.dialect())))
        .flatMap(Value::asText)
        .filter("false"::equals)
        .isPresent();
  }

  private static boolean leavesOut(Step step, Resource trail) {
    return step.graph()
        .property(trail, "globalServiceEvents")
        .asText()
        .filter("false"::equals)
        .isPresent();
  }

  /** A trail gets the events of the Region where the event is recorded (F2–F6). */
  static Judgement hearsEventRegion(Step step, Event event) {
    Resource trail = step.resource();
    if (leavesOut(step, trail) && hangsOnGlobalEvents(step, event)) {
      return Judgement.pass(); // another requirement says so
    }
    Judgement judgement = taken(step, heard(step, event), trail.property("multiRegion"));
    boolean single =
        step.graph().property(trail, "multiRegion").asText().filter("false"::equals).isPresent();
    return single && judgement.verdict() == Verdict.PASS
        ? judgement.noting(
            new Note(
                "single-region-trail",
                "is a single-Region trail, and benchmarks ask for a multi-Region one (F3)",
                trail.address()))
        : judgement;
  }

  /**
   * One selector of a trail takes all management events, reads and writes: the audit text of CIS
   * asks for {@code IncludeManagementEvents} and {@code ReadWriteType} {@code All} (F8, F13, F113).
   */
  static Judgement takesAllManagementEvents(Step step, Event event) {
    Resource trail = step.resource();
    EventSelectors selectors = new TrailAdapter(step.graph()).selectors(trail);
    Value advanced = trail.property("advancedEventSelectors");
    List<BasicSelector> basic = selectors.basic().orElse(List.of());
    if (basic.isEmpty()) {
      Judgement judgement =
          takesBoth(
              step,
              selectors,
              event,
              advanced.isAbsent() ? trail.property("eventSelectors") : advanced);
      return judgement.verdict() == Verdict.PASS && !advanced.isAbsent()
          ? judgement.noting(onlyAdvanced(trail))
          : judgement;
    }
    Judgement best = null;
    for (BasicSelector one : basic) {
      EventSelectors alone = new EventSelectors(Partial.known(List.of(one)), selectors.advanced());
      Judgement judgement = takesBoth(step, alone, event, trail.property("eventSelectors"));
      best = best == null ? judgement : best.or(judgement);
    }
    return best == null ? Judgement.pass() : best;
  }

  private static Judgement takesBoth(
      Step step, EventSelectors selectors, Event event, Value value) {
    Recording write = selectors.records(ManagementEvent.write(event.source(), event.name()));
    Recording read = selectors.records(new ManagementEvent(event.source(), event.name(), true));
    return taken(step, write, value).and(taken(step, read, value));
  }

  private static Note onlyAdvanced(Resource trail) {
    return new Note(
        "audit-advanced-selectors",
        "the audit text speaks of event selectors only; the advanced ones of this trail take the"
            + " same events (F13)",
        trail.address());
  }

  /** What is worth knowing about a trail that records the event (F3, F8, F9, F13, F24, F26). */
  private static List<Note> notes(Step step, ManagementEvent event) {
    Resource trail = step.resource();
    List<Note> notes = new ArrayList<>();
    EventSelectors selectors = new TrailAdapter(step.graph()).selectors(trail);
    ManagementEvent read = new ManagementEvent(event.source(), event.name(), true);
    if (selectors.records(read).answer() == Truth.NO) {
      notes.add(
          note(
              trail,
              "records-writes-only",
              "records writes only, and benchmarks ask for reads as well (F8)"));
    }
    ManagementEvent key = ManagementEvent.write("kms.amazonaws.com", "DisableKey");
    if (selectors.records(key).answer() == Truth.NO) {
      notes.add(
          note(
              trail,
              "leaves-out-kms",
              "leaves out the events of KMS, which other controls want to see (F9)"));
    }
    noteKey(step, trail, notes);
    if (trail.dialect() == Dialect.CLOUDFORMATION && trail.property("logGroup").isAbsent()) {
      notes.add(
          note(
              trail,
              "trail-keeps-old-log-group",
              "an update that drops the log group from the template leaves the old one in place, so"
                  + " the live trail may still deliver (F26)"));
    }
    return notes;
  }

  /** No text says that a bad key stops the delivery to a log group, so it is no failure. */
  private static void noteKey(Step step, Resource trail, List<Note> notes) {
    Value key = trail.property("kmsKey");
    if (key.isAbsent()) {
      return;
    }
    if (KeysRefused.of(step.graph()).test(trail, () -> isRefused(step, trail, key))) {
      notes.add(
          note(
              trail,
              "trail-key",
              "the key that encrypts the trail's files does not let CloudTrail use it, and the"
                  + " trail may be refused for it (F24)"));
    }
  }

  private static boolean isRefused(Step step, Resource trail, Value key) {
    KeyUse use =
        new KeyUse(
            step, "cloudtrail.amazonaws.com", List.of("kms:GenerateDataKey"), KeyUse.NO_CONTEXT);
    boolean said = TrailAcceptance.judge(step).verdict() == Verdict.FAIL;
    return !said && use.judge(key, trail, "kmsKey").verdict() == Verdict.FAIL;
  }

  /** Of which trails the key refuses CloudTrail, whatever the event. */
  private static final class KeysRefused {
    private final IdentityHashMap<Resource, Boolean> known = new IdentityHashMap<>();

    static KeysRefused of(ResourceGraph graph) {
      return graph.once(KeysRefused.class, KeysRefused::new);
    }

    boolean test(Resource trail, BooleanSupplier workOut) {
      Boolean before = known.get(trail);
      if (before == null) {
        before = workOut.getAsBoolean();
        known.put(trail, before);
      }
      return before;
    }
  }

  private static Note note(Resource trail, String code, String message) {
    return new Note(code, message, trail.address());
  }
}
