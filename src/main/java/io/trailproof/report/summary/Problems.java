package io.trailproof.report.summary;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.Finding;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The problems of a run: in 30 accounts with one module a fault is one problem, not 30.
 *
 * <p>What is broken comes before what is unknown, what the plans newly break before the rest, then
 * the heavier, then what is found in more checks, then what was found first.
 */
public final class Problems {
  private static final Comparator<List<Problem.Site>> WORST_FIRST =
      Comparator.comparing((List<Problem.Site> sites) -> sites.get(0).finding().verdict())
          .thenComparing(sites -> sites.stream().noneMatch(site -> site.check().isNewlyBroken()))
          .thenComparing(sites -> sites.get(0).finding().severity(), Comparator.reverseOrder())
          .thenComparing(List::size, Comparator.reverseOrder());

  private final List<Problem> all;
  private final Map<Check, List<Problem>> byCheck = new HashMap<>();

  private Problems(List<Problem> all) {
    this.all = List.copyOf(all);
    for (Problem one : all) {
      one.checks()
          .forEach(check -> byCheck.computeIfAbsent(check, any -> new ArrayList<>()).add(one));
    }
  }

  private record Key(Verdict verdict, String requirement, String address, String message) {
    static Key of(Finding finding) {
      String code = finding.code();
      return new Key(
          finding.verdict(),
          code.substring(code.indexOf('/') + 1),
          finding.address(),
          finding.message());
    }
  }

  /** The problems of the rules that count. */
  public static Problems of(CheckResult result) {
    Map<Key, List<Problem.Site>> sites = new LinkedHashMap<>();
    for (Check check : Check.of(result)) {
      for (Finding finding : check.rule().findings()) {
        sites
            .computeIfAbsent(Key.of(finding), any -> new ArrayList<>())
            .add(new Problem.Site(check, finding));
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (List<Problem.Site> some : sites.values().stream().sorted(WORST_FIRST).toList()) {
      problems.add(new Problem(problems.size() + 1, some));
    }
    return new Problems(problems);
  }

  /** All of them, worst first. */
  public List<Problem> all() {
    return all;
  }

  /** Those of a verdict. */
  public List<Problem> of(Verdict verdict) {
    return all.stream().filter(one -> one.verdict() == verdict).toList();
  }

  /** Those of a check, worst first. */
  public List<Problem> of(Check check) {
    return List.copyOf(byCheck.getOrDefault(check, List.of()));
  }

  /** The worst of them. */
  public Optional<Problem> worst() {
    return all.stream().findFirst();
  }
}
