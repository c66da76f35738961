package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F77: an alarm takes five actions; of a set known only after apply a plan shows what it names. */
final class ActionsCountTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "aws_sns_topic.security_alerts";
  private static final String ALARM = "aws_cloudwatch_metric_alarm.iam_policy_changes";
  private static final String COUNT = "alarm-actions-count";

  @TempDir Path folder;

  @Test
  void fiveTopicsFit() throws IOException {
    assertEquals("pass", referring(topics(5)).verdict());
  }

  /** A function may take fewer of them, and a constant that makes it so leaves no trace. */
  @Test
  void whetherSixTopicsAreAllActionsIsNotTold() throws IOException {
    Checked checked = referring(topics(6));
    assertEquals("unknown", checked.verdict());
    assertEquals(List.of(COUNT), checked.findings());
    assertTrue(
        checked
            .messages()
            .get(0)
            .contains("`alarm_actions` of `" + ALARM + "` may hold more than five"),
        checked.text());
  }

  @Test
  void sixTopicsOfWhichAConditionChoosesMayBeTooMany() throws IOException {
    List<String> references = topics(6);
    references.add("var.quiet");
    Checked checked = referring(references);
    assertEquals("unknown", checked.verdict());
    assertTrue(checked.findings().contains(COUNT), checked.text());
  }

  @Test
  void fiveTopicsOfWhichAConditionChoosesFit() throws IOException {
    List<String> references = topics(5);
    references.add("var.quiet");
    assertFalse(referring(references).findings().contains(COUNT));
  }

  @Test
  void oneTopicByTwoAttributesIsOneAction() throws IOException {
    List<String> references = topics(5);
    references.add("aws_sns_topic.t1.id");
    assertEquals("pass", referring(references).verdict());
  }

  @Test
  void somethingElseBesideFiveTopicsMayBeTheSixth() throws IOException {
    List<String> references = topics(5);
    references.add("pagerduty_thing.x.arn");
    assertEquals(List.of(COUNT), referring(references).findings());
  }

  @Test
  void sixKnownActionsAreTooMany() throws IOException {
    Checked checked = known(6);
    assertEquals("fail", checked.verdict());
    assertTrue(checked.findings().contains(COUNT), checked.text());
    assertFalse(known(5).findings().contains(COUNT));
  }

  /** References to so many topics, the first of which has the subscriber. */
  private static List<String> topics(int count) {
    List<String> references = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(i -> references.add((i == 0 ? TOPIC : "aws_sns_topic.t" + i) + ".arn"));
    return references;
  }

  private Checked referring(List<String> references) throws IOException {
    JsonNode plan = plan();
    for (int i = 1; i < 6; i++) {
      addTopic(plan, "t" + i);
    }
    ArrayNode list = JSON.createArrayNode();
    references.forEach(list::add);
    ((ObjectNode) named(plan.at("/configuration/root_module/resources"), ALARM).get("expressions"))
        .set("alarm_actions", JSON.createObjectNode().set("references", list));
    return check(plan);
  }

  private Checked known(int count) throws IOException {
    JsonNode plan = plan();
    ArrayNode arns = JSON.createArrayNode();
    IntStream.range(0, count).forEach(i -> arns.add("arn:aws:sns:us-east-1:111122223333:t" + i));
    ObjectNode change = (ObjectNode) named(plan.get("resource_changes"), ALARM).get("change");
    ((ObjectNode) change.get("after")).set("alarm_actions", arns);
    ((ObjectNode) change.get("after_unknown")).remove("alarm_actions");
    ((ObjectNode) named(plan.at("/planned_values/root_module/resources"), ALARM).get("values"))
        .set("alarm_actions", arns);
    return check(plan);
  }

  private static void addTopic(JsonNode plan, String name) {
    for (String list :
        List.of(
            "/planned_values/root_module/resources",
            "/resource_changes",
            "/configuration/root_module/resources")) {
      ObjectNode copy = named(plan.at(list), TOPIC).deepCopy();
      copy.put("address", "aws_sns_topic." + name).put("name", name);
      for (String named : List.of("/values", "/change/after")) {
        if (copy.at(named) instanceof ObjectNode values) {
          values.put("name", name);
        }
      }
      ((ArrayNode) plan.at(list)).add(copy);
    }
  }

  private static JsonNode named(JsonNode list, String address) {
    for (JsonNode one : list) {
      if (one.get("address").asText().equals(address)) {
        return one;
      }
    }
    throw new AssertionError("no " + address);
  }

  private static JsonNode plan() throws IOException {
    return JSON.readTree(Path.of("fixtures/terraform/compliant/plan.json").toFile());
  }

  private Checked check(JsonNode plan) throws IOException {
    return Checked.of(
        Files.write(folder.resolve("plan.json"), JSON.writeValueAsBytes(plan)).toString());
  }
}
