package io.trailproof.check.search;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Fate;
import io.trailproof.graph.Refusal;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a resource is made at all, where that hangs on a condition of the template (F108), or
 * stays, where a plan takes away what it is part of (F31).
 */
public final class ExistenceCheck {
  private static final String REFUSED = "refused";

  private static final List<String> FACTS_OF_REFUSALS =
      List.of("F203", "F204", "F206", "F252", "F253", "F254", "F255");

  private static final Requirement MADE =
      Requirement.said(
          "condition",
          "{because}",
          List.of("give the parameters that decide it with `--parameter`"),
          List.of("F108"));

  /** What AWS refuses. */
  private static Requirement refused(Resource resource, Refusal refusal) {
    List<String> help = new ArrayList<>(refusal.help());
    help.add(
        resource.dialect() == Dialect.CLOUDFORMATION
            ? "mend the template there; until then no stack comes of it"
            : "mend it there; until then the plan cannot be applied");
    return Requirement.said(
        REFUSED, "`{address}` never comes to be; {because}", help, FACTS_OF_REFUSALS);
  }

  private static final Requirement REMOVED =
      Requirement.said(
          "removed",
          "`{address}` is named here, and {because}",
          List.of("name what takes its place"),
          List.of());

  /** What the fates rest on, by their codes. */
  private static final Map<String, List<String>> FACTS =
      Map.of(
          "replaced",
              List.of("F31", "F115", "F130", "F131", "F134", "F152", "F174", "F175", "F200"),
          "made-twice",
              List.of(
                  "F115", "F129", "F131", "F138", "F139", "F151", "F153", "F172", "F173", "F174",
                  "F219"));

  private ExistenceCheck() {}

  /** True for a resource that may or may not be made: more about the parameters would decide it. */
  public static boolean isConditional(Judged judged) {
    return judged.requirement().equals(MADE);
  }

  /** What helps a resource of a path and never comes to be, since AWS refuses it. */
  static Optional<Judged> refused(Resource supporter) {
    return Refusal.certain(supporter)
        .map(
            refusal ->
                new Judged(
                    Requirement.said(
                        REFUSED,
                        "{because}",
                        refused(supporter, refusal).help(),
                        FACTS_OF_REFUSALS),
                    Judgement.fail(
                        "`"
                            + supporter.address()
                            + "`, which it needs, never comes to be; "
                            + refusal.why(),
                        Labels.at(refusal.at(), supporter))));
  }

  /** True if what is refused fails by a requirement of its link as well, at the same place. */
  static boolean isSaid(Judged judged, List<Judged> required) {
    List<Label> places = judged.judgement().labels();
    return judged.requirement().id().equals(REFUSED)
        && !places.isEmpty()
        && required.stream()
            .map(Judged::judgement)
            .anyMatch(
                one ->
                    one.verdict() == judged.judgement().verdict() && one.labels().equals(places));
  }

  private static boolean said(Refusal refusal, Optional<Refusal> before) {
    return before.filter(one -> one.why().equals(refusal.why())).isPresent();
  }

  static Optional<Judged> judge(Optional<Resource> before, Resource resource, Optional<Fate> fate) {
    if (fate.isPresent()) {
      Fate what = fate.get();
      Label[] here = Labels.at(resource.property("name"), resource);
      return Optional.of(
          new Judged(
              Requirement.said(
                  what.code(),
                  "{because}",
                  what.help(),
                  FACTS.getOrDefault(what.code(), List.of())),
              what.there() == Truth.NO
                  ? Judgement.fail(what.why(), here)
                  : Judgement.unknown(what.why(), here)));
    }
    if (resource.existence() == Existence.REMOVED) {
      return Optional.of(new Judged(REMOVED, Judgement.fail("this input takes it away")));
    }
    Optional<Refusal> refused = Refusal.certain(resource);
    if (refused.isPresent()) {
      // What is wrong with a template is said of the first of its resources on a path.
      return said(refused.get(), before.flatMap(Refusal::certain))
          ? Optional.empty()
          : Optional.of(
              new Judged(
                  refused(resource, refused.get()),
                  Judgement.fail(refused.get().why(), Labels.at(refused.get().at(), resource))));
    }
    Optional<Refusal> doubt = Refusal.possible(resource);
    if (doubt.isPresent()) {
      return said(doubt.get(), before.flatMap(Refusal::possible))
          ? Optional.empty()
          : Optional.of(
              new Judged(
                  refused(resource, doubt.get()),
                  Judgement.unknown(doubt.get().why(), Labels.at(doubt.get().at(), resource))));
    }
    Value exists = resource.property("exists");
    if (exists.isAbsent()) {
      return Optional.empty();
    }
    String why =
        "whether `"
            + resource.address()
            + "` is made "
            + (exists instanceof Value.Unknown unknown ? unknown.why() : "is conditional");
    return Optional.of(new Judged(MADE, Judgement.unknown(why, exists, resource)));
  }
}
