package io.trailproof.check.result;

import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A way through the chain, or as far as one leads: the links in order. */
public final class ChainPath {
  private final List<PathStep> steps;
  private final Verdict verdict;
  private final int reach;
  private final int failures;
  private final int doubts;

  /** A way of some steps; it is compared often, so what decides is counted once. */
  public ChainPath(List<PathStep> steps) {
    this.steps = List.copyOf(steps);
    Verdict worst = Verdict.PASS;
    int first = steps.size();
    int failed = 0;
    int unknown = 0;
    for (int i = 0; i < steps.size(); i++) {
      PathStep step = steps.get(i);
      Verdict own = step.verdict();
      if (own.compareTo(worst) < 0) {
        worst = own;
        first = i;
      }
      failed += step.count(Verdict.FAIL);
      unknown += step.count(Verdict.UNKNOWN);
    }
    this.verdict = worst;
    this.reach = first;
    this.failures = failed;
    this.doubts = unknown;
  }

  /** A step and a way that goes on from it, of which everything is counted. */
  private ChainPath(PathStep step, ChainPath rest) {
    List<PathStep> all = new ArrayList<>(rest.steps.size() + 1);
    all.add(step);
    all.addAll(rest.steps);
    this.steps = List.copyOf(all);
    Verdict own = step.verdict();
    boolean isWorst = own != Verdict.PASS && own.compareTo(rest.verdict) <= 0;
    this.verdict = isWorst ? own : rest.verdict;
    this.reach = isWorst ? 0 : rest.reach + 1;
    this.failures = rest.failures + step.count(Verdict.FAIL);
    this.doubts = rest.doubts + step.count(Verdict.UNKNOWN);
  }

  /** The path first on which fewer things are wrong, then the one on which fewer are unknown. */
  public static final Comparator<ChainPath> LESS_WRONG =
      (a, b) ->
          a.failures != b.failures
              ? Integer.compare(a.failures, b.failures)
              : Integer.compare(a.doubts, b.doubts);

  /** The better path first: by verdict, then by how far it holds, then by how little is wrong. */
  public static final Comparator<ChainPath> BETTER = ChainPath::better;

  /** The same, and equal ones by their addresses, so that the order of the inputs never shows. */
  public static final Comparator<ChainPath> BETTER_OR_BEFORE =
      (a, b) -> {
        int order = better(a, b);
        return order != 0 ? order : a.addresses().compareTo(b.addresses());
      };

  /** Without the comparators that Java makes of others: each is made anew in every process. */
  private static int better(ChainPath a, ChainPath b) {
    int order = b.verdict().compareTo(a.verdict());
    if (order == 0) {
      order = Integer.compare(b.reach(), a.reach());
    }
    return order != 0 ? order : LESS_WRONG.compare(a, b);
  }

  /** The way with a step before it. */
  public ChainPath after(PathStep first) {
    return new ChainPath(first, this);
  }

  /** The steps in order. */
  public List<PathStep> steps() {
    return steps;
  }

  /** The worst of its steps. */
  public Verdict verdict() {
    return verdict;
  }

  /** The step that decides the verdict: the first one with it, unless all hold. */
  public Optional<PathStep> broken() {
    return reach == steps.size() ? Optional.empty() : Optional.of(steps.get(reach));
  }

  /** How many of its steps hold before the one that decides the verdict. */
  public int reach() {
    return reach;
  }

  /** True if it is broken at its very first step. */
  public boolean failsAtOnce() {
    return verdict == Verdict.FAIL && reach == 0;
  }

  private String addresses() {
    StringBuilder addresses = new StringBuilder();
    for (PathStep step : steps) {
      addresses.append(step.input()).append('\n').append(step.address()).append('\n');
    }
    return addresses.toString();
  }
}
