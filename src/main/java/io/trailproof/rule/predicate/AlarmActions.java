package io.trailproof.rule.predicate;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.aws.alarm.composite.CompositeRule;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.JoinKeys;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.CompositeAlarms;
import io.trailproof.rule.adapter.LeftActions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the actions of an alarm are taken, and whose (F77–F87). */
final class AlarmActions {
  private static final int MOST_ACTIONS = 5;
  private static final String COMPOSITE = "aws.cloudwatch.CompositeAlarm";
  private static final String LOG_ALARM = "aws.cloudwatch.LogAlarm";
  private static final String INVESTIGATIONS = "aws.aiops.InvestigationGroup";

  /** An alarm acts for itself, and a composite alarm for those that its rule leads to. */
  static final JoinKeys ALARM_OR_COMPOSITE =
      new JoinKeys() {
        @Override
        public Optional<Set<Object>> ofPrevious(ResourceGraph graph, Resource alarm) {
          Set<Object> keys = new HashSet<>(CompositeAlarms.leadingTo(graph, alarm));
          keys.add(alarm.id());
          return Optional.of(keys);
        }

        @Override
        public Optional<Set<Object>> ofResource(ResourceGraph graph, Resource notifier) {
          boolean isOpen =
              notifier.type().equals(COMPOSITE) && !CompositeAlarms.isRead(graph, notifier);
          return isOpen ? Optional.empty() : Optional.of(Set.of(notifier.id()));
        }
      };

  private AlarmActions() {}

  /** The alarm itself, or a composite alarm that goes into ALARM when it does (F84, F159). */
  static ByEvent<Judgement> actsForAlarm(Step step, EventKind kind) {
    Resource notifier = step.resource();
    Resource alarm = step.before();
    boolean itself = notifier.id().equals(alarm.id());
    if (!itself && notifier.type().equals(alarm.type())) {
      return ByEvent.same(Judgement.fail("it is another alarm"));
    }
    if (!hasActions(step, notifier) && LeftActions.of(step.graph()).isLeft(alarm)) {
      return ByEvent.same(Judgement.fail("it leaves its actions to a composite alarm"));
    }
    return itself
        ? ByEvent.same(Judgement.pass())
        : ByEvent.each(event -> compositeActs(step, event));
  }

  private static Judgement compositeActs(Step step, Event event) {
    Resource notifier = step.resource();
    Resource alarm = step.before();
    CompositeAlarms composites = new CompositeAlarms(step.graph(), alarm, event);
    Value rule = step.graph().property(notifier, "rule");
    Optional<CompositeRule.Parsed> parsed = composites.rule(notifier).parsed();
    if (alarm.type().equals(LOG_ALARM) && composites.leadsTo(notifier) != Truth.NO) {
      return Judgement.unknown(
          "whether the rule of a composite alarm may name a log alarm is not written down (F234)",
          Labels.at(rule, notifier));
    }
    if (parsed.isEmpty()) {
      return refersTo(step, rule, notifier);
    }
    if (parsed.get().rule().isEmpty()) {
      String problem = parsed.get().problem();
      return parsed.get().refused()
          ? Judgement.fail("the API will refuse its rule: " + problem, Labels.at(rule, notifier))
          : Judgement.unknown(problem, Labels.at(rule, notifier));
    }
    if (composites.leadsTo(notifier) == Truth.NO) {
      return Judgement.fail("its rule does not lead to the alarm", Labels.at(rule, notifier));
    }
    CompositeRule.Following following = composites.following(notifier, parsed.get().rule().get());
    return switch (following.follows()) {
      case YES -> Judgement.pass();
      case NO ->
          composites.leadsTo(notifier).isYes()
              ? Judgement.fail(following.explanation(), Labels.at(rule, notifier)).staying()
              : Judgement.fail(following.explanation(), Labels.at(rule, notifier));
      case UNKNOWN -> Judgement.unknown(following.explanation(), Labels.at(rule, notifier));
    };
  }

  private static boolean hasActions(Step step, Resource alarm) {
    return LeftActions.areOf(step.graph(), alarm);
  }

