package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.WatchedMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether an alarm asks for the dimensions that a filter publishes. */
final class AlarmDimensions {
  private AlarmDimensions() {}

  /**
   * An alarm asks for exactly the dimensions that the filter publishes for the event (F51, F59).
   */
  static Judgement judge(Step step, Event event) {
    Resource filter = step.before();
    List<WatchedMetric> readers = WatchedMetric.of(step.graph(), step.resource(), filter);
    Judgement best = null;
    for (WatchedMetric reader : readers) {
      Judgement one = one(step, reader.dimensions(), filter, event);
      best = best == null ? one : best.or(one);
    }
    return best == null ? Judgement.unknown("the metric of the alarm is not known") : best;
  }

  private static Judgement one(Step step, Value asked, Resource filter, Event event) {
    Resource alarm = step.resource();
    Value published = filter.property("dimensions");
    Value system = filter.property("systemDimensions");
    if (published.isAbsent() && system.isAbsent()) {
      if (asked.isAbsent()) {
        return Judgement.pass();
      }
      return asked instanceof Value.Fields
          ? Judgement.fail(
              "the alarm asks for dimensions, the filter publishes none", Labels.at(asked, alarm))
          : Judgement.unknown(Shown.unknown(step, "dimensions", asked), asked, alarm);
    }
    if (!system.isAbsent() && !asked.isAbsent()) {
      return Judgement.unknown("the filter adds dimensions of the system's own", system, filter);
    }
    if (asked.isAbsent()) {
      Value there = published.isAbsent() ? system : published;
      return there instanceof Value.Unknown || there instanceof Value.Choice
          ? Judgement.unknown(Shown.unknown(step, filter, "dimensions", there), there, filter)
          : Judgement.fail(
              "the filter publishes dimensions, so no data reach an alarm without them",
              Labels.at(there, filter));
    }
    if (!(published instanceof Value.Fields have) || !(asked instanceof Value.Fields want)) {
      return Judgement.unknown("the dimensions are known only later", asked, alarm);
    }
    return compare(step, have, want, event);
  }

  private static Judgement compare(Step step, Value.Fields have, Value.Fields want, Event event) {
    if (!have.fields().keySet().equals(want.fields().keySet())) {
      return Judgement.fail(
          "the filter publishes other dimensions than the alarm asks for",
          Labels.at(want, step.resource()));
    }
    Judgement all = Judgement.pass();
    for (Map.Entry<String, Value> dimension : have.fields().entrySet()) {
      Value wanted = want.fields().getOrDefault(dimension.getKey(), want);
      all = all.and(dimension(step, dimension.getValue(), wanted, event));
    }
    return all;
  }

  /** A dimension's value is a selector: what the event holds there must be what the alarm wants. */
  private static Judgement dimension(Step step, Value selector, Value wanted, Event event) {
    Optional<String> text = selector.asText();
    Optional<String> value = step.graph().resolve(wanted).asText();
    if (text.isEmpty() || value.isEmpty()) {
      return Judgement.unknown("the dimensions are known only later");
    }
    Optional<String> held =
        switch (text.get()) {
          case "$.eventName" ->
              event.pattern().isEmpty() ? Optional.of(event.name()) : Optional.empty();
          case "$.eventSource" ->
              event.source().isEmpty() ? Optional.empty() : Optional.of(event.source());
          default -> Optional.empty();
        };
    boolean right = held.isPresent() && held.get().equals(value.get());
    return right
        ? Judgement.pass()
        : Judgement.fail(
            "the alarm watches only events in which `" + text.get() + "` is " + Shown.of(wanted),
            Labels.at(wanted, step.resource()));
  }
}
