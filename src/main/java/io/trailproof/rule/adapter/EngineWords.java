package io.trailproof.rule.adapter;

import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The explanations of the engines, in the user's spelling: engines name properties as the API does,
 * {@code `evaluationPeriods`}, and know nothing of formats.
 */
public final class EngineWords {
  private static final Pattern WORD = Pattern.compile("`([a-z][A-Za-z]+)`");

  private EngineWords() {}

  /** An explanation about a resource, in the words of the file that it stands in. */
  public static String spelt(Step step, Resource resource, String explanation) {
    Optional<ResourceType> type = step.catalog().type(resource.type());
    return type.isEmpty()
        ? explanation
        : WORD.matcher(explanation)
            .replaceAll(found -> spelt(type.get(), resource, found).replace("$", "\\$"));
  }

  private static String spelt(ResourceType type, Resource resource, MatchResult found) {
    String word = found.group(1);
    return find(type.properties(), word)
        .or(
            () ->
                type.properties().stream()
                    .flatMap(list -> find(list.items(), word).stream())
                    .findFirst())
        .map(property -> "`" + last(property.spelt(resource.dialect(), resource.address())) + "`")
        .orElse(found.group());
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
