package io.trailproof.check;

import io.trailproof.check.result.PathStep;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Literal names that miss a name of the input by a letter or by case: AWS takes them for names of
 * something else, which people seldom mean.
 */
final class NearMiss {
  /** Shorter names differ by a letter without being slips of each other. */
  private static final int SHORT = 4;

  private final ResourceGraph graph;

  NearMiss(ResourceGraph graph) {
    this.graph = graph;
  }

  /** What the names that a judgement is about may have been meant to be, a line each. */
  List<String> help(PathStep step, Judgement judgement) {
    Set<String> help = new LinkedHashSet<>();
    for (Resource one : graph.resources()) {
      if (one.existence() == Existence.NAMED && isAbout(step, judgement, one)) {
        meant(one).ifPresent(name -> help.add("did you mean `" + name + "`?"));
      }
    }
    Relation relation = step.link().relation();
    if (relation instanceof Relation.To to && step.resource().isEmpty()) {
      step.previous().ifPresent(previous -> namesOf(step, to, previous, help));
    }
    if (relation instanceof Relation.Join
        && step.resource().isPresent()
        && step.previous().isPresent()) {
      told(step.resource().get(), step.previous().get(), judgement, help);
    }
    return new ArrayList<>(help);
  }

  private static boolean isAbout(PathStep step, Judgement judgement, Resource one) {
    return step.resource().map(Resource::id).filter(one.id()::equals).isPresent()
        || judgement.why().contains("`" + one.address() + "`");
  }

  /** The name of a resource of the input that one outside of it is all but called. */
  private Optional<String> meant(Resource outside) {
    Optional<String> word = text(outside, "name");
    return word.flatMap(
        name ->
            graph.resources().stream()
                .filter(one -> one.type().equals(outside.type()) && isHeld(one))
                .flatMap(one -> text(one, "name").stream())
                .filter(known -> isSlip(name, known))
                .findFirst());
  }

  /** The resources that could stand at the link if they gave the name of the one before. */
  private void namesOf(PathStep step, Relation.To to, Resource previous, Set<String> help) {
    for (Resource one : graph.resources()) {
      String property = to.properties().get(one.type());
      if (property == null || !isHeld(one)) {
        continue;
      }
      Optional<String> given = text(one, property);
      for (String naming : List.of("name", "arn")) {
        Optional<String> known = text(previous, naming);
        if (given.isPresent() && known.isPresent() && isSlip(given.get(), known.get())) {
          help.add(
              "%s `%s` names `%s`; did you mean `%s`?"
                  .formatted(step.link().title(one), one.address(), given.get(), known.get()));
        }
      }
    }
  }

  /** What both have, and one gives as the other does but for a slip. */
  private void told(Resource one, Resource previous, Judgement judgement, Set<String> help) {
    for (String property : one.properties().keySet()) {
      if (one.property(property) instanceof Value.Items items
          && !items.origin().sensitive()
          && judgement.verdict() == Verdict.FAIL) {
        items.items().forEach(item -> listed(graph.resolve(item), previous, help));
        continue;
      }
      Optional<String> given = text(one, property);
      Optional<String> known = text(previous, property);
      if (given.isPresent()
          && known.isPresent()
          && !property.equals("name")
          && judgement.why().contains(given.get())
          && isSlip(given.get(), known.get())) {
        help.add("did you mean `" + known.get() + "`?");
      }
    }
  }

  /** An element of a list that names the other but for a slip. */
  private void listed(Value item, Resource previous, Set<String> help) {
    for (String naming : List.of("name", "arn")) {
      Optional<String> given = item.origin().sensitive() ? Optional.empty() : item.asText();
      text(previous, naming)
          .filter(known -> given.filter(word -> isSlip(word, known)).isPresent())
          .ifPresent(known -> help.add("did you mean `" + known + "`?"));
    }
  }

  private static boolean isHeld(Resource one) {
    return one.existence() != Existence.NAMED && one.existence() != Existence.UNSEEN;
  }

  private Optional<String> text(Resource of, String property) {
    Value value = graph.property(of, property);
    return value.origin().sensitive() ? Optional.empty() : value.asText();
  }

  private static boolean isSlip(String word, String known) {
    return word.equalsIgnoreCase(known)
        ? !word.equals(known)
        : Math.min(word.length(), known.length()) >= SHORT && DidYouMean.isSlip(word, known);
  }
}
