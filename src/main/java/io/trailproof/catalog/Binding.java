package io.trailproof.catalog;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one resource type is spelt in one dialect. */
public interface Binding {
  /** The dialect. */
  Dialect dialect();

  /** The type's name in the dialect, such as {@code aws_sns_topic}. */
  String spelling();

  /** The type it means. */
  ResourceType type();

  /**
   * The canonical attribute that a reference means, if the catalog knows it.
   *
   * @param path what follows the resource in a reference: {@code id}, {@code
   *     metric_transformation[0].name}; in CloudFormation {@code Ref} for a {@code Ref}, else the
   *     attribute of {@code Fn::GetAtt}
   */
  Optional<String> attribute(String path);

  /**
   * The canonical attribute that an unknown reference without attribute must mean, if only one can.
   */
  Optional<String> onlyUnknownAttribute();

  /** True if the property spelt so holds a list or set. */
  boolean isList(String path);

  /**
   * The canonical types that a reference in the property spelt so leads to; empty if the catalog
   * does not say.
   */
  default Set<String> targets(String path) {
    return Set.of();
  }

  /** The attribute by which the property spelt so names a resource, if the catalog says. */
  default Optional<String> namesBy(String path) {
    return Optional.empty();
  }

  /** True if what the property spelt so stands in cannot be made without it. */
  default boolean isRequired(String path) {
    return false;
  }

  /** True if the property spelt so holds a number or a truth value, and so no text. */
  default boolean isNoText(String path) {
    return false;
  }

  /** True if a property of this name, at the top of a resource, tells anything to the catalog. */
  boolean reads(String property);

  /** The properties that are known of; empty where any may be set, as of a user's own type. */
  Optional<Classification> classification();

  /** False for a property that the catalog does not let pass. */
  default boolean lets(String path) {
    return classification().map(known -> known.lets(path)).orElse(true);
  }

  /** True for a member that must be there where its object is; known of Cloud Control's types. */
  default boolean isRequiredByRegistry(String path) {
    return false;
  }

  /**
   * The canonical resource, and those written inside it (a topic's inline subscriptions). What it
   * sets and the catalog does not let pass it carries as {@code unclassified}: why not, for each.
   *
   * @param raw the properties in the dialect's own spelling; what is unset is not there
   * @param given which of the properties that are not let pass are set
   */
  List<Resource> resources(
      ResourceId id,
      Value.Fields raw,
      Place place,
      Existence existence,
      @Nullable Span span,
      Given given);

  /** The same of what sets all that stands in it. */
  default List<Resource> resources(
      ResourceId id, Value.Fields raw, Place place, Existence existence, @Nullable Span span) {
    return resources(id, raw, place, existence, span, Given.WRITTEN);
  }

  /**
   * Canonical properties as this spelling writes them; those that it cannot write are not there.
   *
   * @param properties canonical names to values
   */
  Value.Fields written(Map<String, Value> properties);

  /** How a reference to a canonical attribute is written: what {@link #attribute} reads. */
  Optional<String> referring(String attribute);

  /** Where a canonical property stands, such as {@code Subscription[0].Endpoint}. */
  default Optional<String> place(String property) {
    return Optional.empty();
  }
}
