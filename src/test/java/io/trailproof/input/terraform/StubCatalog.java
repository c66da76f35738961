package io.trailproof.input.terraform;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalog that hands the properties over as they came. */
final class StubCatalog {
  private static final Map<String, String> NAMED = Map.of("name", "name", "id", "name");
  private static final Map<String, String> ARN_AND_NAME =
      Map.of("arn", "arn", "name", "name", "id", "name");
  private static final Map<String, String> ARN = Map.of("arn", "arn", "id", "arn", "name", "name");

  private StubCatalog() {}

  static Catalog catalog() {
    List<ResourceType> types = new ArrayList<>();
    types.add(type("aws_cloudtrail", "arn", Map.of("arn", "arn", "id", "arn", "name", "name")));
    types.add(type("aws_cloudwatch_log_group", "", ARN_AND_NAME));
    types.add(
        type(
            "aws_cloudwatch_log_metric_filter",
            "name",
            Map.of("id", "name", "name", "name", "metric_transformation[0].name", "metricName")));
    types.add(
        type(
            "aws_cloudwatch_metric_alarm",
            "arn",
            Map.of("arn", "arn", "id", "name", "alarm_name", "name")));
    types.add(
        type(
            "aws_cloudwatch_composite_alarm",
            "arn",
            Map.of("arn", "arn", "id", "name", "alarm_name", "name")));
    types.add(type("aws_sns_topic", "arn", ARN));
    types.add(type("aws_sns_topic_subscription", "arn", Map.of("arn", "arn", "id", "arn")));
    types.add(type("aws_sns_topic_policy", "", Map.of()));
    types.add(type("aws_iam_role", "", ARN_AND_NAME));
    types.add(type("aws_iam_role_policy", "", NAMED));
    types.add(type("aws_iam_policy", "", Map.of("arn", "arn", "policy", "policy")));
    types.add(type("aws_iam_role_policy_attachment", "", Map.of()));
    types.add(type("aws_kms_key", "arn", Map.of("arn", "arn", "key_id", "keyId", "id", "keyId")));
    types.add(type("aws_kms_alias", "", ARN_AND_NAME));
    return new Catalog(types);
  }

  private static ResourceType type(String spelling, String lost, Map<String, String> attributes) {
    return new Type(spelling, lost, attributes);
  }

  private record Type(String name, String lost, Map<String, String> attributes)
      implements ResourceType, Binding {
    private static final Set<String> LISTS =
        Set.of(
            "alarm_actions",
            "ok_actions",
            "insufficient_data_actions",
            "event_selector",
            "advanced_event_selector",
            "metric_query",
            "metric_transformation",
            "inline_policy",
            "managed_policy_arns");

    @Override
    public String title() {
      return name;
    }

    @Override
    public List<Binding> bindings() {
      return List.of(this);
    }

    @Override
    public Dialect dialect() {
      return Dialect.TERRAFORM;
    }

    @Override
    public String spelling() {
      return name;
    }

    @Override
    public ResourceType type() {
      return this;
    }

    @Override
    public Optional<String> attribute(String path) {
      return Optional.ofNullable(attributes.get(path));
    }

    @Override
    public Optional<String> onlyUnknownAttribute() {
      return lost.isEmpty() ? Optional.empty() : Optional.of(lost);
    }

    @Override
    public boolean isList(String path) {
      return LISTS.contains(path);
    }

    @Override
    public List<Resource> resources(
        ResourceId id, Value.Fields raw, Place place, Existence existence, @Nullable Span span) {
      return List.of(
          new Resource(id, name, Dialect.TERRAFORM, existence, place, raw.fields(), span));
    }
  }
}
