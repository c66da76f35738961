package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first law of verdicts for names: a parameter that names a resource may be given the very name
 * of another of its type, which AWS then takes for the same object.
 */
final class NameLawProperties {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PARAMETER = "LawParameter";

  /** What names a resource, by its type. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("AWS::CloudTrail::Trail", "TrailName"),
          Map.entry("AWS::CloudWatch::Alarm", "AlarmName"),
          Map.entry("AWS::CloudWatch::CompositeAlarm", "AlarmName"),
          Map.entry("AWS::CloudWatch::LogAlarm", "AlarmName"),
          Map.entry("AWS::Events::Rule", "Name"),
          Map.entry("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
          Map.entry("AWS::IAM::Policy", "PolicyName"),
          Map.entry("AWS::IAM::Role", "RoleName"),
          Map.entry("AWS::KMS::Alias", "AliasName"),
          Map.entry("AWS::Lambda::Function", "FunctionName"),
          Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
          Map.entry("AWS::Logs::MetricFilter", "FilterName"),
          Map.entry("AWS::SNS::Topic", "TopicName"));

  /** A twin of a resource takes its name, so that there is a pair where a template has one. */
  private static final String TWIN = "TheTwin";

  /** How many resources of a template get one. */
  private static final int SOME = 2;

  /** How many whole chains are tried for certain, whatever the sample holds. */
  private static final int WHOLE = 4;

  /** What a twin does otherwise, so that it matters which of the two there is. */
  private static final Map<String, String> DIFFERENT =
      Map.of("FilterPattern", "{ $.eventName = Nothing }", "MetricName", "OfATwin");

  @TempDir Path folder;

  /** Two resources of one name space. */
  private record Pair(String named, String other) {}

  @Test
  void aParameterMayGiveTheNameOfAnother() throws IOException {
    Random random = new Random(29);
    List<String> broken = new ArrayList<>();
    int passed = 0;
    int fell = 0;
    List<TemplateLawProperties.Input> inputs = TemplateLawProperties.inputs(random);
    inputs.addAll(TemplateLawProperties.proven(WHOLE, random));
    for (TemplateLawProperties.Input input : inputs) {
      List<ObjectNode> templates = new ArrayList<>(List.of(input.copy()));
      twins(input, random).forEach(templates::add);
      for (ObjectNode template : templates) {
        for (Pair pair : pairs(template)) {
          ObjectNode two = template.deepCopy();
          ObjectNode resources = (ObjectNode) two.get("Resources");
          String name = name(resources.get(pair.other()));
          rename(resources.get(pair.named()), reference());
          rename(resources.get(pair.other()), JSON.getNodeFactory().textNode(name));
          TemplateLawProperties.parameters(two).putObject(PARAMETER).put("Type", "String");
          Answer open = Answer.of(folder, "template.json", two);
          Answer given =
              Answer.of(folder, "template.json", two, "--parameter", PARAMETER + "=" + name);
          passed += open.events().containsValue("pass") ? 1 : 0;
          fell += open.assumptions().contains("told-apart") ? 1 : 0;
          broken.addAll(TemplateLawProperties.against(input.name() + " " + pair, open, given));
        }
      }
    }
    assertEquals(List.of(), broken, () -> String.join("\n", broken));
    assertTrue(passed > 5, "only " + passed + " passed while the name was open");
    assertTrue(fell > 5, "only " + fell + " rested on names that differ");
  }

  private static JsonNode reference() {
    return JSON.createObjectNode().put("Ref", PARAMETER);
  }

  private static void rename(JsonNode resource, JsonNode name) {
    JsonNode properties = resource.get("Properties");
    ((ObjectNode) properties).set(NAMES.get(resource.get("Type").asText()), name);
  }

  /** The name of a resource, or one that it may have where it has none that is written out. */
  private static String name(JsonNode resource) {
    JsonNode name = resource.get("Properties").path(NAMES.get(resource.get("Type").asText()));
    return name.isTextual() ? name.asText() : "alias/the-name-of-another";
  }

  private static List<Pair> pairs(ObjectNode template) {
    List<Pair> pairs = new ArrayList<>();
    JsonNode resources = template.get("Resources");
    for (String one : named(resources)) {
      for (String other : named(resources)) {
        boolean alike =
            resources.get(one).get("Type").equals(resources.get(other).get("Type"))
                && (!template.path("Resources").has(TWIN)
                    || one.equals(TWIN)
                    || other.equals(TWIN));
        if (alike && !one.equals(other)) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    return pairs;
  }

  private static List<String> named(JsonNode resources) {
    List<String> found = new ArrayList<>();
    resources
        .properties()
        .forEach(
            one -> {
              if (NAMES.containsKey(one.getValue().path("Type").asText())
                  && one.getValue().path("Properties").isObject()) {
                found.add(one.getKey());
              }
            });
    return found;
  }

  /** The same template with a twin of one of its resources, for some of them. */
  private static List<ObjectNode> twins(TemplateLawProperties.Input input, Random random) {
    List<String> named = named(input.template().get("Resources"));
    Collections.shuffle(named, random);
    List<ObjectNode> twins = new ArrayList<>();
    for (String one : named.subList(0, Math.min(named.size(), SOME))) {
      ObjectNode copy = input.copy();
      ObjectNode resources = (ObjectNode) copy.get("Resources");
      JsonNode twin = resources.get(one).deepCopy();
      DIFFERENT.forEach(
          (property, text) -> {
            if (twin.get("Properties").has(property)) {
              ((ObjectNode) twin.get("Properties")).put(property, text);
            }
          });
      resources.set(TWIN, twin);
      twins.add(copy);
    }
    return twins;
  }
}
