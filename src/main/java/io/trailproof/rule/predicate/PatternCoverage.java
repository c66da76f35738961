package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Witness;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.EventScenario;
import io.trailproof.rule.adapter.WrittenPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the pattern of a metric filter matches every record of an event. */
final class PatternCoverage {
  private PatternCoverage() {}

  /**
   * The pattern of a metric filter matches every record of the event, alone or together with the
   * other filters that feed the same metric (F38–F46, F53).
   */
  static Judgement judge(Step step, Event event) {
    return WrittenPattern.judge(step, written -> covers(step, event, written));
  }

  private static Judgement covers(Step step, Event event, WrittenPattern written) {
    Judgement covered = inPartition(step, event, written);
    return covered.verdict() == Verdict.FAIL ? covered : covered.and(quiet(step, event, written));
  }

  /** F6: in which Region IAM's calls are recorded is the partition's choice. */
  private static Judgement inPartition(Step step, Event event, WrittenPattern written) {
    Resource filter = step.resource();
    Value region = step.graph().resolve(filter.place().region());
    Optional<String> told = region.asText().flatMap(Partition::of).map(Partition::iamRegion);
    if (told.isPresent() || !asksForRegion(written.pattern())) {
      return covers(step, event, written, told.orElse(Partition.AWS.iamRegion()));
    }
    Judgement standard = covers(step, event, written, Partition.AWS.iamRegion());
    boolean agreed =
        Partition.iamRegions().stream()
            .map(one -> covers(step, event, written, one))
            .allMatch(one -> one.verdict() == standard.verdict());
    return agreed
        ? standard
        : Judgement.unknown(
            "it asks for an `$.awsRegion`, and in which Region IAM's calls are recorded hangs on"
                + " the partition, which `--region` tells",
            written.value(),
            filter);
  }

  private static boolean asksForRegion(FilterPattern pattern) {
    return !(pattern instanceof JsonPattern)
        || pattern.tests().stream().anyMatch(test -> test.print().contains("awsRegion"));
  }

  private static Judgement covers(
      Step step, Event event, WrittenPattern written, String iamRegion) {
    Value value = written.value();
    Judgement alone = judgement(written.coverage(event, iamRegion), value, step.resource());
    if (alone.verdict() == Verdict.PASS
        || WrittenPattern.takes(written.text(), event, iamRegion) == Truth.NO) {
      return alone; // others that match have a path of their own
    }
    List<FilterPattern> all = new ArrayList<>();
    all.add(written.pattern());
    all.addAll(companions(step));
    return all.size() == 1
        ? alone
        : alone.or(
            judgement(
                Coverage.of(all, EventScenario.of(event).in(iamRegion)), value, step.resource()));
  }

  /**
   * F150: an alarm that never leaves ALARM tells nobody, and no input shows how quiet the account
   * is. Records that are events of the rule themselves are meant to be taken.
   */
  private static Judgement quiet(Step step, Event event, WrittenPattern written) {
    return WrittenPattern.ordinary(written.text())
        .filter(record -> !isOf(event, record))
        .map(
            record ->
                Judgement.unknown(
                    "it matches ordinary records as well, such as a successful `"
                        + name(record)
                        + "` of any service, so a busy account may keep the alarm in ALARM, and"
                        + " then nobody is told of a change",
                    written.value(),
                    step.resource()))
        .orElse(Judgement.pass());
  }

  private static boolean isOf(Event event, Json.Obj record) {
    return event.pattern().isPresent()
        && FilterPattern.parse(event.pattern().get())
            .match(accepted -> accepted.pattern().matches(record) != Truth.NO, rejected -> false);
  }

  private static String name(Json.Obj record) {
    return record.members().get("eventName") instanceof Json.Str name ? name.value() : "read";
  }

  /** The patterns of other filters of the log group that count as much into the same metric. */
  private static List<FilterPattern> companions(Step step) {
    if (step.previous().isEmpty()) {
      return List.of(); // a filter by itself, outside a chain
    }
    List<FilterPattern> patterns = new ArrayList<>();
    ResourceGraph graph = step.graph();
    Resource own = step.resource();
    for (Resource other :
        ResourceIndex.of(graph).possibleReferrers(own.type(), "logGroup", step.before())) {
      if (!other.id().equals(own.id()) && isCompanion(step, other)) {
        WrittenPattern.text(graph.property(other, "pattern"), other)
            .ifPresent(
                text ->
                    WrittenPattern.parse(text)
                        .match(accepted -> patterns.add(accepted.pattern()), rejected -> false));
      }
    }
    return patterns;
  }

  private static boolean isCompanion(Step step, Resource other) {
    ResourceGraph graph = step.graph();
    Resource own = step.resource();
    return same(graph, own, other, "metricName")
        && same(graph, own, other, "namespace")
        && same(graph, own, other, "value")
        && same(graph, own, other, "unit")
        && other.property("dimensions").isAbsent()
        && other.property("systemDimensions").isAbsent()
        && other.property("fieldSelection").isAbsent()
        && graph.isCertain(other)
        && graph.names(other.property("logGroup"), step.before()) == Truth.YES
        && graph.same(own.place().region(), other.place().region()) == Truth.YES;
  }

  private static boolean same(ResourceGraph graph, Resource a, Resource b, String property) {
    return graph.same(a.property(property), b.property(property)) == Truth.YES;
  }

  private static Judgement judgement(Coverage coverage, Value value, Resource filter) {
    return coverage.match(
        complete -> Judgement.pass(),
        misses ->
            Judgement.fail(
                value.origin().sensitive() ? "some records get away" : missed(misses.witness()),
                Labels.at(value, filter)),
        undecided -> Judgement.unknown(undecided.why(), value, filter));
  }

  private static String missed(Witness witness) {
    return witness.clauses().isEmpty()
        ? "no record matches"
        : "missed when " + String.join(" and ", witness.clauses());
  }
}
