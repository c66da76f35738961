package io.trailproof.report.summary;

import io.trailproof.check.result.Acceptance;
import io.trailproof.check.result.Finding;
import io.trailproof.diagnostic.Severity;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong, or that cannot be told, in however many rules and deployments.
 *
 * @param number from 1, worst first; the same in every page of one result
 * @param sites where it was found, in the order of the run
 */
public record Problem(int number, List<Site> sites) {
  /** A finding of a check. */
  public record Site(Check check, Finding finding) {}

  public Problem {
    sites = List.copyOf(sites);
  }

  /** What users call it: {@code P1}. */
  public String label() {
    return "P" + number;
  }

  /** The finding that stands for all of them. */
  public Finding finding() {
    return sites.get(0).finding();
  }

  /** The check that stands for all of them. */
  public Check check() {
    return sites.get(0).check();
  }

  /** Broken, or unknown. */
  public Verdict verdict() {
    return finding().verdict();
  }

  /** The heaviest of its findings. */
  public Severity severity() {
    return sites.stream()
        .map(site -> site.finding().severity())
        .max(Severity::compareTo)
        .orElseThrow();
  }

  /** True if the plans break what was proven before them. */
  public boolean isNew() {
    return sites.stream().anyMatch(site -> site.check().isNewlyBroken());
  }

  /** Somebody's word for it, if every one of its findings has one; that which ends first. */
  public Optional<Acceptance> acceptance() {
    return sites.stream().allMatch(site -> site.finding().isAccepted())
        ? sites.stream()
            .flatMap(site -> site.finding().acceptance().stream())
            .min(Comparator.comparing(Acceptance::until))
        : Optional.empty();
  }

  /** The checks that it is found in, each once. */
  public List<Check> checks() {
    return sites.stream().map(Site::check).distinct().toList();
  }

  /** The link that it is found at, in the words that users see. */
  public String link() {
    return check().rule().rule().ways().counting().stream()
        .flatMap(chain -> chain.links().stream())
        .filter(link -> link.name().equals(finding().link()))
        .map(ChainLink::title)
        .findFirst()
        .orElse("chain");
  }
}
