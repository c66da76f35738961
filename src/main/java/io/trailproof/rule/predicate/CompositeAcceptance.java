package io.trailproof.rule.predicate;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the API takes a composite alarm, beside its rule (F156, F161). */
final class CompositeAcceptance {
  private static final List<String> ACTIONS =
      List.of("actions", "okActions", "insufficientDataActions");
  private static final List<String> WAITING_TIMES =
      List.of("suppressorWait", "suppressorExtension");

  /** T11: what changes machines is for metric alarms. */
  private static final Set<String> NOT_TAKEN = Set.of("automate", "swf", "autoscaling");

  private static final String SCALING_POLICY = "aws.autoscaling.ScalingPolicy";

  private final Step step;
  private final Resource composite;

  private CompositeAcceptance(Step step) {
    this.step = step;
    this.composite = step.resource();
  }

  static Judgement judge(Step step) {
    return step.resource().existence() == Existence.MANAGED
        ? new CompositeAcceptance(step).judge()
        : Judgement.pass(); // what exists already was accepted
  }

  private Judgement judge() {
    Judgement all = waitingTimes();
    for (String property : ACTIONS) {
      all = all.and(action(composite.property(property)));
    }
    return all.and(AlarmOptions.tags(step, composite));
  }

  /** F161: a suppressor needs both of them. */
  private Judgement waitingTimes() {
    Value suppressor = step.graph().property(composite, "suppressor");
    Judgement all = Judgement.pass();
    for (String property : suppressor.isAbsent() ? List.<String>of() : WAITING_TIMES) {
      Value time = step.graph().property(composite, property);
      if (time.isAbsent()) {
        all =
            all.and(
                missing(
                    suppressor,
                    "`"
                        + Shown.spelt(step, composite, property)
                        + "` is needed beside an alarm that suppresses its actions"));
      } else if (mayBeAbsent(time)) {
        all = all.and(Judgement.unknown(Shown.unknown(step, property, time), time, composite));
      }
    }
    return all;
  }

  private static boolean mayBeAbsent(Value value) {
    return value instanceof Value.Choice choice
        && choice.candidates().stream().anyMatch(Value::isAbsent);
  }

  private Judgement missing(Value suppressor, String why) {
    return suppressor instanceof Value.Unknown || mayBeAbsent(suppressor)
        ? Judgement.unknown(why, suppressor, composite)
        : Judgement.fail(why, Labels.at(suppressor, composite));
  }

  private Judgement action(Value value) {
    if (value instanceof Value.Items items) {
      return items.items().stream()
          .map(this::action)
          .reduce(Judgement::and)
          .orElse(Judgement.pass());
    }
    if (value instanceof Value.Choice choice) {
      return choice(choice);
    }
    Value resolved = step.graph().resolve(value);
    if (resolved instanceof Value.Items) {
      return action(resolved);
    }
    return service(value)
        .or(() -> service(resolved))
        .filter(NOT_TAKEN::contains)
        .map(
            service ->
                Judgement.fail(
                    "its action "
                        + Shown.of(value)
                        + " is one of `"
                        + service
                        + "`, which composite alarms do not take",
                    Labels.at(value, composite)))
        .orElse(Judgement.pass());
  }

  private Judgement choice(Value.Choice choice) {
    List<Judgement> each = choice.candidates().stream().map(this::action).toList();
    Judgement worst = each.stream().reduce(Judgement::and).orElse(Judgement.pass());
    return each.stream().map(Judgement::verdict).distinct().count() <= 1
        ? worst
        : Judgement.unknown(worst.why(), choice, composite);
  }

  /** The service of an ARN that is not told is empty, and so is that of what is no ARN. */
  private Optional<String> service(Value value) {
    if (value instanceof Value.Reference reference) {
      return step.graph()
          .find(reference.target())
          .filter(target -> target.type().equals(SCALING_POLICY))
          .map(target -> "autoscaling");
    }
    return value.isKnown() || value instanceof Value.Template
        ? Arn.parse(value).flatMap(arn -> arn.service().asText())
        : Optional.empty();
  }
}
