package io.trailproof.check;

import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A way through the chain, or as far as one leads: the links in order. */
public record Path(List<PathStep> steps) {
  public Path {
    steps = List.copyOf(steps);
  }

  /**
   * The better path first: by verdict, then by how far it holds, then by how little is wrong; equal
   * ones by their addresses, so that the order of the inputs never shows.
   */
  static final Comparator<Path> BETTER =
      Comparator.comparing(Path::verdict)
          .reversed()
          .thenComparing(Comparator.comparingInt(Path::reach).reversed())
          .thenComparingLong(path -> path.count(Verdict.FAIL))
          .thenComparingLong(path -> path.count(Verdict.UNKNOWN))
          .thenComparing(Path::addresses);

  Path after(PathStep first) {
    List<PathStep> all = new ArrayList<>();
    all.add(first);
    all.addAll(steps);
    return new Path(all);
  }

  /** The worst of its steps. */
  public Verdict verdict() {
    Verdict worst = Verdict.PASS;
    for (PathStep step : steps) {
      worst = worst.and(step.verdict());
    }
    return worst;
  }

  /** The step that decides the verdict: the first one with it, unless all hold. */
  public Optional<PathStep> broken() {
    Verdict verdict = verdict();
    return verdict == Verdict.PASS
        ? Optional.empty()
        : steps.stream().filter(step -> step.verdict() == verdict).findFirst();
  }

  /** The number of links before the one that decides. */
  private int reach() {
    return broken().map(steps::indexOf).orElse(steps.size());
  }

  private String addresses() {
    StringBuilder addresses = new StringBuilder();
    for (PathStep step : steps) {
      addresses.append(step.input()).append('\n').append(step.address()).append('\n');
    }
    return addresses.toString();
  }

  private long count(Verdict verdict) {
    long count = 0;
    for (PathStep step : steps) {
      count += step.judged(verdict).size();
    }
    return count;
  }
}
