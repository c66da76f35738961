package io.trailproof.rule.predicate;

import io.trailproof.aws.alarm.MuteSchedule;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What mute rules make of the actions of an alarm (F87, F170). */
final class AlarmMutes {
  private static final int MOST_ALARMS = 100;
  private static final String RULE = "aws.cloudwatch.AlarmMuteRule";

  private AlarmMutes() {}

  /** Unknown if a rule mutes the alarm at all times, or may; nobody may ever hear it then. */
  static Judgement judge(Step step) {
    Judgement all = Judgement.pass();
    for (Resource rule : step.graph().ofType(RULE)) {
      Truth mutes = names(step, rule);
      all = all.and(mutes == Truth.YES ? accepted(step, rule) : Judgement.pass());
      Truth always = mutes == Truth.NO ? Truth.NO : isAlways(step, rule);
      // A rule whose targets are not known is taken for one of these only if it never ends.
      if (always == Truth.YES || (always == Truth.UNKNOWN && mutes == Truth.YES)) {
        boolean certain = always == Truth.YES && mutes == Truth.YES;
        all =
            all.and(
                Judgement.unknown(
                    "mute rule `"
                        + rule.address()
                        + "` "
                        + (certain ? "mutes" : "may mute")
                        + " it at all times, so nobody may ever hear of it",
                    Labels.at(rule.property("schedule"), rule)));
      }
    }
    return all;
  }

  /** F239: a rule of too many alarms is refused, and with it what is applied together with it. */
  private static Judgement accepted(Step step, Resource rule) {
    Value alarms = step.graph().property(rule, "alarms");
    return alarms instanceof Value.Items items && items.items().size() > MOST_ALARMS
        ? Judgement.fail(
            "mute rule `"
                + rule.address()
                + "` names it among "
                + items.items().size()
                + " alarms, and the API takes at most 100",
            Labels.at(alarms, rule))
        : Judgement.pass();
  }

  /** The rules that certainly mute the alarm at some times. */
  static List<Note> notes(Step step) {
    List<Note> notes = new ArrayList<>();
    for (Resource rule : step.graph().ofType(RULE)) {
      if (names(step, rule) == Truth.YES) {
        notes.add(
            new Note(
                "alarm-mute-rule",
                "mutes alarm `" + step.resource().address() + "` on a schedule (F87)",
                rule.address()));
      }
    }
    return notes;
  }

  /** A rule mutes alarms of its own Region and account. */
  private static Truth names(Step step, Resource rule) {
    Resource alarm = step.resource();
    Truth elsewhere =
        step.graph()
            .same(rule.place().region(), alarm.place().region())
            .and(step.graph().same(rule.place().account(), alarm.place().account()));
    return elsewhere == Truth.NO ? Truth.NO : step.graph().namesAny(rule.property("alarms"), alarm);
  }

  /** A rule that expires mutes for a time only. */
  private static Truth isAlways(Step step, Resource rule) {
    Value expires = step.graph().property(rule, "expires");
    Value schedule = step.graph().property(rule, "schedule");
    Value duration = step.graph().property(rule, "duration");
    if (expires.isKnown() || schedule.isAbsent() || duration.isAbsent()) {
      return Truth.NO;
    }
    Optional<String> when = schedule.asText();
    Optional<String> length = duration.asText();
    Truth gapless =
        when.isPresent() && length.isPresent()
            ? MuteSchedule.leavesNoGap(when.get(), length.get())
            : Truth.UNKNOWN;
    return expires.isAbsent() ? gapless : gapless.and(Truth.UNKNOWN);
  }
}
