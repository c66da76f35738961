package io.trailproof.report.summary;

import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events that take the same way through a chain, and how many of them come how far.
 *
 * @param proofs of those events
 * @param stations in order, those that no event reaches included
 */
public record Flow(List<EventProof> proofs, List<Station> stations) {
  public Flow {
    proofs = List.copyOf(proofs);
    stations = List.copyOf(stations);
  }

  /** The ways of a check's events, the worst first. */
  public static List<Flow> of(Check check) {
    Map<List<String>, List<EventProof>> alike = new LinkedHashMap<>();
    for (EventProof proof : check.rule().proofs()) {
      List<String> addresses =
          Stream.concat(
                  Stream.of(proof.chain().way()),
                  proof.path().steps().stream().map(step -> step.link().name() + step.address()))
              .toList();
      alike.computeIfAbsent(addresses, any -> new ArrayList<>()).add(proof);
    }
    return alike.values().stream()
        .map(proofs -> new Flow(proofs, stations(proofs.get(0).chain(), proofs)))
        .sorted(Comparator.comparing(Flow::verdict))
        .toList();
  }

  /** The way that its events go. */
  public Chain chain() {
    return proofs.get(0).chain();
  }

  /** The worst of its events' verdicts. */
  public Verdict verdict() {
    Verdict worst = Verdict.PASS;
    for (EventProof proof : proofs) {
      worst = worst.and(proof.verdict());
    }
    return worst;
  }

  /** How many of its events reach a subscriber. */
  public int arrived() {
    return (int) proofs.stream().filter(one -> one.verdict() == Verdict.PASS).count();
  }

  private static List<Station> stations(Chain chain, List<EventProof> proofs) {
    ChainPath path = proofs.get(0).path();
    List<Station> stations = new ArrayList<>();
    int in = proofs.size();
    int maybe = 0;
    for (List<ChainLink> links : grouped(chain, path)) {
      Station station = station(links, path, proofs, in, maybe);
      stations.add(station);
      in = station.out();
      maybe = station.maybeOut();
    }
    return stations;
  }

  /** Links in a row that one resource takes, or that are called the same and not reached. */
  private static List<List<ChainLink>> grouped(Chain chain, ChainPath path) {
    List<List<ChainLink>> groups = new ArrayList<>();
    Optional<PathStep> before = Optional.empty();
    for (ChainLink link : chain.links()) {
      Optional<PathStep> step = step(link, path);
      boolean sameResource =
          step.flatMap(PathStep::resource).isPresent()
              && before.flatMap(PathStep::resource).equals(step.flatMap(PathStep::resource));
      boolean sameTitle =
          step.isEmpty()
              && !groups.isEmpty()
              && groups.get(groups.size() - 1).get(0).title().equals(link.title());
      if (sameResource || sameTitle) {
        groups.get(groups.size() - 1).add(link);
      } else {
        groups.add(new ArrayList<>(List.of(link)));
      }
      before = step;
    }
    return groups;
  }

  private static Optional<PathStep> step(ChainLink link, ChainPath path) {
    return path.steps().stream().filter(one -> one.link().equals(link)).findFirst();
  }

  private static Station station(
      List<ChainLink> links, ChainPath path, List<EventProof> proofs, int in, int maybe) {
    Verdict worst = Verdict.PASS;
    boolean reached = false;
    int lost = 0;
    int undecided = 0;
    List<String> requirements = new ArrayList<>();
    for (EventProof proof : proofs) {
      boolean breaksHere =
          proof.path().broken().map(PathStep::link).filter(links::contains).isPresent();
      lost += breaksHere && proof.verdict() == Verdict.FAIL ? 1 : 0;
      undecided += breaksHere && proof.verdict() == Verdict.UNKNOWN ? 1 : 0;
      for (PathStep step : proof.path().steps()) {
        if (links.contains(step.link())) {
          reached = true;
          worst = worst.and(step.verdict());
          note(step, requirements);
        }
      }
    }
    Optional<PathStep> first = step(links.get(0), path);
    String title =
        first.flatMap(PathStep::resource).map(links.get(0)::title).orElse(links.get(0).title());
    return new Station(
        title,
        first.flatMap(PathStep::resource),
        state(reached, worst, in + maybe > 0),
        in,
        maybe,
        lost,
        undecided,
        requirements);
  }

  private static void note(PathStep step, List<String> requirements) {
    if (step.verdict() != Verdict.PASS) {
      step.judged(step.verdict()).stream()
          .map(judged -> judged.requirement().id())
          .filter(id -> !requirements.contains(id))
          .forEach(requirements::add);
    }
  }

  private static Station.State state(boolean reached, Verdict worst, boolean comes) {
    if (!reached) {
      return Station.State.NOT_REACHED;
    }
    return switch (worst) {
      case PASS -> comes ? Station.State.HOLDS : Station.State.WOULD_HOLD;
      case FAIL -> Station.State.BREAKS;
      case UNKNOWN -> Station.State.UNKNOWN;
    };
  }
}
