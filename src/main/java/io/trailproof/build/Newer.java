package io.trailproof.build;

import io.trailproof.catalog.AttributeTree;
import io.trailproof.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A source of AWS's that may be newer than the snapshots, told by what it holds: schemas of
 * CloudFormation's registry, one or several by their types; {@code terraform providers schema
 * -json}; a snapshot of ours; or a model of a service's API as botocore and the SDKs carry it.
 *
 * @param schemas of the registry, by type
 * @param attributes of Terraform's types
 * @param names of all types that it has
 */
record Newer(Map<String, Json> schemas, Map<String, AttributeTree> attributes, Set<String> names) {

  /** The types that operations of the APIs make. */
  private static final Map<String, String> MAKES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("PutMetricAlarm", "AWS::CloudWatch::Alarm"),
              Map.entry("PutCompositeAlarm", "AWS::CloudWatch::CompositeAlarm"),
              Map.entry("PutLogAlarm", "AWS::CloudWatch::LogAlarm"),
              Map.entry("PutAlarmMuteRule", "AWS::CloudWatch::AlarmMuteRule"),
              Map.entry("PutMetricFilter", "AWS::Logs::MetricFilter"),
              Map.entry("CreateLogGroup", "AWS::Logs::LogGroup"),
              Map.entry("PutAccountPolicy", "AWS::Logs::AccountPolicy"),
              Map.entry("CreateTrail", "AWS::CloudTrail::Trail"),
              Map.entry("PutEventSelectors", "AWS::CloudTrail::Trail"),
              Map.entry("PutRule", "AWS::Events::Rule"),
              Map.entry("PutTargets", "AWS::Events::Rule"),
              Map.entry("AddPermission", "AWS::Lambda::Permission"),
              Map.entry("CreateKey", "AWS::KMS::Key")));

  /**
   * What a JSON text holds.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Newer of(Json json) {
    Map<String, Json> members = json.asMembers().orElse(Map.of());
    Map<String, Json> schemas = new LinkedHashMap<>();
    Map<String, AttributeTree> attributes = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    String type = get(json, "typeName").flatMap(Json::asText).orElse("");
    if (members.containsKey("provider_schemas")) {
      get(json, "provider_schemas").stream()
          .flatMap(providers -> providers.children().stream())
          .flatMap(provider -> get(provider, "resource_schemas").stream())
          .flatMap(types -> types.asMembers().stream())
          .forEach(
              types ->
                  types.forEach(
                      (name, one) ->
                          attributes.put(
                              name, ProviderSchema.block(get(one, "block").orElse(one)))));
      names.addAll(attributes.keySet());
    } else if (members.containsKey("operations") && members.containsKey("shapes")) {
      MAKES.forEach(
          (operation, made) ->
              ApiModel.input(json, operation)
                  .ifPresent(schema -> schemas.merge(made, schema, ApiModel::both)));
    } else if (!type.isEmpty()) {
      schemas.put(type, json);
      names.add(type);
    } else {
      members.forEach(
          (name, one) -> {
            if (name.contains("::")) {
              schemas.put(name, one);
            } else if (name.startsWith("aws")) {
              attributes.put(name, AttributeTree.ofProvider(one));
            }
          });
      names.addAll(schemas.keySet());
      names.addAll(attributes.keySet());
    }
    if (schemas.isEmpty() && attributes.isEmpty()) {
      throw new IllegalArgumentException(
          "neither a schema of the registry, nor of a provider, nor a model of an API of the"
              + " chain");
    }
    return new Newer(schemas, attributes, names);
  }

  private static Optional<Json> get(Json of, String name) {
    return of.asMembers().map(members -> members.get(name));
  }

  /** Blocks and attributes as {@code terraform providers schema -json} writes them. */
  private static final class ProviderSchema {
    static AttributeTree block(Json block) {
      Map<String, AttributeTree> members = new LinkedHashMap<>();
      get(block, "attributes")
          .flatMap(Json::asMembers)
          .ifPresent(all -> all.forEach((name, one) -> members.put(name, attribute(one))));
      get(block, "block_types")
          .flatMap(Json::asMembers)
          .ifPresent(
              all ->
                  all.forEach(
                      (name, one) -> members.put(name, block(get(one, "block").orElse(one)))));
      return new AttributeTree(members, false);
    }

    private static AttributeTree attribute(Json attribute) {
      boolean told =
          is(attribute, "computed") && !is(attribute, "optional") && !is(attribute, "required");
      Json nested = get(attribute, "nested_type").orElse(null);
      AttributeTree inner =
          nested != null
              ? block(nested)
              : get(attribute, "type").map(ProviderSchema::type).orElseThrow();
      return new AttributeTree(inner.members(), told);
    }

    /** A type is a word, or a list of a word and what it is made of. */
    private static AttributeTree type(Json type) {
      Map<String, AttributeTree> members = new LinkedHashMap<>();
      List<Json> parts = type.kind() == Json.Kind.ARRAY ? type.children() : List.of();
      String word = parts.isEmpty() ? "" : parts.get(0).asText().orElse("");
      if (word.equals("object")) {
        parts
            .get(1)
            .asMembers()
            .ifPresent(all -> all.forEach((name, one) -> members.put(name, type(one))));
      } else if (word.equals("list") || word.equals("set")) {
        return type(parts.get(1));
      }
      return new AttributeTree(members, false);
    }

    private static boolean is(Json attribute, String what) {
      return get(attribute, what).filter(one -> one.kind() == Json.Kind.TRUE).isPresent();
    }
  }
}
