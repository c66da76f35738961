package io.trailproof.check.search;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Fate;
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
  private static final Requirement MADE =
      Requirement.said(
          "condition",
          "{because}",
          List.of("give the parameters that decide it with `--parameter`"),
          List.of("F108"));

  /** What CloudFormation refuses. */
  private static Requirement refused(Resource resource) {
    List<String> help = new ArrayList<>();
    if (resource.property("remedy") instanceof Value.Items remedy) {
      remedy.items().forEach(one -> one.asText().ifPresent(help::add));
    }
    help.add("mend the template there; until then no stack comes of it");
    return Requirement.said(
        "refused",
        "`{address}` never comes to be; {because}",
        help,
        List.of("F203", "F204", "F206", "F252", "F253", "F254", "F255"));
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
    Value refused = resource.property("refused");
    if (refused instanceof Value.Unknown why) {
      // What is wrong with a template is said of the first of its resources on a path.
      boolean said = before.filter(one -> !one.property("refused").isAbsent()).isPresent();
      return said
          ? Optional.empty()
          : Optional.of(
              new Judged(
                  refused(resource), Judgement.fail(why.why(), Labels.at(refused, resource))));
    }
    Value unrecognised = resource.property("unrecognised");
    if (unrecognised instanceof Value.Unknown why) {
      // What is doubtful of a whole template likewise.
      boolean said =
          before
              .map(one -> one.property("unrecognised"))
              .filter(one -> one instanceof Value.Unknown same && same.why().equals(why.why()))
              .isPresent();
      return said
          ? Optional.empty()
          : Optional.of(
              new Judged(refused(resource), Judgement.unknown(why.why(), unrecognised, resource)));
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
