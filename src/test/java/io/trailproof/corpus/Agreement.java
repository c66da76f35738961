package io.trailproof.corpus;

import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.catalog.Catalog;
import io.trailproof.check.Checker;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.EventScenario;
import io.trailproof.trace.Hop;
import io.trailproof.trace.PatternMatch;
import io.trailproof.trace.RecordTrace;
import io.trailproof.trace.TracedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the trace of records against what the prover says of their events, in one deployment.
 *
 * <p>What is proven of an event no record of it may contradict; where the prover says that a link
 * is broken, no record may get to somebody through that link; and the record that gets away must
 * not be taken.
 */
final class Agreement {
  /** Requirements that are broken for some records of an event and hold for others. */
  private static final List<String> BY_RECORD = List.of("filter-pattern", "filter");

  /** Another of them, where an event is of calls that read and of such that write. */
  private static final String BY_ACCESS = "trail-selectors";

  private static final Map<List<Object>, Coverage> ASKED = new HashMap<>();

  private final Catalog catalog;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final List<String> disagreements = new ArrayList<>();

  Agreement(Catalog catalog) {
    this.catalog = catalog;
  }

  /** How many cases of each kind were held. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** Where the two contradict each other. */
  List<String> disagreements() {
    return disagreements;
  }

  /** Holds what comes of some inputs, each way in which it can turn out by itself. */
  void hold(String name, DeploymentGraphs graphs, List<Rule> rules) {
    List<ResourceGraph> ways = new ArrayList<>();
    graphs.hypotheses().stream().map(Hypothesis::then).forEach(ways::add);
    if (ways.isEmpty()) {
      ways.add(graphs.graph());
    }
    for (ResourceGraph way : ways) {
      DeploymentGraphs one = new DeploymentGraphs(way, List.of(), Optional.empty());
      rules.forEach(rule -> hold(name, one, rule));
    }
  }

  private void hold(String name, DeploymentGraphs graphs, Rule rule) {
    RuleResult result = new Checker(catalog).check(rule, graphs);
    boolean isOneAccount = result.accounts().isEmpty();
    for (EventProof proof : result.proofs()) {
      if (!proof.event().burst().isOne()) {
        continue; // one record says nothing of several
      }
      String event = name + " " + rule.id() + " " + proof.event().name();
      for (TracedRecord record : Records.of(proof.event(), iamRegion(graphs.graph()))) {
        RecordTrace trace = RecordTrace.of(record, graphs, catalog.standIns());
        held(event, proof, trace, isOneAccount);
      }
      witnesses(event, graphs, proof);
    }
  }

  /** Where the calls of IAM are recorded in the partition of the trails. */
  private static String iamRegion(ResourceGraph graph) {
    return graph.ofType("aws.cloudtrail.Trail").stream()
        .flatMap(trail -> graph.resolve(trail.place().region()).asText().stream())
        .flatMap(region -> Partition.of(region).stream())
        .map(Partition::iamRegion)
        .findFirst()
        .orElse("us-east-1");
  }

  private void held(String event, EventProof proof, RecordTrace trace, boolean isOneAccount) {
    count(proof.verdict().word() + ", traced " + word(trace.outcome()));
    if (proof.verdict() == Verdict.PASS && trace.outcome() == Truth.NO) {
      disagreements.add(event + ": proven, and the trace is stopped: " + stops(trace));
    }
    Optional<PathStep> broken = proof.path().broken();
    if (proof.verdict() == Verdict.FAIL && isOneAccount && broken.isPresent()) {
      PathStep step = broken.get();
      boolean hangsOnTheRecord =
          step.judged(Verdict.FAIL).stream()
              .map(one -> one.requirement().id())
              .allMatch(
                  id ->
                      BY_RECORD.contains(id)
                          || (id.equals(BY_ACCESS) && !proof.event().isNameAlone()));
      if (!hangsOnTheRecord && isTaken(trace, step)) {
        disagreements.add(
            event
                + ": broken at "
                + step.address()
                + " "
                + step.judged(Verdict.FAIL).stream().map(one -> one.requirement().id()).toList()
                + ", and the trace gets through it");
      }
    }
  }

  private static boolean isTaken(RecordTrace trace, PathStep step) {
    return trace.courses().stream()
        .flatMap(course -> course.steps().stream())
        .anyMatch(
            hop ->
                step.resource().isPresent()
                    ? isTaken(
                        hop, step.previous().map(Resource::address).orElse(""), step.address())
                    : trace.outcome().isYes() && isTaken(hop, "", step.address()));
  }

  /** True if somebody is told by a way that goes from one address to another. */
  private static boolean isTaken(Hop hop, String from, String to) {
    if (!hop.outcome().isYes()) {
      return false;
    }
    boolean here =
        from.isEmpty()
            ? hop.address().equals(to)
            : hop.address().equals(from)
                && (from.equals(to)
                    || hop.onward().stream()
                        .anyMatch(next -> next.outcome().isYes() && next.address().equals(to)));
    return here || hop.onward().stream().anyMatch(next -> isTaken(next, from, to));
  }

