package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An alarm has no more actions than the API takes (F77); notes what may hold them back. */
final class ActionsFit implements Predicate {
  private static final int MOST = 5;

  @Override
  public String name() {
    return "actions-fit";
  }

  @Override
  public String description() {
    return "the alarm has at most five actions";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource alarm = step.resource();
    Value actions = step.graph().property(alarm, "actions");
    Judgement judgement =
        actions instanceof Value.Items items && items.items().size() > MOST
            ? Judgement.fail(
                "it has " + items.items().size() + " actions, and at most five may be there",
                Labels.at(actions, alarm))
            : Judgement.pass();
    return judgement.noting(heldBack(step, alarm));
  }

  private static List<Note> heldBack(Step step, Resource alarm) {
    List<Note> notes = new ArrayList<>();
    if (!alarm.property("suppressor").isAbsent()) {
      notes.add(
          new Note(
              "actions-suppressor",
              "another alarm suppresses the actions while it is in ALARM (F85)",
              alarm.address()));
    }
    for (Resource rule : step.graph().ofType("aws.cloudwatch.AlarmMuteRule")) {
      if (step.graph().namesAny(rule.property("alarms"), alarm) == Sameness.SAME) {
        notes.add(
            new Note(
                "alarm-mute-rule",
                "mutes alarm `" + alarm.address() + "` on a schedule (F87)",
                rule.address()));
      }
    }
    return notes;
  }
}
