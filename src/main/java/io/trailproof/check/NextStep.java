package io.trailproof.check;

import io.trailproof.check.result.PathStep;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What would tell where an input does not: an option for the value that a judgement hangs on, or
 * the file or declaration of a resource that is not in the input.
 */
final class NextStep {
  /** A value that has a name and no text, as judgements name it. */
  private static final Pattern PARAMETER = Pattern.compile("`?parameter `?([A-Za-z0-9]+)`");

  private static final Pattern REGION =
      Pattern.compile("`AWS::Region`|\\bRegion of provider|its Region is|whose Region");

  private static final Pattern ACCOUNT =
      Pattern.compile("`AWS::AccountId`|\\baccount of provider|its account is|whose account");

  private static final Pattern IMPORT = Pattern.compile("`import ([^`]+)`|that `([^`]+)` exports");

  private static final Pattern LATER =
      Pattern.compile("known only after apply|does not tell which");

  private NextStep() {}

  /** The advice; none where nothing that a user could give would tell. */
  static List<String> help(PathStep step, Judgement judgement) {
    Set<String> help = new LinkedHashSet<>();
    String why = judgement.why();
    Matcher parameter = PARAMETER.matcher(why);
    while (parameter.find()) {
      help.add("`--parameter " + parameter.group(1) + "=…` gives it a value");
    }
    Matcher imported = IMPORT.matcher(why);
    while (imported.find()) {
      String name = imported.group(1) == null ? imported.group(2) : imported.group(1);
      help.add("give the template that exports `" + name + "` as well");
    }
    if (REGION.matcher(why).find()) {
      help.add("`--region …` tells the Region");
    }
    if (ACCOUNT.matcher(why).find()) {
      help.add("`--account …` tells the account");
    }
    Optional<Resource> resource = step.resource();
    if (resource.map(Resource::existence).filter(NextStep::isElsewhere).isPresent()
        && help.isEmpty()) {
      help.add(
          "give the plan or template that makes the "
              + step.link().title()
              + " as well, or declare it in `trailproof.yaml` (docs/declared.md)");
    } else if (LATER.matcher(why).find() && isOfAPlan(step)) {
      help.add("with `--source FOLDER` or `--plan-file FILE` the plan's sources may tell");
    }
    return new ArrayList<>(help);
  }

  private static boolean isElsewhere(Existence existence) {
    return existence == Existence.NAMED || existence == Existence.UNSEEN;
  }

  private static boolean isOfAPlan(PathStep step) {
    return step.resource().or(step::previous).map(Resource::dialect).stream()
        .anyMatch(dialect -> dialect == Dialect.TERRAFORM);
  }
}
