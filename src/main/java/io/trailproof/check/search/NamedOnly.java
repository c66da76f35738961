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

  /** How what has a name and no text is called in the graph. */
  private static final String PARAMETER = "parameter ";

  private static final String IMPORT = "import ";

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
      String why = said(title, resource.address());
      summed.add(new Judged(SHOWN, Judgement.unknown(why)));
    }
    return summed;
  }

  /** What is known of it is its name, or where its name comes from. */
  private static String said(String title, String name) {
    String what =
        name.startsWith(PARAMETER)
            ? " that parameter `" + name.substring(PARAMETER.length()) + "` names"
            : name.startsWith(IMPORT)
                ? " that `" + name.substring(IMPORT.length()) + "` exports"
                : " `" + name + "`";
    return "the " + title + what + " is not in this input, so its settings are not known";
  }
}
