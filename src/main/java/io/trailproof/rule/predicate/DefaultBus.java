package io.trailproof.rule.predicate;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Equality;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Optional;

/** Whether an event rule, or a target, names the bus that services send their events to (F98). */
final class DefaultBus {
  private static final String PROPERTY = "bus";
  private static final Value NAME = Value.text("default", Origin.NOWHERE);
  private static final Value IN_ARN = Value.text("event-bus/default", Origin.NOWHERE);

  private DefaultBus() {}

  /** The bus is named by its name or by its ARN; without either it is the default one. */
  static Judgement judge(Step step) {
    Resource resource = step.resource();
    Value bus = step.graph().property(resource, PROPERTY);
    if (bus.isAbsent()) {
      return Judgement.pass();
    }
    return arn(bus)
        .map(arn -> ofArn(step, bus, arn))
        .orElseGet(() -> judged(step, bus, Equality.of(bus, NAME)));
  }

  /** Whether the bus of a resource is certainly the default one, or certainly another. */
  static Truth is(ResourceGraph graph, Resource resource) {
    Value bus = graph.property(resource, PROPERTY);
    if (bus.isAbsent()) {
      return Truth.YES;
    }
    return arn(bus)
        .map(arn -> here(graph, resource, arn).and(own(graph, resource, arn)))
        .orElseGet(() -> Equality.of(bus, NAME));
  }

  private static Optional<Arn> arn(Value bus) {
    return bus.isKnown() || bus instanceof Value.Template ? Arn.parse(bus) : Optional.empty();
  }

  private static Truth here(ResourceGraph graph, Resource resource, Arn arn) {
    return Equality.of(arn.resource(), IN_ARN)
        .and(graph.same(arn.region(), resource.place().region()));
  }

  private static Truth own(ResourceGraph graph, Resource resource, Arn arn) {
    return graph.same(arn.account(), resource.place().account());
  }

  private static Judgement ofArn(Step step, Value bus, Arn arn) {
    Resource resource = step.resource();
    Truth here = here(step.graph(), resource, arn);
    Truth own = own(step.graph(), resource, arn);
    return own.isUnknown() && arn.account().isKnown()
        ? judged(step, bus, here)
            .and(
                Judgement.passIf(
                    new Assumption(
                        Assumed.LITERAL_ACCOUNT,
                        "account "
                            + Shown.of(arn.account())
                            + " is that of `"
                            + resource.address()
                            + "`, which no input names; `--account` tells",
                        resource.address())))
        : judged(step, bus, here.and(own));
  }

  private static Judgement judged(Step step, Value bus, Truth isDefault) {
    Resource resource = step.resource();
    return switch (isDefault) {
      case YES -> Judgement.pass();
      case NO -> Judgement.fail("it names " + Shown.of(bus), Labels.at(bus, resource));
      case UNKNOWN -> Judgement.unknown(Shown.unknown(step, PROPERTY, bus), bus, resource);
    };
  }
}
