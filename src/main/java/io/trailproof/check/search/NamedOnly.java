package io.trailproof.check.search;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Says once, and not for every requirement, that a resource is only named by the input: whatever
 * can be told of a name alone is still told.
 */
final class NamedOnly {
  private static final Requirement SHOWN =
      Requirement.said("elsewhere", "{because}", List.of(), List.of("F105"));

  private NamedOnly() {}

  static List<Judged> summed(Resource resource, String title, List<Judged> required) {
    if (resource.existence() != Existence.NAMED) {
      return required;
    }
    List<Judged> summed = new ArrayList<>();
    boolean open = false;
    for (Judged one : required) {
      if (one.judgement().verdict() == Verdict.UNKNOWN) {
        open = true;
      } else {
        summed.add(one);
      }
    }
    if (open) {
      String why =
          "the "
              + title
              + " `"
              + resource.address()
              + "` is not in this input, so its settings are not known";
      summed.add(new Judged(SHOWN, Judgement.unknown(why)));
    }
    return summed;
  }
}
