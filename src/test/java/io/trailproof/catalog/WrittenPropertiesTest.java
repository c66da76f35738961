package io.trailproof.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is written of canonical properties is read as these. */
final class WrittenPropertiesTest {
  private static final Catalog CATALOG = BundledCatalog.read();
  private static final Place PLACE =
      new Place(
          Value.text("eu-west-1", Origin.NOWHERE), Value.text("111122223333", Origin.NOWHERE));

  private static Value sample(Property property) {
    return switch (property.kind()) {
      case STRING -> Value.text("some-text", Origin.NOWHERE);
      case NUMBER -> Value.number(BigDecimal.valueOf(7), Origin.NOWHERE);
      case BOOLEAN -> Value.flag(true, Origin.NOWHERE);
      case LIST ->
          new Value.Items(
              List.of(
                  property.items().isEmpty()
                      ? Value.text("item", Origin.NOWHERE)
                      : new Value.Fields(samples(property.items()), Origin.NOWHERE)),
              Origin.NOWHERE);
      case MAP, POLICY ->
          new Value.Fields(Map.of("key", Value.text("v", Origin.NOWHERE)), Origin.NOWHERE);
    };
  }

  private static Map<String, Value> samples(List<Property> properties) {
    Map<String, Value> samples = new LinkedHashMap<>();
    properties.forEach(one -> samples.put(one.name(), sample(one)));
    return samples;
  }

  /** Those that share their place with no other property, and are no map of pairs. */
  private static boolean standsAlone(Property property, ResourceType type, Binding binding) {
    return property
        .spelling(binding.dialect(), binding.spelling())
        .filter(own -> own.pairs().isEmpty())
        .filter(
            own ->
                type.properties().stream()
                    .filter(other -> !other.equals(property))
                    .flatMap(
                        other -> other.spelling(binding.dialect(), binding.spelling()).stream())
                    .noneMatch(other -> other.path().root().equals(own.path().root())))
        .isPresent();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    int count = 0;
    for (ResourceType type : CATALOG.types()) {
      for (Binding binding : type.bindings()) {
        for (Property property : type.properties()) {
          if (binding.dialect() != Dialect.CANONICAL && standsAlone(property, type, binding)) {
            Map<String, Value> one = Map.of(property.name(), sample(property));
            Resource read =
                binding
                    .resources(
                        new ResourceId("t", "x"),
                        binding.written(one),
                        PLACE,
                        Existence.MANAGED,
                        null)
                    .get(0);
            if (property.items().isEmpty()) {
              assertEquals(
                  one.get(property.name()),
                  read.property(property.name()),
                  binding.spelling() + " " + property.name());
              count++;
            }
          }
        }
      }
    }
    assertTrue(count > 400, "count " + count);
  }

  @Test
  void propertiesOfOneObjectAreWrittenIntoIt() {
    Binding filter = CATALOG.terraform("aws_cloudwatch_log_metric_filter").orElseThrow();
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("metricName", Value.text("m", Origin.NOWHERE));
    properties.put("namespace", Value.text("n", Origin.NOWHERE));
    Value.Items blocks =
        (Value.Items)
            Objects.requireNonNull(
                filter.written(properties).fields().get("metric_transformation"));
    assertEquals(
        List.of("name", "namespace"),
        List.copyOf(((Value.Fields) blocks.items().get(0)).fields().keySet()));
  }

  @Test
  void aReferenceIsWrittenAsItIsRead() {
    for (ResourceType type : CATALOG.types()) {
      for (Binding binding : type.bindings()) {
        for (String attribute : List.of("arn", "name")) {
          binding
              .referring(attribute)
              .ifPresent(
                  path -> assertEquals(attribute, binding.attribute(path).orElseThrow(), path));
        }
      }
    }
  }
}
