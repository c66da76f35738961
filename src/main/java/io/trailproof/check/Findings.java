package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.search.ExistenceCheck;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Condition;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what is broken on the paths of all events into findings, one per requirement and resource.
 */
final class Findings {
  private final Rule rule;
  private final ResourceGraph graph;
  private final Catalog catalog;
  private final NearMiss nearMiss;

  Findings(Rule rule, ResourceGraph graph, Catalog catalog) {
    this.rule = rule;
    this.graph = graph;
    this.catalog = catalog;
    this.nearMiss = new NearMiss(graph);
  }

  /** Ways have requirements of the same name, which say different things. */
  private record Key(
      String way, String requirement, String address, String input, Verdict verdict) {}

  /** One breach and the events that it costs. */
  private static final class Breach {
    final PathStep step;
    final Judged first;

    /** By what they say apart from the event, so that sixteen events are not sixteen reasons. */
    final Map<String, String> reasons = new LinkedHashMap<>();

    final Set<String> events = new LinkedHashSet<>();

    Breach(PathStep step, Judged first) {
      this.step = step;
      this.first = first;
    }

    void add(String why, String event) {
      reasons.putIfAbsent(why.replace("`" + event + "`", "{event}"), why);
      events.add(event);
    }
  }

  List<Finding> of(List<EventProof> proofs) {
    Map<Key, Breach> breaches = new LinkedHashMap<>();
    for (EventProof proof : proofs) {
      Verdict verdict = proof.verdict();
      if (verdict == Verdict.PASS) {
        continue;
      }
      for (PathStep step : proof.path().steps()) {
        for (Judged judged : step.judged(verdict)) {
          collect(breaches, proof, step, judged);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    breaches.values().forEach(breach -> findings.add(finding(breach, proofs.size())));
    findings.sort(Comparator.comparing(Finding::verdict)); // what is broken before what is unknown
    return findings;
  }

  private static void collect(
      Map<Key, Breach> breaches, EventProof proof, PathStep step, Judged judged) {
    Key key =
        new Key(
            proof.chain().way(),
            judged.requirement().id(),
            step.address(),
            step.input(),
            judged.judgement().verdict());
    Breach breach = breaches.computeIfAbsent(key, any -> new Breach(step, judged));
    breach.add(judged.judgement().why(), proof.event().name());
  }

  private Finding finding(Breach breach, int allEvents) {
    Judged judged = breach.first;
    Wording wording =
        new Wording(
            rule,
            catalog,
            graph,
            breach.step.previous(),
            breach.step.resource(),
            judged.requirement(),
            judged.judgement(),
            List.copyOf(breach.events),
            allEvents);
    List<Label> labels = new ArrayList<>(judged.judgement().labels());
    if (labels.isEmpty()) {
      place(breach.step).ifPresent(labels::add);
    }
    return new Finding(
        rule.id() + "/" + judged.requirement().id(),
        breach.step.link().name(),
        judged.judgement().verdict(),
        rule.severity(),
        wording.message(),
        breach.step.address(),
        breach.step.input(),
        labels,
        List.copyOf(breach.reasons.values()),
        List.copyOf(breach.events),
        help(breach.step, judged, wording),
        judged.requirement().facts(),
        Optional.empty());
  }

  private List<String> help(PathStep step, Judged judged, Wording wording) {
    List<String> help = new ArrayList<>(nearMiss.help(step, judged.judgement()));
    help.addAll(advice(step, judged, wording));
    return help;
  }

  private static List<String> advice(PathStep step, Judged judged, Wording wording) {
    if (judged.judgement().verdict() == Verdict.FAIL || ExistenceCheck.isConditional(judged)) {
      return wording.help();
    }
    List<String> settling = NextStep.help(step, judged.judgement());
    boolean isOfTheSearch =
        judged.requirement().condition() instanceof Condition.Said
            && !judged.requirement().equals(step.link().missing());
    return settling.isEmpty() && isOfTheSearch ? wording.help() : settling;
  }

  private static Optional<Label> place(PathStep step) {
    return step.resource().or(step::previous).map(Resource::span).map(span -> new Label(span, ""));
  }
}