  /** The record that gets away from a pattern is not taken by it, here neither. */
  private void witnesses(String event, DeploymentGraphs graphs, EventProof proof) {
    Scenario scenario = EventScenario.of(proof.event());
    List<FilterPattern> all = new ArrayList<>();
    for (Resource filter : graphs.graph().ofType("aws.logs.MetricFilter")) {
      Optional<String> text = graphs.graph().property(filter, "pattern").asText();
      Optional<FilterPattern> pattern = text.flatMap(it -> FilterPattern.parse(it).accepted());
      if (text.isEmpty() || pattern.isEmpty()) {
        continue;
      }
      all.add(pattern.get());
      escaping(List.of(pattern.get()), scenario)
          .ifPresent(
              witness -> {
                PatternMatch match = PatternMatch.of(text.get(), witness);
                count("witness, matched " + match.matches());
                if (match.matches().isYes()) {
                  disagreements.add(event + ": the witness is taken: " + witness.message());
                }
              });
      covered(event, text.get(), pattern.get(), scenario, proof.event());
    }
    boolean allKnown = all.size() == graphs.graph().ofType("aws.logs.MetricFilter").size();
    if (all.size() == 1 || (allKnown && !all.isEmpty())) {
      escaping(all, scenario)
          .ifPresent(
              witness -> {
                Truth told = RecordTrace.of(witness, graphs, catalog.standIns()).outcome();
                count("witness of all, traced " + word(told));
                if (told.isYes() && allKnown) {
                  disagreements.add(event + ": the witness gets through: " + witness.message());
                }
              });
    }
  }

  private void covered(
      String name, String text, FilterPattern pattern, Scenario scenario, Event event) {
    boolean complete =
        coverage(List.of(pattern), scenario)
            .match(yes -> true, misses -> false, undecided -> false);
    if (complete) {
      for (TracedRecord record : Records.of(event, "us-east-1")) {
        Truth match = PatternMatch.of(text, record).matches();
        count("covered, matched " + match);
        if (match.isNo()) {
          disagreements.add(name + ": covered, and not matched: " + record.message());
        }
      }
    }
  }

  /** The record of an event that gets away from some patterns, where the prover has one. */
  private static Optional<TracedRecord> escaping(List<FilterPattern> patterns, Scenario scenario) {
    return coverage(patterns, scenario)
        .match(
            complete -> Optional.empty(),
            misses -> TracedRecord.of(misses.witness().record().print()),
            undecided -> Optional.empty());
  }

  /** Asked once: the same few patterns stand in hundreds of inputs. */
  private static Coverage coverage(List<FilterPattern> patterns, Scenario scenario) {
    List<Object> question = new ArrayList<>(patterns.stream().map(FilterPattern::print).toList());
    question.add(scenario);
    return ASKED.computeIfAbsent(question, any -> Coverage.of(patterns, scenario));
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private static String word(Truth told) {
    return switch (told) {
      case YES -> "told";
      case UNKNOWN -> "cannot be told";
      case NO -> "stopped";
    };
  }

  private static List<String> stops(RecordTrace trace) {
    List<String> stops = new ArrayList<>();
    trace.courses().forEach(course -> course.steps().forEach(hop -> stops(hop, stops)));
    return stops;
  }

  private static void stops(Hop hop, List<String> into) {
    hop.sayings().stream()
        .filter(one -> one.passes().isNo())
        .forEach(one -> into.add(hop.address() + ": " + one.text()));
    hop.onward().forEach(next -> stops(next, into));
  }

  /** Ordinary records of events. */
  static final class Records {
    private static final FilterPattern NOTHING =
        FilterPattern.parse("{ $.eventName = \"a\" && $.eventName = \"b\" }")
            .accepted()
            .orElseThrow();

    private static final Map<String, List<TracedRecord>> MADE = new HashMap<>();

    private Records() {}

    /** Some records that an event stands for, by different callers. */
    static List<TracedRecord> of(Event event, String iamRegion) {
      return MADE.computeIfAbsent(event + " " + iamRegion, any -> made(event, iamRegion));
    }

    private static List<TracedRecord> made(Event event, String iamRegion) {
      Optional<TracedRecord> plain =
          escaping(List.of(NOTHING), EventScenario.of(event).in(iamRegion));
      List<TracedRecord> records = new ArrayList<>();
      plain.ifPresent(records::add);
      if (plain.isPresent() && event.name().equals("PutRolePolicy")) {
        for (String caller : List.of("AssumedRole", "Root", "IAMUser")) {
          Map<String, Json> fields = new LinkedHashMap<>(plain.get().fields().members());
          fields.put(
              "userIdentity",
              Json.read(
                      "{\"type\":\"%s\",\"arn\":\"arn:aws:iam::111122223333:root\",\"accountId\":\"111122223333\"}"
                          .formatted(caller))
                  .value());
          TracedRecord.of(new Json.Obj(fields).print()).ifPresent(records::add);
        }
      }
      return records;
    }
  }
}
