package io.trailproof.rule.predicate;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    return judge(step, step.graph().property(alarm, "actions")).noting(heldBack(step, alarm));
  }

  /** That a list as a whole is not known is said where the chain follows it. */
  private static Judgement judge(Step step, Value actions) {
    if (actions instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> judge(step, one))
          .reduce((a, b) -> a.verdict() == b.verdict() ? a : perhaps(step, actions))
          .orElse(Judgement.pass());
    }
    if (!(actions instanceof Value.Items items)) {
      return Judgement.pass();
    }
    Resource alarm = step.resource();
    List<Value> all = items.items();
    boolean told = alarm.dialect() != Dialect.TERRAFORM || all.stream().allMatch(Value::isKnown);
    long least = told ? all.stream().filter(item -> !mayBeLeftOut(item)).count() : 0;
    if (least > MOST) {
      return Judgement.fail(
          "it has " + least + " actions, and at most five may be there", Labels.at(actions, alarm));
    }
    boolean more = told ? all.size() > MOST : distinct(step.graph(), all) > MOST;
    return more ? perhaps(step, actions) : Judgement.pass();
  }

  private static Judgement perhaps(Step step, Value actions) {
    Resource alarm = step.resource();
    return Judgement.unknown(
        "`"
            + Shown.spelt(step, alarm, "actions")
            + "` of `"
            + alarm.address()
            + "` may hold more than five actions, and at most five may be there",
        Labels.at(actions, alarm));
  }

  private static boolean mayBeLeftOut(Value item) {
    return item instanceof Value.Choice choice
        && choice.candidates().stream().anyMatch(Value::isAbsent);
  }

  /**
   * How many actions there can be in a set that is known only after apply: a plan shows what is
   * referred to, not what a condition or a function leaves of it. Counted no further than needed.
   */
  private static int distinct(ResourceGraph graph, List<Value> items) {
    List<Value> different = new ArrayList<>();
    for (Value one : items.stream().flatMap(ActionsFit::candidates).toList()) {
      if (different.size() <= MOST
          && different.stream().noneMatch(other -> graph.same(one, other) == Truth.YES)) {
        different.add(one);
      }
    }
    return different.size();
  }

  /** What is unknown beside a candidate says that it may not be there. */
  private static Stream<Value> candidates(Value item) {
    return item instanceof Value.Choice choice
        ? choice.candidates().stream().filter(one -> !(one instanceof Value.Unknown))
        : Stream.of(item);
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
      if (step.graph().namesAny(rule.property("alarms"), alarm) == Truth.YES) {
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
