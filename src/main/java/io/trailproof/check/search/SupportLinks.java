package io.trailproof.check.search;

import static java.util.stream.Collectors.toSet;

import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Stranger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which properties name what a resource of a path rests on, or what rests on it: those of which the
 * catalog says so, where they name no link of the chain, and those that name what receives.
 */
final class SupportLinks {
  /** What receives, though it may be a link of its own in another place. */
  private static final Set<String> FUNCTIONS =
      Set.of("aws.lambda.Function", "aws.lambda.Alias", "aws.lambda.Version");

  /** Properties that name what receives, be it of a type that a link has. */
  private static final Map<String, Set<String>> RECEIVERS =
      Map.of(
          "endpoint",
          Stream.concat(FUNCTIONS.stream(), Stream.of("aws.sqs.Queue")).collect(toSet()),
          "function",
          Set.of("aws.lambda.Function"));

  /**
   * A property that may name a resource.
   *
   * @param holder the type that has it
   * @param target a type that it may name
   */
  record Link(String holder, String property, String target) {}

  private final Set<String> linkTypes;
  private final Map<String, List<Link>> byHolder = new HashMap<>();
  private final Map<String, List<Link>> byTarget = new HashMap<>();
  private final Set<String> everywhere;

  /**
   * Those of some types: of what there is no resource of, nothing names another.
   *
   * @param linkTypes those of the links of the chain
   */
  SupportLinks(List<ResourceType> types, Set<String> linkTypes) {
    this.linkTypes = linkTypes;
    types.forEach(this::add);
    this.everywhere =
        types.stream()
            .filter(type -> type.arn().isEmpty())
            .filter(type -> type.properties().stream().allMatch(one -> one.links().isEmpty()))
            .map(ResourceType::name)
            .collect(toSet());
  }

  private void add(ResourceType type) {
    for (Property property : type.properties()) {
      Set<String> receivers = RECEIVERS.getOrDefault(property.name(), Set.of());
      if (property.links().isEmpty() && receivers.isEmpty()) {
        continue; // most name nothing
      }
      Set<String> targets = new LinkedHashSet<>(property.targets());
      targets.removeAll(linkTypes);
      targets.addAll(receivers);
      for (String target : targets) {
        Link link = new Link(type.name(), property.name(), target);
        if (canBe(target, linkTypes)) {
          byHolder.computeIfAbsent(type.name(), any -> new ArrayList<>()).add(link);
        }
        if (!linkTypes.contains(type.name())) {
          byTarget.computeIfAbsent(target, any -> new ArrayList<>()).add(link);
        }
      }
    }
  }

  /** True if a resource of a type can support another one. */
  static boolean canBe(String type, Set<String> linkTypes) {
    return !type.equals(Stranger.TYPE) && (!linkTypes.contains(type) || FUNCTIONS.contains(type));
  }

  /** What a resource of a type may name that supports it. */
  List<Link> from(String type) {
    return byHolder.getOrDefault(type, List.of());
  }

  /** Where what is no link of the chain may name a resource of a type. */
  List<Link> to(String type) {
    return byTarget.getOrDefault(type, List.of());
  }

  /** True for a type whose resources name nothing and are named by nothing. */
  boolean holdsEverywhere(String type) {
    return everywhere.contains(type) && canBe(type, linkTypes);
  }
}
