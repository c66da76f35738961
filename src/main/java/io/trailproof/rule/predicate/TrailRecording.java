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
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
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
  static ByEvent<Judgement> takesEvent(Step step, EventKind kind) {
    EventSelectors selectors = new TrailAdapter(step.graph()).selectors(step.resource());
    return RecordedCalls.areAllTaken(selectors, kind) && RecordedCalls.areManagementEvents(kind)
        ? ByEvent.same(
            Judgement.pass()
                .noting(notes(step, selectors, selectors.recordsAll(kind.source(), true))))
        : ByEvent.each(event -> takesEvent(step, selectors, event));
  }

  private static Judgement takesEvent(Step step, EventSelectors selectors, Event event) {
    Resource trail = step.resource();
    Recording recording = RecordedCalls.taken(selectors, event);
    Value basic = trail.property("eventSelectors");
    Value value = basic.isAbsent() ? trail.property("advancedEventSelectors") : basic;
    Judgement judgement = taken(step, recording, value);
    return judgement.verdict() == Verdict.PASS && !RecordedCalls.areManagementEvents(event.kind())
        ? Judgement.unknown(
            "whether CloudTrail records `"
                + event.name()
                + "` among management events that change something is not known to this version",
            value,
            trail)
        : judgement.noting(notes(step, selectors, Optional.of(read(selectors, event).answer())));
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
  static ByEvent<Judgement> takesGlobalEvents(Step step, EventKind kind) {
    return isLeftOut(step, kind)
        .then(
            isLeftOut ->
                isLeftOut
                    ? heard(step, kind).map(recording -> leftOut(step, recording))
                    // undecided values are the concern of the Region's requirement
                    : ByEvent.same(Judgement.pass()));
  }

  private static Judgement leftOut(Step step, Recording recording) {
    Resource trail = step.resource();
    Judgement judgement = taken(step, recording, trail.property("globalServiceEvents"));
    return judgement.verdict() == Verdict.FAIL && countsAsFalse(step, trail)
        ? Judgement.fail(
            judgement.why() + " (left out of a template, the property counts as false)",
            judgement.labels().toArray(new Label[0]))
        : judgement;
  }

  private static ByEvent<Recording> heard(Step step, EventKind kind) {
    return RecordedRegions.heard(new TrailAdapter(step.graph()).reach(step.resource()), kind);
  }

  /** Whether the trail leaves global events out, and it makes a difference to the event. */
  private static ByEvent<Boolean> isLeftOut(Step step, EventKind kind) {
    boolean leavesOut =
        step.graph()
            .property(step.resource(), "globalServiceEvents")
            .asText()
            .filter("false"::equals)
            .isPresent();
    if (!leavesOut) {
      return ByEvent.same(false);
    }
    TrailReach reach = new TrailAdapter(step.graph()).reach(step.resource());
    TrailReach with = new TrailReach(reach.multiRegion(), Partial.known(true), reach.homeRegion());
    return RecordedRegions.heard(with, kind)
        .then(heard -> RecordedRegions.heard(reach, kind).map(without -> !heard.equals(without)));
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

  /** A trail gets the events of the Region where the event is recorded (F2–F6). */
  static ByEvent<Judgement> hearsEventRegion(Step step, EventKind kind) {
    return isLeftOut(step, kind)
        .then(
            isLeftOut ->
                isLeftOut
                    ? ByEvent.same(Judgement.pass()) // another requirement says so
                    : heard(step, kind).map(recording -> regionHeard(step, recording)));
  }

  private static Judgement regionHeard(Step step, Recording recording) {
    Resource trail = step.resource();
    Judgement judgement = taken(step, recording, trail.property("multiRegion"));
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
  static ByEvent<Judgement> takesAllManagementEvents(Step step, EventKind kind) {
    EventSelectors selectors = new TrailAdapter(step.graph()).selectors(step.resource());
    List<BasicSelector> basic = selectors.basic().orElse(List.of());
    boolean isOne =
        basic.isEmpty()
            ? step.resource().property("advancedEventSelectors").isAbsent()
                && takesBoth(selectors, kind.source())
            : basic.stream().anyMatch(one -> takesBoth(selectors.with(one), kind.source()));
    return isOne
        ? ByEvent.same(Judgement.pass())
        : ByEvent.each(event -> takesAllManagementEvents(step, selectors, event));
  }

  private static boolean takesBoth(EventSelectors selectors, String source) {
    return selectors.recordsAll(source, false).filter(Truth.YES::equals).isPresent()
        && selectors.recordsAll(source, true).filter(Truth.YES::equals).isPresent();
  }

  private static Judgement takesAllManagementEvents(
      Step step, EventSelectors selectors, Event event) {
    Resource trail = step.resource();
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
      Judgement judgement =
          takesBoth(step, selectors.with(one), event, trail.property("eventSelectors"));
      best = best == null ? judgement : best.or(judgement);
    }
    return best == null ? Judgement.pass() : best;
  }

  private static Judgement takesBoth(
      Step step, EventSelectors selectors, Event event, Value value) {
    Recording write = selectors.records(ManagementEvent.write(event.source(), event.name()));
    return taken(step, write, value).and(taken(step, read(selectors, event), value));
  }

  private static Recording read(EventSelectors selectors, Event event) {
    return selectors.records(new ManagementEvent(event.source(), event.name(), true));
  }

  private static Note onlyAdvanced(Resource trail) {
    return new Note(
        "audit-advanced-selectors",
        "the audit text speaks of event selectors only; the advanced ones of this trail take the"
            + " same events (F13)",
        trail.address());
  }

  /** What is worth knowing about a trail that records the event (F3, F8, F9, F13, F24, F26). */
  private static List<Note> notes(Step step, EventSelectors selectors, Optional<Truth> reads) {
    Resource trail = step.resource();
    List<Note> notes = new ArrayList<>();
    if (reads.filter(Truth.NO::equals).isPresent()) {
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
