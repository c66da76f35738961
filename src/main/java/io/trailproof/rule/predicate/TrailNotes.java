package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.EventSelectors;
import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Note;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.TrailAdapter;
import java.util.ArrayList;
import java.util.List;

/** What is worth knowing about a trail that records the event (F3, F8, F9, F13, F24, F26). */
final class TrailNotes {
  private TrailNotes() {}

  static List<Note> of(Step step, ManagementEvent event) {
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
    key(step, trail, notes);
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
  private static void key(Step step, Resource trail, List<Note> notes) {
    Value key = trail.property("kmsKey");
    if (key.isAbsent()) {
      return;
    }
    KeyUse use =
        new KeyUse(
            step, "cloudtrail.amazonaws.com", List.of("kms:GenerateDataKey"), KeyUse.NO_CONTEXT);
    if (use.judge(key, trail, "kmsKey").verdict() == Verdict.FAIL) {
      notes.add(
          note(
              trail,
              "trail-key",
              "the key that encrypts the trail's files does not let CloudTrail use it, and the"
                  + " trail may be refused for it (F24)"));
    }
  }

  private static Note note(Resource trail, String code, String message) {
    return new Note(code, message, trail.address());
  }
}
