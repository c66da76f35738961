package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Schema;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Knowledge;
import io.trailproof.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the snapshots of AWS's own schemas say of types, as they were packed when trailproof was
 * built. They age: what they do not have may be newer.
 */
public final class Schemas {
  /** What the name of a section with a type's schema begins with. */
  public static final String SCHEMA = "schema ";

  /** What the name of a section with names of types begins with. */
  public static final String NAMES = "names ";

  /** What the name of a section with the attributes of a type begins with. */
  public static final String GIVEN = "given ";

  /** The section of types outside of the catalog that may silence what they refer to. */
  public static final String SILENCING = "silencing";

  // Of the types that were asked about: a template may have thousands of one type.
  private static final Map<String, Optional<Json>> SCHEMAS = new ConcurrentHashMap<>();
  private static final Map<String, Optional<Schema>> CONSTRAINTS = new ConcurrentHashMap<>();
  private static final Map<String, Optional<AttributeTree>> ATTRIBUTES = new ConcurrentHashMap<>();
  private static final Map<String, Optional<List<String>>> GIVEN_OF = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> NAMED = new ConcurrentHashMap<>();

  private Schemas() {}

  /**
   * The schema of CloudFormation's registry for a type of the chain or of what helps it, cut down
   * to what constrains: {@code properties}, {@code definitions}, {@code required}, {@code
   * readOnlyProperties} and the like.
   *
   * @param type such as {@code AWS::SNS::Topic}
   */
  public static Optional<Json> schema(String type) {
    return SCHEMAS.computeIfAbsent(type, any -> Knowledge.packed().section(SCHEMA + any));
  }

  /** The same schema, to hold values against. */
  public static Optional<Schema> constraints(String type) {
    return CONSTRAINTS.computeIfAbsent(type, any -> schema(any).map(Schema::of));
  }

  /** What a type of which there is a schema takes, by names. */
  public static Optional<AttributeTree> attributes(String type) {
    return ATTRIBUTES.computeIfAbsent(type, any -> schema(any).map(AttributeTree::ofRegistry));
  }

  /**
   * The attributes that {@code Fn::GetAtt} gives of a type that the catalog reads, by the first
   * word of each, in order.
   *
   * @param type such as {@code AWS::SNS::Topic}
   */
  public static Optional<List<String>> given(String type) {
    return GIVEN_OF.computeIfAbsent(
        type,
        any ->
            Knowledge.packed()
                .section(GIVEN + any)
                .map(
                    names ->
                        names.elements().stream()
                            .flatMap(name -> name.asText().stream())
                            .sorted()
                            .toList()));
  }

  /**
   * Whether a snapshot names the type: CloudFormation's registry, or one of the versions of
   * Terraform's providers for AWS.
   *
   * @param type such as {@code AWS::SNS::Topic} or {@code aws_sns_topic}
   */
  public static boolean isNamed(String type) {
    return NAMED.computeIfAbsent(type, Schemas::isInSnapshot);
  }

  private static boolean isInSnapshot(String type) {
    return Knowledge.packed()
        .section(NAMES + group(type))
        .filter(
            names ->
                names.elements().stream()
                    .anyMatch(name -> name.asText().filter(type::equals).isPresent()))
        .isPresent();
  }

  /** A type of the same service that a type misses by a letter or by case, if none is named so. */
  public static Optional<String> slip(String type) {
    return isNamed(type)
        ? Optional.empty()
        : Knowledge.packed().section(NAMES + group(type)).stream()
            .flatMap(names -> names.elements().stream())
            .flatMap(name -> name.asText().stream())
            .filter(name -> DidYouMean.isSlip(type, name))
            .findFirst();
  }

  /**
   * The fact that says how a type outside of the catalog may silence what it refers to; empty if
   * none does.
   */
  public static Optional<String> silencing(String type) {
    return Knowledge.packed()
        .section(SILENCING)
        .flatMap(Json::asMembers)
        .map(types -> types.get(type))
        .flatMap(Json::asText);
  }

  /** What Terraform's Cloud Control provider calls a type, which it makes of the same schema. */
  public static String cloudControl(String type) {
    String[] words = type.split("::", -1);
    return "awscc_" + words[1].toLowerCase(Locale.ROOT) + "_" + SnakeCase.of(words[2]);
  }

  /**
   * What a type shares with those that are named in one section: {@code AWS::SNS}, {@code aws_sns}.
   */
  public static String group(String type) {
    String between = type.contains("::") ? "::" : "_";
    String[] words = type.split(between, -1);
    return words.length < 2 ? type : words[0] + between + words[1];
  }
}
