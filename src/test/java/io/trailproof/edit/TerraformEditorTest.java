package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of {@code .tf} files, byte for byte the same around them. */
final class TerraformEditorTest {
  private static final String ALARM = "aws_cloudwatch_metric_alarm.a";
  private static final String FILTER = "aws_cloudwatch_log_metric_filter.f";
  private static final String TRAIL = "aws_cloudtrail.t";

  private EditedModule module;

  @BeforeEach
  void inAFolder(@TempDir Path folder) {
    module = new EditedModule(folder);
  }

  /** A file that is one block, and the same with other lines in it. */
  private static String alarm(String body) {
    return "# Alarms\nresource \"aws_cloudwatch_metric_alarm\" \"a\" {\n" + body + "}\n";
  }

  @Test
  void aLiteralGivesWayAndWhatIsAroundItStays() throws Exception {
    module.file("main.tf", alarm("  threshold = 100 # too much\n  period    = 300\n"));
    module.has("main.tf", ALARM, "threshold", 100).set(ALARM, "threshold", 1);
    assertEquals(
        alarm("  threshold = 1 # too much\n  period    = 300\n"), module.edited("main.tf"));
  }

  @Test
  void commentsBelowEachOtherStaySo() throws Exception {
    module.file("main.tf", alarm("  threshold = 100 # too much\n  period    = 60  # a minute\n"));
    module.has("main.tf", ALARM, "threshold", 100).set(ALARM, "threshold", 1);
    assertEquals(
        alarm("  threshold = 1  # too much\n  period    = 60 # a minute\n"),
        module.edited("main.tf"));
  }

  @Test
  void anExpressionGivesWayToo() throws Exception {
    module.file("main.tf", alarm("  threshold = \"${var.a + max(1, 2)}\"\n"));
    module.has("main.tf", ALARM, "threshold", 100).set(ALARM, "threshold", 1);
    assertEquals(alarm("  threshold = 1\n"), module.edited("main.tf"));
  }

  @Test
  void whatIsNotThereIsPutBelowAndAligned() throws Exception {
    module.file("main.tf", alarm("  alarm_name = \"x\"\n  tags = {\n    a = 1\n  }\n"));
    module.has("main.tf", ALARM).set(ALARM, "threshold", 1);
    assertEquals(
        alarm("  alarm_name = \"x\"\n  threshold  = 1\n  tags = {\n    a = 1\n  }\n"),
        module.edited("main.tf"));
  }

  @Test
  void aLongerNameMovesTheSignsOfItsNeighbours() throws Exception {
    module.file(
        "main.tf", alarm("  alarm_name = \"x\"\n  period     = 300\n\n  unit = \"Count\"\n"));
    module.has("main.tf", ALARM).set(ALARM, "actionsEnabled", true);
    assertEquals(
        alarm(
            """
              alarm_name = "x"
              period     = 300

              unit            = "Count"
              actions_enabled = true
            """),
        module.edited("main.tf"));
  }

  @Test
  void aBlockOfOneLineGetsSeveral() throws Exception {
    module.file("main.tf", "resource \"aws_cloudtrail\" \"t\" { name = \"t\" }\n");
    module.has("main.tf", TRAIL).set(TRAIL, "logging", true);
    assertEquals(
        "resource \"aws_cloudtrail\" \"t\" {\n  name = \"t\"\n  enable_logging = true\n}\n"
            .replace("name = ", "name           = "),
        module.edited("main.tf"));
  }

  @Test
  void aBlockOfOneLineMayLoseAllItHas() throws Exception {
    module.file("main.tf", "resource \"aws_cloudtrail\" \"t\" { kms_key_id = \"k\" }\n");
    module.has("main.tf", TRAIL, "kmsKey", "k").unset(TRAIL, "kmsKey");
    assertEquals("resource \"aws_cloudtrail\" \"t\" {}\n", module.edited("main.tf"));
  }

