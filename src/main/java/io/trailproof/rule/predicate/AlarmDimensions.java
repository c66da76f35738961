package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.EventScenario;
import io.trailproof.rule.adapter.WatchedMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Whether an alarm asks for the dimensions that a filter publishes. */
final class AlarmDimensions {
  private AlarmDimensions() {}

  /**
   * An alarm asks for exactly the dimensions that the filter publishes for the event (F51, F59).
   */
  static ByEvent<Judgement> judge(Step step, EventKind kind) {
    Resource filter = step.before();
    return publishesNone(filter)
        ? ByEvent.same(best(step, AlarmDimensions::none))
        : ByEvent.each(event -> best(step, (of, asked) -> some(of, asked, filter, event)));
  }

  private static boolean publishesNone(Resource filter) {
    return filter.property("dimensions").isAbsent()
        && filter.property("systemDimensions").isAbsent();
  }

  /** The best of what is said of the dimensions that a metric of the alarm is read with. */
  private static Judgement best(Step step, BiFunction<Step, Value, Judgement> judge) {
    Judgement best = null;
    for (WatchedMetric reader : WatchedMetric.of(step.graph(), step.resource(), step.before())) {
      Judgement one =
          reader.ofAllDimensions() ? Judgement.pass() : judge.apply(step, reader.dimensions());
      best = best == null ? one : best.or(one);
    }
    return best == null ? Judgement.unknown("the metric of the alarm is not known") : best;
  }

  private static Judgement none(Step step, Value asked) {
    if (asked.isAbsent()) {
      return Judgement.pass();
    }
    Resource alarm = step.resource();
    return asked instanceof Value.Fields
        ? Judgement.fail(
            "the alarm asks for dimensions, the filter publishes none", Labels.at(asked, alarm))
        : Judgement.unknown(Shown.unknown(step, "dimensions", asked), asked, alarm);
  }

  private static Judgement some(Step step, Value asked, Resource filter, Event event) {
    Value published = filter.property("dimensions");
    Value system = filter.property("systemDimensions");
    if (asked.isAbsent()) {
      Value there = published.isAbsent() ? system : published;
      return there instanceof Value.Unknown || there instanceof Value.Choice
          ? Judgement.unknown(Shown.unknown(step, filter, "dimensions", there), there, filter)
          : Judgement.fail(
              "the filter publishes dimensions, so no data reach an alarm without them",
              Labels.at(there, filter));
    }
    Optional<Map<String, Value>> have = published(step, published, system);
    if (have.isEmpty() || !(asked instanceof Value.Fields want)) {
      return Judgement.unknown("the dimensions are known only later", asked, step.resource());
    }
    return compare(step, have.get(), want, event);
  }

  /** The selectors by the names of the dimensions; system fields are their own (F148). */
  private static Optional<Map<String, Value>> published(
      Step step, Value selectors, Value systemFields) {
    Map<String, Value> all = new LinkedHashMap<>();
    if (selectors instanceof Value.Fields fields) {
      all.putAll(fields.fields());
    } else if (!selectors.isAbsent()) {
      return Optional.empty();
    }
    if (systemFields instanceof Value.Items items) {
      for (Value item : items.items()) {
        Optional<String> name = step.graph().resolve(item).asText();
        if (name.isEmpty()) {
          return Optional.empty();
        }
        all.put(name.get(), item);
      }
    } else if (!systemFields.isAbsent()) {
      return Optional.empty();
    }
    return Optional.of(all);
  }

  private static Judgement compare(
      Step step, Map<String, Value> have, Value.Fields want, Event event) {
    if (!have.keySet().equals(want.fields().keySet())) {
      return Judgement.fail(
          "the filter publishes other dimensions than the alarm asks for",
          Labels.at(want, step.resource()));
    }
    Judgement all = Judgement.pass();
    for (Map.Entry<String, Value> dimension : have.entrySet()) {
      Value wanted = want.fields().getOrDefault(dimension.getKey(), want);
      all = all.and(dimension(step, dimension.getValue(), wanted, event));
    }
    return all;
  }

