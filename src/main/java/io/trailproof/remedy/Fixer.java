package io.trailproof.remedy;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Closes what is broken for a rule, link by link: each change is made in memory and the rule is
 * checked again, until it is proven or nothing is known that helps.
 */
public final class Fixer {
  /** More rounds than a chain has requirements that can be broken one behind the other. */
  private static final int MOST_ROUNDS = 24;

  private final Catalog catalog;
  private final Judge judge;
  private final Wishes wishes;

  /**
   * A fixer of one deployment.
   *
   * @param judge checks it with changes
   */
  public Fixer(Catalog catalog, Judge judge, Wishes wishes) {
    this.catalog = catalog;
    this.judge = judge;
    this.wishes = wishes;
  }

  /** Checks a deployment with some changes. */
  @FunctionalInterface
  public interface Judge {
    /** What comes of a rule. */
    Judgment of(Rule rule, List<Alteration> changes);
  }

  /** What comes of a rule, and the graph that it was checked on. */
  public record Judgment(RuleResult result, ResourceGraph graph) {}

  /**
   * That AWS refuses something, by which whatever stands in the same template never comes to be.
   */
  private static final String REFUSED = "refused";

  /** What cannot be told as it stands, and can be done in a way that can. */
  private static final Set<String> MENDED_IF_UNKNOWN = Set.of("sns-subscription-delivery");

  /** A place at which a requirement does not hold. */
  private record Place(String requirement, String address) {}

  /** What can be done for some rules, each after what was done for those before it. */
  public Fixed.All fix(List<Rule> rules) {
    List<Fixed> all = new ArrayList<>();
    List<Alteration> done = new ArrayList<>();
    for (Rule rule : rules) {
      if (!rule.isAboutWords()) {
        Fixed fixed = fix(rule, done);
        all.add(fixed);
        done.addAll(fixed.changes());
      }
    }
    return done.isEmpty() ? new Fixed.All(all, List.of()) : together(rules, all, done);
  }

  /** What serves one rule must not cost another one anything, be it one that came before it. */
  private Fixed.All together(List<Rule> rules, List<Fixed> each, List<Alteration> done) {
    List<Weakened> weakened = new ArrayList<>();
    Map<String, RuleResult> after = new HashMap<>();
    for (Rule rule : rules) {
      Verdict before = judge.of(rule, List.of()).result().verdict();
      RuleResult now = judge.of(rule, done).result();
      after.put(rule.id(), now);
      if (before.and(now.verdict()) != before) {
        weakened.add(new Weakened(rule.id(), before, now.verdict()));
      }
    }
    List<Fixed> all = new ArrayList<>();
    for (Fixed one : each) {
      RuleResult now = after.getOrDefault(one.before().rule().id(), one.after());
      all.add(new Fixed(one.before(), one.remedies(), now, one.asked()));
    }
    return new Fixed.All(all, weakened);
  }

  /**
   * What can be done for a rule.
   *
   * @param earlier the changes that were made for other rules
   */
  private Fixed fix(Rule rule, List<Alteration> earlier) {
    Judgment before = judge.of(rule, earlier);
    Judgment now = before;
    List<Remedy> remedies = new ArrayList<>();
    Set<Remedy.Ask> asked = new LinkedHashSet<>();
    Map<Place, Integer> tried = new HashMap<>();
    for (int round = 0; round < MOST_ROUNDS && now.result().verdict() != Verdict.PASS; round++) {
      FreshNames names = new FreshNames(catalog, now.graph());
      List<Remedy> more = new ArrayList<>();
      for (Breach breach : breaches(rule, now)) {
        next(breach, names, tried).ifPresent(more::add);
      }
      more.forEach(one -> asked.addAll(one.asked()));
      more.removeIf(one -> one.changes().isEmpty());
      if (more.isEmpty()) {
        break;
      }
      remedies.addAll(more);
      now = judge.of(rule, together(earlier, remedies));
    }
    return new Fixed(
        before.result(), needed(rule, earlier, remedies, now), now.result(), List.copyOf(asked));
  }

  /** Of what does something together, that without which it does less. */
  private List<Remedy> needed(
      Rule rule, List<Alteration> earlier, List<Remedy> remedies, Judgment with) {
    List<Remedy> needed = new ArrayList<>(remedies);
    List<String> done = reached(with.result());
    for (int i = needed.size() - 1; i >= 0 && needed.size() > 1; i--) {
      Remedy spared = needed.remove(i);
      if (!reached(judge.of(rule, together(earlier, needed)).result()).equals(done)) {
        needed.add(i, spared);
      }
    }
    return needed;
  }

  /** How far each event gets: to the end, or to the requirement that does not hold first. */
  private static List<String> reached(RuleResult result) {
    return result.proofs().stream()
        .map(
            proof ->
                proof.verdict()
                    + proof.path().steps().stream()
                        .filter(step -> !broken(step, proof.verdict()).isEmpty())
                        .findFirst()
                        .map(step -> broken(step, proof.verdict()).get(0).requirement().id())
                        .orElse(""))
        .toList();
  }

  /** The next remedy of a breach that was not tried at that place. */
  private Optional<Remedy> next(Breach breach, FreshNames names, Map<Place, Integer> tried) {
    Place place =
        new Place(breach.requirement(), breach.about().map(one -> one.id().address()).orElse(""));
    List<Maker> makers = Remedies.of(breach.requirement());
    Optional<Remedy> found = Optional.empty();
    int at = tried.getOrDefault(place, 0);
    while (found.isEmpty() && at < makers.size()) {
      found =
          makers
              .get(at++)
              .remedy(breach, names, wishes)
              .filter(one -> !one.changes().isEmpty() || !one.asked().isEmpty());
    }
    tried.put(place, at);
    return found;
  }

  private static List<Alteration> together(List<Alteration> earlier, List<Remedy> remedies) {
    List<Alteration> all = new ArrayList<>(earlier);
    remedies.forEach(one -> all.addAll(one.changes()));
    return all;
  }

  /** What does not hold at the first link that breaks, for each event, each place once. */
  private static List<Breach> breaches(Rule rule, Judgment judgment) {
    Map<Place, Breach> all = new LinkedHashMap<>();
    for (EventProof proof : judgment.result().proofs()) {
      proof.path().steps().stream()
          .filter(step -> !broken(step, proof.verdict()).isEmpty())
          .findFirst()
          .ifPresent(
              step -> {
                for (Judged judged : broken(step, proof.verdict())) {
                  all.putIfAbsent(
                      new Place(judged.requirement().id(), step.address()),
                      breach(rule, judgment.graph(), step, judged));
                }
              });
    }
    return List.copyOf(all.values());
  }

  /** What is refused is so for what does not hold further on, or for what nobody here mends. */
  private static List<Judged> broken(PathStep step, Verdict verdict) {
    return switch (verdict) {
      case PASS -> List.of();
      case FAIL ->
          step.judged(Verdict.FAIL).stream()
              .filter(one -> !one.requirement().id().equals(REFUSED))
              .toList();
      case UNKNOWN ->
          step.judged(Verdict.UNKNOWN).stream()
              .filter(one -> MENDED_IF_UNKNOWN.contains(one.requirement().id()))
              .toList();
    };
  }

  private static Breach breach(Rule rule, ResourceGraph graph, PathStep step, Judged judged) {
    return new Breach(
        rule,
        graph,
        judged.requirement().id(),
        step.previous(),
        step.resource(),
        judged.judgement());
  }
}