  @Test
  void whatIsAnObjectOfCloudControlIsNoBlock() throws Exception {
    String text =
        """
        resource "awscc_logs_metric_filter" "f" {
          metric_transformations = [{
            metric_value = "0"
          }]
        }
        """;
    String filter = "awscc_logs_metric_filter.f";
    module.file("main.tf", text).has("main.tf", filter, "value", "0").set(filter, "value", "1");
    assertEquals(text.replace("\"0\"", "\"1\""), module.edited("main.tf"));
  }

  @Test
  void whatIsIndentedOtherwiseStaysSo() throws Exception {
    module.file("main.tf", alarm("\tperiod=300\n"));
    module.has("main.tf", ALARM).set(ALARM, "threshold", 1);
    assertEquals(alarm("\tperiod=300\n\tthreshold = 1\n"), module.edited("main.tf"));
  }

  @Test
  void aNestedBlockIsEditedWhereItStands() throws Exception {
    String text =
        """
        resource "aws_cloudwatch_log_metric_filter" "f" {
          pattern = "x"

          metric_transformation {
            name  = "a"
            value = "0"
          }
        }
        """;
    module.file("main.tf", text);
    module.has("main.tf", FILTER, "value", "0").set(FILTER, "value", "1");
    assertEquals(text.replace("\"0\"", "\"1\""), module.edited("main.tf"));
  }

  @Test
  void aNestedBlockMoreStandsBehindTheOthers() throws Exception {
    module.file(
        "main.tf",
        """
        resource "aws_cloudtrail" "t" {
          name = "t"

          event_selector {
            read_write_type = "ReadOnly"
          }

          depends_on = [aws_s3_bucket.b]
        }
        """);
    module
        .has("main.tf", TRAIL, "eventSelectors", List.of(Map.of("readWriteType", "ReadOnly")))
        .set(
            TRAIL,
            "eventSelectors",
            List.of(Map.of("readWriteType", "ReadOnly"), Map.of("readWriteType", "All")));
    assertEquals(
        """
        resource "aws_cloudtrail" "t" {
          name = "t"

          event_selector {
            read_write_type = "ReadOnly"
          }

          event_selector {
            read_write_type = "All"
          }

          depends_on = [aws_s3_bucket.b]
        }
        """,
        module.edited("main.tf"));
  }

  @Test
  void whatIsLeftOutGoesWithItsLine() throws Exception {
    module.file(
        "main.tf",
        alarm(
            """
              period             = 300
              extended_statistic = "p9" # no
              unit               = "Count"
            """));
    module
        .has("main.tf", ALARM, "extendedStatistic", "p9", "unit", "Count")
        .unset(ALARM, "extendedStatistic");
    assertEquals(alarm("  period = 300\n  unit   = \"Count\"\n"), module.edited("main.tf"));
  }

  @Test
  void aNestedBlockGoesWithTheBlankLineBeforeIt() throws Exception {
    module.file(
        "main.tf",
        "resource \"aws_cloudtrail\" \"t\" {\n  name = \"t\"\n\n  event_selector {\n  }\n}\n");
    module
        .has("main.tf", TRAIL, "eventSelectors", List.of(Map.of("readWriteType", "All")))
        .unset(TRAIL, "eventSelectors");
    assertEquals(
        "resource \"aws_cloudtrail\" \"t\" {\n  name = \"t\"\n}\n", module.edited("main.tf"));
  }

  @Test
  void aListGetsOneMore() throws Exception {
    module.file("main.tf", alarm("  alarm_actions = [aws_sns_topic.o.arn] # all\n"));
    module.file("topic.tf", "resource \"aws_sns_topic\" \"o\" {\n}\n");
    module
        .has("topic.tf", "aws_sns_topic.o")
        .has("main.tf", ALARM, "actions", List.of(EditedModule.arn("aws_sns_topic.o")))
        .topic("aws_sns_topic.n", ALARM)
        .set(
            ALARM,
            "actions",
            List.of(EditedModule.arn("aws_sns_topic.o"), EditedModule.arn("aws_sns_topic.n")));
    assertEquals(
        alarm("  alarm_actions = [aws_sns_topic.o.arn, aws_sns_topic.n.arn] # all\n")
            + "\nresource \"aws_sns_topic\" \"n\" {\n  name = \"topic\"\n}\n",
        module.edited("main.tf"));
  }