  /** A dimension's value is a selector: what the event holds there must be what the alarm wants. */
  private static Judgement dimension(Step step, Value selector, Value wanted, Event event) {
    Resource filter = step.before();
    Optional<String> text = selector.asText();
    if (text.isEmpty()) {
      return Judgement.unknown("the dimensions are known only later", selector, filter);
    }
    return switch (text.get()) {
      case "@aws.account" -> own(step, text.get(), wanted, filter.place().account(), "--account");
      case "@aws.region" -> own(step, text.get(), wanted, filter.place().region(), "--region");
      case "$.recipientAccountId" -> recipient(step, wanted, filter);
      default -> field(step, text.get(), wanted, event);
    };
  }

  /** F148: the system fields are those of the log group that the record came to. */
  private static Judgement own(Step step, String field, Value wanted, Value own, String option) {
    return switch (step.graph().same(wanted, own)) {
      case YES -> Judgement.pass();
      case NO -> watchesOnly(step, field, wanted);
      case UNKNOWN ->
          Judgement.unknown(
              "whether `"
                  + field
                  + "` is "
                  + Shown.of(step.graph().resolve(wanted))
                  + " is not told; `"
                  + option
                  + "` may settle it",
              wanted,
              step.resource());
    };
  }

  /** F146: the account called is the trail's own, but for the trail of an organization. */
  private static Judgement recipient(Step step, Value wanted, Resource filter) {
    Judgement own =
        own(step, "$.recipientAccountId", wanted, filter.place().account(), "--account");
    boolean alone =
        ResourceIndex.of(step.graph())
            .named("aws.logs.LogGroup", filter.property("logGroup"))
            .stream()
            .flatMap(
                group ->
                    ResourceIndex.of(step.graph())
                        .possibleReferrers("aws.cloudtrail.Trail", "logGroup", group)
                        .stream())
            .allMatch(
                trail ->
                    step.graph()
                        .property(trail, "organization")
                        .asText()
                        .filter("false"::equals)
                        .isPresent());
    return own.verdict() != Verdict.PASS || alone
        ? own
        : Judgement.unknown(
            "the trail of an organization brings records of other accounts as well",
            wanted,
            step.resource());
  }

  private static Judgement field(Step step, String selector, Value wanted, Event event) {
    Resource alarm = step.resource();
    Optional<String> value = step.graph().resolve(wanted).asText();
    if (value.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, "dimensions", wanted), wanted, alarm);
    }
    Optional<String> region =
        step.graph()
            .resolve(step.before().place().region())
            .asText()
            .flatMap(Partition::of)
            .map(Partition::iamRegion);
    if (region.isEmpty()
        && selector.equals("$.awsRegion")
        && Partition.iamRegions().contains(value.get())) {
      return Judgement.unknown(
          "in which Region IAM's calls are recorded hangs on the partition, which `--region` tells",
          wanted,
          alarm);
    }
    List<FilterPattern> equal = equal(selector, value.get());
    return equal.isEmpty()
        ? Judgement.unknown(
            "whether `" + selector + "` is " + Shown.of(wanted) + " cannot be asked", wanted, alarm)
        : Coverage.of(equal, EventScenario.of(event).in(region.orElse(Partition.AWS.iamRegion())))
            .match(
                complete -> Judgement.pass(),
                misses -> watchesOnly(step, selector, wanted),
                undecided -> Judgement.unknown(undecided.why(), wanted, alarm));
  }

  /** What asks whether a field holds a value, as text or as what such a text stands for. */
  private static List<FilterPattern> equal(String selector, String value) {
    List<FilterPattern> patterns = new ArrayList<>();
    if (value.chars().noneMatch(one -> one == '*' || one == '"' || one == '\\')) {
      pattern("{ " + selector + " = \"" + value + "\" }").ifPresent(patterns::add);
    }
    if (value.equals("true") || value.equals("false")) {
      pattern("{ " + selector + " IS " + value.toUpperCase(Locale.ROOT) + " }")
          .ifPresent(patterns::add);
    }
    return patterns;
  }

  private static Optional<FilterPattern> pattern(String text) {
    return FilterPattern.parse(text)
        .match(accepted -> Optional.of(accepted.pattern()), rejected -> Optional.empty());
  }

  private static Judgement watchesOnly(Step step, String field, Value wanted) {
    return Judgement.fail(
        "the alarm watches only events in which `" + field + "` is " + Shown.of(wanted),
        Labels.at(wanted, step.resource()));
  }
}
