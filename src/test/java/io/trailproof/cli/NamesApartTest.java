package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That two resources are not one object for AWS is assumed where one's name is open (F219). */
final class NamesApartTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOOD = Path.of("fixtures/cloudformation/compliant/template.yaml");
  private static final Path PLAN = Path.of("fixtures/terraform/two-alarms-one-name/plan.json");

  @TempDir Path folder;

  @Test
  void parameterAsAName() throws IOException {
    assertEquals("pass told-apart", template("one", "!Ref Name"));
    assertEquals("fail", template("one", "!Ref Name", "--parameter", "Name=one"));
    assertEquals("pass", template("one", "!Ref Name", "--parameter", "Name=two"));
  }

  /** What is known of the names, or that they are made for one alone, tells them apart. */
  @Test
  void namesThatDiffer() throws IOException {
    assertEquals("pass", template("one", "!Sub 'two-${Name}'"));
    assertEquals("pass", template("!Sub '${Name}-one'", "!Sub '${Name}-two'"));
    assertEquals("pass", template("one", "!Ref AWS::NoValue"));
    assertEquals("fail", template("!Ref Name", "!Ref Name"));
  }

  @Test
  void nameKnownOnlyAfterApply() throws IOException {
    assertEquals("unknown", plan(false, false));
    assertEquals("pass told-apart", plan(true, true));
    assertEquals("pass", plan(true, false)); // from a prefix
  }

  private String template(String first, String second, String... more) throws IOException {
    Path file = folder.resolve("template.yaml");
    String good = Files.readString(GOOD);
    Files.writeString(
        file,
        good.replaceFirst("(?m)^Parameters:", "Parameters:\n  Name: { Type: String }")
                .replaceFirst(
                    "(    Type: AWS::Logs::MetricFilter\n    Properties:\n)",
                    "$1      FilterName: " + first.replace("$", "\\$") + "\n")
            + "\n  Second:\n    Type: AWS::Logs::MetricFilter\n    Properties:\n"
            + "      FilterName: "
            + second
            + "\n      LogGroupName: !Ref TrailLogGroup\n"
            + "      FilterPattern: '{ $.eventName = Nothing }'\n"
            + "      MetricTransformations:\n"
            + "        - { MetricName: Other, MetricNamespace: Other, MetricValue: '1' }\n");
    String[] arguments = new String[more.length + 1];
    System.arraycopy(more, 0, arguments, 0, more.length);
    arguments[more.length] = file.toString();
    return said(Checked.of(arguments));
  }

  private String plan(boolean later, boolean written) throws IOException {
    JsonNode plan = JSON.readTree(PLAN.toFile());
    if (later) {
      for (JsonNode one : plan.at("/planned_values/root_module/resources")) {
        if (isSecond(one)) {
          ((ObjectNode) one.get("values")).remove("alarm_name");
        }
      }
      for (JsonNode one : plan.get("resource_changes")) {
        if (isSecond(one)) {
          ((ObjectNode) one.at("/change/after")).remove("alarm_name");
          ((ObjectNode) one.at("/change/after_unknown")).put("alarm_name", true);
        }
      }
      for (JsonNode one : plan.at("/configuration/root_module/resources")) {
        if (isSecond(one)) {
          ObjectNode expressions = (ObjectNode) one.get("expressions");
          expressions.remove("alarm_name");
          if (written) {
            ArrayNode references = expressions.putObject("alarm_name").putArray("references");
            references.add("random_pet.name.id").add("random_pet.name");
          }
        }
      }
    }
    Path file = folder.resolve("plan.json");
    Files.write(file, JSON.writeValueAsBytes(plan));
    return said(Checked.of(file.toString()));
  }

  private static boolean isSecond(JsonNode resource) {
    return resource.get("address").asText().equals("aws_cloudwatch_metric_alarm.b");
  }

  private static String said(Checked checked) {
    boolean apart =
        checked.json().findValues("assumptions").stream()
            .flatMap(list -> list.findValues("code").stream())
            .anyMatch(code -> code.asText().equals("told-apart"));
    return checked.verdict() + (apart ? " told-apart" : "");
  }
}