  @Test
  void aListOfSeveralLinesGetsOneMore() throws Exception {
    module.file("main.tf", alarm("  alarm_actions = [\n    \"arn:a\", # one\n  ]\n"));
    module
        .has("main.tf", ALARM, "actions", List.of("arn:a"))
        .set(ALARM, "actions", List.of("arn:a", "arn:b"));
    assertEquals(
        alarm("  alarm_actions = [\n    \"arn:a\", # one\n    \"arn:b\",\n  ]\n"),
        module.edited("main.tf"));
  }

  @Test
  void aListThatIsMadeElsewhereIsJoined() throws Exception {
    module.file("main.tf", alarm("  alarm_actions = var.actions\n"));
    module
        .has("main.tf", ALARM, "actions", List.of("arn:a"))
        .set(ALARM, "actions", List.of("arn:a", "arn:b"));
    assertEquals(
        alarm("  alarm_actions = concat(var.actions, [\"arn:b\"])\n"), module.edited("main.tf"));
  }

  @Test
  void aSetThatIsMadeElsewhereStaysOne() throws Exception {
    module.file("main.tf", alarm("  alarm_actions = var.actions\n"));
    module.file("variables.tf", "variable \"actions\" {\n  type = set(string)\n}\n");
    module
        .has("main.tf", ALARM, "actions", List.of("arn:a"))
        .set(ALARM, "actions", List.of("arn:a", "arn:b"));
    assertEquals(
        alarm("  alarm_actions = setunion(var.actions, [\"arn:b\"])\n"), module.edited("main.tf"));
  }

  @Test
  void whatIsSensitiveIsWrittenIntoNoFile() throws Exception {
    module.file("main.tf", alarm("  namespace = \"a\"\n"));
    module
        .has("main.tf", ALARM, "namespace", "a")
        .has(
            "main.tf",
            ALARM + "[1]",
            "namespace",
            Value.text("hidden-one", Origin.NOWHERE.hidden()))
        .set(ALARM, "namespace", "hidden-one");
    assertEquals("a part of its value is marked as sensitive", module.refused());
  }

  @Test
  void lineBreaksOfWindowsStay() throws Exception {
    module.file("main.tf", alarm("  period = 300\n").replace("\n", "\r\n"));
    module.has("main.tf", ALARM).set(ALARM, "unit", "Count").topic("aws_sns_topic.n", ALARM);
    assertEquals(
        (alarm("  period = 300\n  unit   = \"Count\"\n")
                + "\nresource \"aws_sns_topic\" \"n\" {\n  name = \"topic\"\n}\n")
            .replace("\n", "\r\n"),
        module.edited("main.tf"));
  }

  @Test
  void aFileMayEndWithoutALineBreak() throws Exception {
    String text = alarm("  period = 300\n").stripTrailing();
    module.file("main.tf", text);
    module.has("main.tf", ALARM).topic("aws_sns_topic.n", ALARM);
    assertEquals(
        text + "\n\nresource \"aws_sns_topic\" \"n\" {\n  name = \"topic\"\n}\n",
        module.edited("main.tf"));
  }

  @Test
  void aHeredocGivesWayWhole() throws Exception {
    module.file(
        "main.tf",
        """
        resource "aws_cloudwatch_log_metric_filter" "f" {
          pattern = <<-EOT
            { $.eventName = "A" }
          EOT
          name    = "f"
        }
        """);
    module.has("main.tf", FILTER, "pattern", "x").set(FILTER, "pattern", "{ $.eventName = B }");
    assertEquals(
        """
        resource "aws_cloudwatch_log_metric_filter" "f" {
          pattern = "{ $.eventName = B }"
          name    = "f"
        }
        """,
        module.edited("main.tf"));
  }

