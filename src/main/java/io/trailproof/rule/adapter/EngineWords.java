package io.trailproof.rule.adapter;

import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Optional;

/**
 * The explanations of the engines, in the user's spelling: engines name properties as the API does,
 * {@code `evaluationPeriods`}, and know nothing of formats.
 */
public final class EngineWords {
  private EngineWords() {}

  /** An explanation about a resource, in the words of the file that it stands in. */
  public static String spelt(Step step, Resource resource, String explanation) {
    Optional<ResourceType> type = step.catalog().type(resource.type());
    return type.isEmpty() ? explanation : spelt(type.get(), resource, explanation);
  }

  /** Each word between grave accents, of which the second may be the first of another one. */
  private static String spelt(ResourceType type, Resource resource, String explanation) {
    StringBuilder spelt = new StringBuilder();
    int done = 0;
    for (int open = explanation.indexOf('`'); open >= 0; ) {
      int close = explanation.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      String word = explanation.substring(open + 1, close);
      if (isName(word)) {
        spelt.append(explanation, done, open).append(inSpelling(type, resource, word));
        done = close + 1;
        open = explanation.indexOf('`', done);
      } else {
        open = close;
      }
    }
    return done == 0
        ? explanation
        : spelt.append(explanation, done, explanation.length()).toString();
  }

  private static boolean isName(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z' && i > 0);
      if (!isLetter) {
        return false;
      }
    }
    return word.length() > 1;
  }

  private static String inSpelling(ResourceType type, Resource resource, String word) {
    return find(type.properties(), word)
        .or(
            () ->
                type.properties().stream()
                    .flatMap(list -> find(list.items(), word).stream())
                    .findFirst())
        .map(property -> "`" + last(property.spelt(resource.dialect(), resource.address())) + "`")
        .orElse("`" + word + "`");
  }

  /** By the API's name, which is CloudFormation's but for the first letter, or by our own. */
  private static Optional<Property> find(List<Property> properties, String word) {
    return properties.stream()
        .filter(
            one ->
                one.name().equals(word)
                    || last(one.spelt(Dialect.CLOUDFORMATION, "")).equals(capitalised(word)))
        .findFirst();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
