package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Witness;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.WrittenPattern;
import java.util.Set;

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

  private static Judgement inPartition(Step step, Event event, WrittenPattern written) {
    return IamRegions.judge(
        step,
        written::asksForRegion,
        written.value(),
        region -> covers(step, event, written, region));
  }

  private static Judgement covers(
      Step step, Event event, WrittenPattern written, String iamRegion) {
    Value value = written.value();
    Judgement alone = judgement(written.coverage(event, iamRegion), value, step.resource());
    if (alone.verdict() == Verdict.PASS
        || WrittenPattern.takes(written.text(), event, iamRegion) == Truth.NO) {
      return alone; // others that match have a path of their own
    }
    Companions companions = Companions.of(step);
    Judgement best =
        companions.areNoneBeside(step.resource())
            ? alone
            : alone.or(
                judgement(
                    companions.coverage(step.resource(), written, event, iamRegion),
                    value,
                    step.resource()));
    return best.verdict() == Verdict.FAIL && asksFor(written.text(), event) ? best.staying() : best;
  }

  /** Whether a pattern that takes some records of an event asks for it by its name. */
  private static boolean asksFor(String pattern, Event event) {
    Set<String> names =
        event.pattern().isEmpty() ? Set.of(event.name()) : namesOf(event.asPattern());
    return WrittenPattern.alternatives(pattern).stream()
        .flatMap(read -> read.names().stream())
        .anyMatch(names::contains);
  }

  private static Set<String> namesOf(String pattern) {
    return WrittenPattern.alternatives(pattern)
        .map(read -> Set.copyOf(read.names()))
        .orElse(Set.of());
  }

  private static Judgement quiet(Step step, Event event, WrittenPattern written) {
    return OrdinaryTaken.judge(
        WrittenPattern.ordinary(written.text(), event.source()),
        event,
        written.value(),
        step.resource());
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