  /** A rule that is known only later can follow this alarm only if it refers to it. */
  private static Judgement refersTo(Step step, Value rule, Resource notifier) {
    boolean other =
        rule instanceof Value.Reference
            && step.graph().names(rule, step.before()) == Truth.NO
            && step.graph().ofType(COMPOSITE).stream()
                .allMatch(one -> step.graph().names(rule, one) == Truth.NO);
    return other
        ? Judgement.fail("its rule refers to another alarm", Labels.at(rule, notifier))
        : Judgement.unknown(Shown.unknown(step, "rule", rule), rule, notifier);
  }

  /** An alarm has no more actions than the API takes (F77); notes what may hold them back. */
  static Judgement fit(Step step) {
    Resource alarm = step.resource();
    return count(step, step.graph().property(alarm, "actions")).noting(heldBack(step, alarm));
  }

  /** Nothing holds back the actions when the event comes (F161, F170). */
  static ByEvent<Judgement> taken(Step step, EventKind kind) {
    return notSuppressed(step).map(judgement -> judgement.and(AlarmMutes.judge(step)));
  }

  /** F161: while the suppressor is in ALARM no action is taken. */
  private static ByEvent<Judgement> notSuppressed(Step step) {
    Value suppressor = step.graph().property(step.resource(), "suppressor");
    return suppressor.isAbsent()
        ? ByEvent.same(Judgement.pass())
        : ByEvent.each(event -> notSuppressed(step, suppressor, event));
  }

  private static Judgement notSuppressed(Step step, Value suppressor, Event event) {
    Resource composite = step.resource();
    CompositeAlarms composites = new CompositeAlarms(step.graph(), step.before(), event);
    Set<AlarmState> during = composites.during(suppressor);
    if (during.equals(Set.of(AlarmState.ALARM))) {
      return Judgement.fail(
          composites.before(suppressor).equals(during)
              ? "the alarm that suppresses its actions is in ALARM all the time"
              : "the alarm that suppresses its actions goes into ALARM with it",
          Labels.at(suppressor, composite));
    }
    return during.contains(AlarmState.ALARM)
        ? Judgement.unknown(
            "the alarm that suppresses its actions may go into ALARM with it",
            suppressor,
            composite)
        : Judgement.pass();
  }

  /** That a list as a whole is not known is said where the chain follows it. */
  private static Judgement count(Step step, Value actions) {
    if (actions instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> count(step, one))
          .reduce((a, b) -> a.verdict() == b.verdict() ? a : perhapsTooMany(step, actions))
          .orElse(Judgement.pass());
    }
    if (!(actions instanceof Value.Items items)) {
      return Judgement.pass();
    }
    Resource alarm = step.resource();
    List<Value> all = items.items();
    boolean told = alarm.dialect() != Dialect.TERRAFORM || all.stream().allMatch(Value::isKnown);
    long least = told ? all.stream().filter(item -> !mayBeLeftOut(item)).count() : 0;
    if (least > MOST_ACTIONS) {
      return Judgement.fail(
          "it has " + least + " actions, and at most five may be there", Labels.at(actions, alarm));
    }
    boolean more = told ? all.size() > MOST_ACTIONS : distinct(step.graph(), all) > MOST_ACTIONS;
    return more ? perhapsTooMany(step, actions) : Judgement.pass();
  }

  private static Judgement perhapsTooMany(Step step, Value actions) {
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
    for (Value one : items.stream().flatMap(AlarmActions::candidates).toList()) {
      if (different.size() <= MOST_ACTIONS
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
    notes.addAll(AlarmMutes.notes(step));
    if (!hasActions(step, alarm)) {
      notes.addAll(StateChanges.notes(step));
    }
    return notes;
  }

  /** An action that opens an item for people to look at, or whose effect is not known (F78). */
  static Judgement opensItem(Step step) {
    return step.resource().type().equals(INVESTIGATIONS)
        ? Judgement.unknown("no text says whether an investigation tells anybody")
        : Judgement.pass()
            .noting(
                new Note(
                    "opens-item",
                    "the alarm opens an item in Systems Manager, and whoever looks there is told"
                        + " (F78)",
                    step.before().address()));
  }
}