  @Test
  void whatIsAddedHasTheProviderOfWhatItStandsBeside() throws Exception {
    module.file("main.tf", alarm("  provider = aws.west\n"));
    module.has("main.tf", ALARM).topic("aws_sns_topic.n", ALARM);
    assertTrue(
        module
            .edited("main.tf")
            .endsWith(
                """
                }

                resource "aws_sns_topic" "n" {
                  provider = aws.west
                  name     = "topic"
                }
                """));
  }

  @Test
  void whatIsAddedRefersToWhatIsAddedAndToAnInstance() throws Exception {
    module.file("main.tf", alarm("  count = 1\n"));
    module
        .has("main.tf", ALARM + "[0]")
        .add(
            "aws_sns_topic_subscription.s",
            "aws.sns.Subscription",
            ALARM + "[0]",
            "topic",
            EditedModule.arn("aws_sns_topic.n"))
        .topic("aws_sns_topic.n", ALARM + "[0]")
        .set(ALARM + "[0]", "actions", List.of(EditedModule.arn("aws_sns_topic.n")));
    String edited = module.edited("main.tf");
    assertTrue(edited.contains("  topic_arn = aws_sns_topic.n.arn\n"), edited);
    assertTrue(edited.contains("  alarm_actions = [aws_sns_topic.n.arn]\n"), edited);
  }

  @Test
  void namesAreTakenBySourcesThatMakeNothing() throws Exception {
    module.file("main.tf", alarm("  threshold = 1\n"));
    module.file("more.tf", "resource \"aws_sns_topic\" \"n\" {\n  count = 0\n}\n");
    module
        .has("main.tf", ALARM)
        .topic("aws_sns_topic.n", ALARM)
        .set(ALARM, "actions", List.of(EditedModule.arn("aws_sns_topic.n")));
    String edited = module.edited("main.tf");
    assertTrue(edited.contains("resource \"aws_sns_topic\" \"n_2\" {"), edited);
    assertTrue(edited.contains("[aws_sns_topic.n_2.arn]"), edited);
  }

  @Test
  void anOverrideFileIsEditedWhereItDecides() throws Exception {
    module.file("main.tf", alarm("  threshold = 50\n"));
    module.file("x_override.tf", alarm("  threshold = 100\n"));
    module.has("main.tf", ALARM, "threshold", 100).set(ALARM, "threshold", 1);
    assertEquals(alarm("  threshold = 50\n"), module.edited("main.tf"));
    assertEquals(alarm("  threshold = 1\n"), module.edited("x_override.tf"));
  }

  @Test
  void aFileThatSaysSomethingElseThanThePlanIsLeft() throws Exception {
    module.file("main.tf", alarm("  threshold = 7\n"));
    module.has("main.tf", ALARM, "threshold", 100).set(ALARM, "threshold", 1);
    assertEquals("the file says `7`, the plan `100`: make the plan again", module.refused());
  }

  @Test
  void whatIsIgnoredIsLeft() throws Exception {
    module.file(
        "main.tf",
        alarm("  threshold = 100\n\n  lifecycle {\n    ignore_changes = [threshold]\n  }\n"));
    module.has("main.tf", ALARM, "threshold", 100).set(ALARM, "threshold", 1);
    assertEquals("`ignore_changes` of its `lifecycle` leaves it as it is", module.refused());
  }

  @Test
  void whatADynamicBlockMakesIsLeft() throws Exception {
    module.file(
        "main.tf",
        """
        resource "aws_cloudwatch_log_metric_filter" "f" {
          dynamic "metric_transformation" {
            for_each = var.all
            content {
              value = "0"
            }
          }
        }
        """);
    module.has("main.tf", FILTER, "value", "0").set(FILTER, "value", "1");
    assertEquals("`metric_transformation` of it is a dynamic block", module.refused());
  }
}
