package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.EmptyPattern;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.Parsed;
import io.trailproof.aws.filterpattern.Rejection;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Witness;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Sameness;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.pattern.EventScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pattern of a metric filter matches every record of the event, alone or together with the
 * other filters that feed the same metric (F38–F46, F53).
 */
final class MatchesEvent implements Predicate {
  /** Beyond this, what was expected is a list that no line has room for. */
  private static final int MOST_EXPECTED = 4;

  private final PatternMemo memo = new PatternMemo();

  @Override
  public String name() {
    return "matches-event";
  }

  @Override
  public String description() {
    return "the filter's pattern, with those of other filters on its metric, matches every record of the event";
  }

  @Override
  public boolean dependsOnEvent() {
    return true;
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Value pattern = step.graph().property(step.resource(), "pattern");
    return judge(step, event, pattern);
  }

  private Judgement judge(Step step, Event event, Value value) {
    Resource filter = step.resource();
    if (value instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> judge(step, event, step.graph().resolve(one)))
          .reduce((a, b) -> a.verdict() == b.verdict() ? a : Judgement.unknown(choice.why()))
          .orElse(Judgement.unknown(choice.why()));
    }
    if (value.isAbsent()) {
      return Judgement.fail("it has no pattern", Labels.at(value, filter));
    }
    Optional<String> text = text(value, filter);
    if (text.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, "pattern", value), Labels.at(value, filter));
    }
    return memo.parse(text.get())
        .match(
            accepted -> covers(step, event, text.get(), accepted.pattern(), value),
            rejected -> refused(rejected, value, filter));
  }

  /** Terraform's provider trims a pattern before it sends it; CloudFormation sends it as it is. */
  private static Optional<String> text(Value value, Resource filter) {
    return filter.dialect() == Dialect.TERRAFORM
        ? value.asText().map(String::strip)
        : value.asText();
  }

  private static Judgement refused(Parsed.Rejected rejected, Value value, Resource filter) {
    if (value.origin().sensitive()) {
      return Judgement.fail("the API will refuse it");
    }
    Rejection first = rejected.rejections().get(0);
    int cut = value.asText().map(text -> leading(text, filter)).orElse(0);
    List<String> expected = first.expected();
    boolean few = !expected.isEmpty() && expected.size() <= MOST_EXPECTED;
    return Judgement.fail(
        "the API will refuse it: " + first.message(),
        Labels.within(
            value,
            filter,
            first.start() + cut,
            first.end() + cut,
            few ? "expected " + String.join(", ", expected) : ""));
  }

  /** How many characters at the front of a pattern are not sent. */
  private static int leading(String text, Resource filter) {
    return filter.dialect() == Dialect.TERRAFORM ? text.length() - text.stripLeading().length() : 0;
  }

  private Judgement covers(Step step, Event event, String text, FilterPattern own, Value value) {
    Judgement alone = judgement(memo.coverage(text, own, event), value, step.resource());
    if (alone.verdict() == io.trailproof.rule.Verdict.PASS) {
      return own instanceof EmptyPattern ? alone.noting(everything(step.resource())) : alone;
    }
    List<FilterPattern> all = new ArrayList<>();
    all.add(own);
    all.addAll(companions(step));
    return all.size() == 1
        ? alone
        : alone.or(judgement(Coverage.of(all, EventScenario.of(event)), value, step.resource()));
  }

  /** F43, F72: an alarm that never leaves ALARM tells nobody. */
  private static Note everything(Resource filter) {
    return new Note(
        "pattern-matches-everything",
        "the pattern matches every record, so a busy trail keeps the alarm in ALARM and later changes are told to nobody (F43, F72)",
        filter.address());
  }

  /** The patterns of other filters of the log group that count as much into the same metric. */
  private List<FilterPattern> companions(Step step) {
    if (step.previous().isEmpty()) {
      return List.of(); // a filter by itself, outside a chain
    }
    List<FilterPattern> patterns = new ArrayList<>();
    ResourceGraph graph = step.graph();
    Resource own = step.resource();
    for (Resource other : graph.possibleReferrers(own.type(), "logGroup", step.before())) {
      if (!other.id().equals(own.id()) && isCompanion(step, other)) {
        text(graph.property(other, "pattern"), other)
            .ifPresent(
                text ->
                    memo.parse(text)
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
        && other.property("exists").isAbsent()
        && graph.names(other.property("logGroup"), step.before()) == Sameness.SAME
        && graph.same(own.place().region(), other.place().region()) == Sameness.SAME;
  }

  private static boolean same(ResourceGraph graph, Resource a, Resource b, String property) {
    return graph.same(a.property(property), b.property(property)) == Sameness.SAME;
  }

  private static Judgement judgement(Coverage coverage, Value value, Resource filter) {
    return coverage.match(
        complete -> Judgement.pass(),
        misses ->
            Judgement.fail(
                value.origin().sensitive() ? "some records get away" : missed(misses.witness()),
                Labels.at(value, filter)),
        undecided -> Judgement.unknown(undecided.why(), Labels.at(value, filter)));
  }

  private static String missed(Witness witness) {
    return witness.clauses().isEmpty()
        ? "no record matches"
        : "missed when " + String.join(" and ", witness.clauses());
  }
}
