package io.trailproof.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why AWS refuses, or may refuse, what the input would make; what it refuses never comes to be.
 *
 * @param why one line, which says that it does
 * @param help what to do about it
 * @param at what is wrong
 */
public record Refusal(String why, List<String> help, Origin at) {
  private static final String CERTAIN = "refused";
  private static final String POSSIBLE = "unrecognised";
  private static final String HELP = "remedy";

  public Refusal {
    help = List.copyOf(help);
  }

  /** A resource that certainly never comes to be for it. */
  public Resource certainly(Resource resource) {
    return marked(CERTAIN, resource);
  }

  /** A resource that perhaps never comes to be for it. */
  public Resource perhaps(Resource resource) {
    return marked(POSSIBLE, resource);
  }

  /** A resource of which nobody has judged whether AWS refuses it. */
  public static Resource unmarked(Resource resource) {
    Map<String, Value> properties = new LinkedHashMap<>(resource.properties());
    properties.keySet().removeAll(List.of(CERTAIN, POSSIBLE, HELP));
    return new Resource(
        resource.id(),
        resource.type(),
        resource.dialect(),
        resource.existence(),
        resource.place(),
        properties,
        resource.span());
  }

  private Resource marked(String name, Resource resource) {
    List<Value> texts = new ArrayList<>();
    help.forEach(one -> texts.add(Value.text(one, at)));
    return resource.with(name, new Value.Unknown(why, at)).with(HELP, new Value.Items(texts, at));
  }

  /** Why a resource certainly never comes to be. */
  public static Optional<Refusal> certain(Resource resource) {
    return read(CERTAIN, resource);
  }

  /** Why a resource perhaps never comes to be. */
  public static Optional<Refusal> possible(Resource resource) {
    return read(POSSIBLE, resource);
  }

  private static Optional<Refusal> read(String name, Resource resource) {
    if (!(resource.property(name) instanceof Value.Unknown mark)) {
      return Optional.empty();
    }
    List<String> help =
        resource.property(HELP).children().stream().flatMap(one -> one.asText().stream()).toList();
    return Optional.of(new Refusal(mark.why(), help, mark.origin()));
  }
}
