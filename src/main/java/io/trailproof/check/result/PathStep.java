package io.trailproof.check.result;

import io.trailproof.graph.Resource;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * One link of a path as it was judged.
 *
 * @param previous the resource of the link before
 * @param resource the resource that stands here; empty where none does
 * @param judged every requirement that was looked at, in order
 */
public record PathStep(
    ChainLink link, Optional<Resource> previous, Optional<Resource> resource, List<Judged> judged) {
  public PathStep {
    judged = List.copyOf(judged);
  }

  public static PathStep missing(ChainLink link, Optional<Resource> previous, Judgement judgement) {
    return new PathStep(
        link, previous, Optional.empty(), List.of(new Judged(link.missing(), judgement)));
  }

  /** The worst of its judgements. */
  public Verdict verdict() {
    Verdict worst = Verdict.PASS;
    for (int i = 0; i < judged.size(); i++) { // without an iterator for each step of each path
      worst = worst.and(judged.get(i).judgement().verdict());
    }
    return worst;
  }

  int count(Verdict verdict) {
    int count = 0;
    for (int i = 0; i < judged.size(); i++) {
      count += judged.get(i).judgement().verdict() == verdict ? 1 : 0;
    }
    return count;
  }

  /** The judgements of one verdict. */
  public List<Judged> judged(Verdict verdict) {
    return judged.stream().filter(one -> one.judgement().verdict() == verdict).toList();
  }

  /** The address of its resource, or of the one it is missing at. */
  public String address() {
    return resource.or(() -> previous).map(Resource::address).orElse("");
  }

  /** The input of that resource. */
  public String input() {
    return resource.or(() -> previous).map(one -> one.id().input()).orElse("");
  }
}
