package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of {@code .tf.json} files. */
final class TerraformJsonEditorTest {
  private static final String FILE = "main.tf.json";
  private static final String ALARM = "aws_cloudwatch_metric_alarm.a";

  private EditedModule module;

  @BeforeEach
  void inAFolder(@TempDir Path folder) {
    module = new EditedModule(folder);
  }

  private static String alarm(String members) {
    return """
    {
      "resource": {
        "aws_cloudwatch_metric_alarm": {
          "a": {
            %s
          }
        }
      }
    }
    """
        .formatted(members);
  }

  private EditedModule with(String members, Object... properties) throws Exception {
    return module.file(FILE, alarm(members)).has(FILE, ALARM, properties);
  }

  @Test
  void aValueGivesWay() throws Exception {
    with("\"threshold\": 100,\n        \"period\": 300", "threshold", 100)
        .set(ALARM, "threshold", 1);
    assertEquals(alarm("\"threshold\": 1,\n        \"period\": 300"), module.edited(FILE));
  }

  @Test
  void aMemberMoreStandsBehindTheLast() throws Exception {
    with("\"threshold\": 1").set(ALARM, "unit", "Count").set(ALARM, "actions", List.of("${a}"));
    assertEquals(
        alarm(
            "\"threshold\": 1,\n        \"unit\": \"Count\",\n"
                + "        \"alarm_actions\": [\"$${a}\"]"),
        module.edited(FILE));
  }

  @Test
  void aMemberGoesWithItsComma() throws Exception {
    with("\"unit\": \"Count\",\n        \"period\": 300", "unit", "Count").unset(ALARM, "unit");
    assertEquals(alarm("\"period\": 300"), module.edited(FILE));
  }

  @Test
  void theLastMemberGoesWithTheCommaBefore() throws Exception {
    with("\"period\": 300,\n        \"unit\": \"Count\"", "unit", "Count").unset(ALARM, "unit");
    assertEquals(alarm("\"period\": 300"), module.edited(FILE));
  }

  @Test
  void whatIsNestedIsEditedWhereItStands() throws Exception {
    String text =
        """
        {"resource": {"aws_cloudwatch_log_metric_filter": {"f": {
          "metric_transformation": [{"value": "0"}]
        }}}}
        """;
    String filter = "aws_cloudwatch_log_metric_filter.f";
    module.file(FILE, text).has(FILE, filter, "value", "0").set(filter, "value", "1");
    assertEquals(text.replace("\"0\"", "\"1\""), module.edited(FILE));
  }

  @Test
  void aListGetsOneMoreThatIsAdded() throws Exception {
    with("\"alarm_actions\": [\"arn:a\"]", "actions", List.of("arn:a"))
        .topic("aws_sns_topic.n", ALARM)
        .set(ALARM, "actions", List.of("arn:a", EditedModule.arn("aws_sns_topic.n")));
    assertEquals(
        """
        {
          "resource": {
            "aws_cloudwatch_metric_alarm": {
              "a": {
                "alarm_actions": ["arn:a", "${aws_sns_topic.n.arn}"]
              }
            },
            "aws_sns_topic": {
              "n": {
                "name": "topic"
              }
            }
          }
        }
        """,
        module.edited(FILE));
  }

  @Test
  void whatIsAddedStandsAmongItsOwnAndHasItsProvider() throws Exception {
    with("\"provider\": \"aws.west\"")
        .add("aws_cloudwatch_metric_alarm.b", "aws.cloudwatch.Alarm", ALARM, "threshold", 1);
    assertEquals(
        """
        {
          "resource": {
            "aws_cloudwatch_metric_alarm": {
              "a": {
                "provider": "aws.west"
              },
              "b": {
                "provider": "aws.west",
                "threshold": 1
              }
            }
          }
        }
        """,
        module.edited(FILE));
  }

  @Test
  void aPolicyIsOneText() throws Exception {
    with("\"threshold\": 1")
        .topic("aws_sns_topic.n", ALARM)
        .add(
            "aws_sns_topic_policy.p",
            "aws.sns.TopicPolicy",
            ALARM,
            "policy",
            Map.of("Resource", EditedModule.arn("aws_sns_topic.n")));
    String edited = module.edited(FILE);
    assertTrue(
        edited.contains("\"policy\": \"{\\\"Resource\\\":\\\"${aws_sns_topic.n.arn}\\\"}\""),
        edited);
  }

  @Test
  void whatTheFileAndThePlanSayDifferentlyIsLeft() throws Exception {
    with("\"threshold\": 7", "threshold", 100).set(ALARM, "threshold", 1);
    assertEquals("the file says `7`, the plan `100`: make the plan again", module.refused());
  }
}
