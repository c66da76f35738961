package io.trailproof.rule.predicate;

import io.trailproof.aws.alarm.composite.CompositeRule;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.JoinKeys;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The alarm itself, or a composite alarm that goes into ALARM when it does (F84). */
final class ActsForAlarm implements Predicate {
  @Override
  public String name() {
    return "acts-for-alarm";
  }

  @Override
  public String description() {
    return "the resource is the alarm before it, or a composite alarm that follows it into ALARM";
  }

  /** An alarm acts for itself alone; what a composite alarm follows must be looked at. */
  @Override
  public Optional<JoinKeys> joinKeys() {
    return Optional.of(
        new JoinKeys() {
          @Override
          public Optional<Set<Object>> ofPrevious(ResourceGraph graph, Resource previous) {
            return itself(previous);
          }

          @Override
          public Optional<Set<Object>> ofResource(ResourceGraph graph, Resource resource) {
            return itself(resource);
          }

          private Optional<Set<Object>> itself(Resource resource) {
            return resource.type().equals("aws.cloudwatch.Alarm")
                ? Optional.of(Set.of(resource.id()))
                : Optional.empty();
          }
        });
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource notifier = step.resource();
    if (notifier.id().equals(step.before().id())) {
      return Judgement.pass();
    }
    if (notifier.type().equals(step.before().type())) {
      return Judgement.fail("it is another alarm");
    }
    Value rule = step.graph().property(notifier, "rule");
    Map<String, Value> holes = new HashMap<>();
    String text = written(rule, holes);
    if (text.isEmpty()) {
      return refersTo(step, rule, notifier);
    }
    CompositeRule.Parsed parsed = CompositeRule.parse(text);
    if (parsed.rule().isEmpty()) {
      return Judgement.fail(
          "the API will refuse its rule: " + parsed.problem(), Labels.at(rule, notifier));
    }
    CompositeRule.Following following =
        parsed.rule().get().following(name -> names(step, name, holes));
    return switch (following.follows()) {
      case YES -> Judgement.pass();
      case NO -> Judgement.fail(following.explanation(), Labels.at(rule, notifier));
      case UNKNOWN -> Judgement.unknown(following.explanation(), Labels.at(rule, notifier));
    };
  }

  /** A rule that is known only later can follow this alarm only if it refers to it. */
  private static Judgement refersTo(Step step, Value rule, Resource notifier) {
    boolean other =
        rule instanceof Value.Reference && step.graph().names(rule, step.before()) == Truth.NO;
    return other
        ? Judgement.fail("its rule refers to another alarm", Labels.at(rule, notifier))
        : Judgement.unknown(Shown.unknown(step, "rule", rule), rule, notifier);
  }

  /** The text of the rule, with a made-up name in place of each part that has no text yet. */
  private static String written(Value rule, Map<String, Value> holes) {
    if (rule instanceof Value.Template template) {
      StringBuilder text = new StringBuilder();
      for (Value part : template.parts()) {
        text.append(
            part.asText()
                .orElseGet(
                    () -> {
                      String hole = "trailproof-hole-" + holes.size();
                      holes.put(hole, part);
                      return hole;
                    }));
      }
      return text.toString();
    }
    return rule.asText().orElse("");
  }

  private static Truth names(Step step, String name, Map<String, Value> holes) {
    Value value = holes.get(name);
    if (value == null && holes.keySet().stream().anyMatch(name::contains)) {
      return Truth.UNKNOWN;
    }
    return step.graph()
        .names(value == null ? Value.text(name, Origin.NOWHERE) : value, step.before());
  }
}
