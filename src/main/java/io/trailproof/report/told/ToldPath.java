package io.trailproof.report.told;

import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.PathStep;
import io.trailproof.document.BrokenJson;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a result tells of one event on one way: the path, and what breaks it. */
final class ToldPath {
  private static final String BROKEN = "broken";
  private static final String VERDICT = "verdict";

  private final Members told;
  private final Chain chain;
  private final ToldResources resources;
  private final Optional<Members> broken;

  private ToldPath(Members told, Chain chain, ToldResources resources) throws BrokenJson {
    this.told = told;
    this.chain = chain;
    this.resources = resources;
    this.broken = told.objectIfAny(BROKEN);
  }

  /** The proof of an event, which the verdict beside it must be that of. */
  static EventProof proof(Event event, Members told, ToldChains chains, ToldResources resources)
      throws BrokenJson {
    return new ToldPath(told, chains.chain(told), resources).proof(event);
  }

  private EventProof proof(Event event) throws BrokenJson {
    List<PathStep> steps = new ArrayList<>();
    Optional<Resource> previous = Optional.empty();
    for (Members one : told.objects("path", any -> any)) {
      PathStep step = step(one, previous);
      steps.add(step);
      previous = step.resource();
    }
    if (steps.isEmpty()) {
      throw told.refused(ResultError.NOT_THE_SHAPE, "path", "a list of links");
    }
    ChainPath path = new ChainPath(steps);
    told.agree(told.text(VERDICT), path.verdict().word());
    Optional<PathStep> breaks = path.broken();
    if (broken.isPresent()) {
      broken.get().agree(broken.get().own("link"), link(breaks));
      broken.get().agree(broken.get().own("requirement"), requirement(breaks));
    } else if (breaks.isPresent()) {
      throw told.refused(ResultError.MISSING, BROKEN);
    }
    return new EventProof(event, chain, path);
  }

  private static String link(Optional<PathStep> step) {
    return step.map(one -> one.link().name()).orElse("");
  }

  private static String requirement(Optional<PathStep> step) {
    return step.map(one -> one.judged(one.verdict()).get(0).requirement().id()).orElse("");
  }

  private PathStep step(Members one, Optional<Resource> previous) throws BrokenJson {
    String name = one.own("link");
    ChainLink link =
        chain.links().stream()
            .filter(any -> any.name().equals(name))
            .findFirst()
            .orElseThrow(() -> one.refused(ResultError.NO_SUCH_WORD, name, "link"));
    Verdict verdict = one.oneOf(VERDICT, Verdict.values(), Verdict::word);
    List<Judged> judged = new ArrayList<>();
    for (String id : verdict == Verdict.PASS ? List.<String>of() : one.owns("unmet")) {
      judged.add(
          new Judged(
              Requirement.said(id, "", List.of(), List.of()),
              new Judgement(verdict, why(name, id), List.of(), List.of(), List.of())));
    }
    PathStep step = new PathStep(link, previous, resources.at(one), judged);
    one.agree(verdict.word(), step.verdict().word());
    return step;
  }

  /** Why a requirement is not met: a result tells it of the one that decides. */
  private String why(String link, String requirement) throws BrokenJson {
    boolean decides =
        broken.isPresent()
            && broken.get().own("link").equals(link)
            && broken.get().own("requirement").equals(requirement);
    return decides ? broken.orElseThrow().text("message") : "";
  }
}
