package io.trailproof.catalog;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Stranger;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells which types that a catalog does not have leave alone what they refer to. Those do that a
 * snapshot names, unless they are known to silence, and all that are not AWS's.
 */
public final class Strangers {
  /** What a resource calls itself, which may be what another one is called. */
  private static final Set<String> OWN =
      Set.of("name", "Name", "id", "arn", "description", "Description", "tags", "tags_all", "Tags");

  /** SAM's, which no registry has. */
  private static final String OF_A_TRANSFORM = "AWS::Serverless::";

  private enum Standing {
    LEAVES_ALONE,
    NEWER,
    SILENCING
  }

  private final Catalog catalog;
  private final Map<String, Standing> known = new ConcurrentHashMap<>();

  /** Those of one catalog. */
  public Strangers(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * True if a type does not leave alone what it refers to.
   *
   * @param type as CloudFormation or Terraform spell it
   */
  public boolean have(String type) {
    return standing(type) != Standing.LEAVES_ALONE;
  }

  private Standing standing(String type) {
    return known.computeIfAbsent(type, this::find);
  }

  private Standing find(String type) {
    boolean template = type.startsWith("AWS::") && !type.startsWith(OF_A_TRANSFORM);
    boolean plan = type.startsWith("aws_") || type.startsWith("awscc_");
    if ((!template && !plan)
        || type.endsWith("::MODULE")
        || catalog.terraform(type).isPresent()
        || catalog.cloudFormation(type).isPresent()) {
      return Standing.LEAVES_ALONE;
    }
    if (!Schemas.isNamed(type)) {
      return Standing.NEWER;
    }
    return Schemas.silencing(type).isPresent() ? Standing.SILENCING : Standing.LEAVES_ALONE;
  }

  /**
   * A resource of such a type; empty for a type that leaves alone what it refers to.
   *
   * @param properties as its input spells them
   * @param mentioned what else it refers to
   */
  public Optional<Resource> resource(
      ResourceId id,
      String type,
      Dialect dialect,
      Value.Fields properties,
      List<Value> mentioned,
      Place place,
      @Nullable Span span) {
    List<Value> values = new ArrayList<>(mentioned);
    properties
        .fields()
        .forEach(
            (name, value) -> {
              if (!OWN.contains(name) || !value.isKnown()) {
                values.add(value);
              }
            });
    return switch (standing(type)) {
      case LEAVES_ALONE -> Optional.empty();
      case NEWER -> Optional.of(Stranger.newer(id, type, dialect, values, place, span));
      case SILENCING -> Optional.of(Stranger.silencing(id, type, dialect, values, place, span));
    };
  }
}
