package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of blocks that make several resources, and of modules. */
final class SharedBlocksEditTest {
  private static final String ALARM = "aws_cloudwatch_metric_alarm.a";
  private static final String TOPIC = "resource \"aws_sns_topic\" \"t\" {\n}\n";
  private static final String ARN = "\noutput \"arn\" {\n  value = aws_sns_topic.t.arn\n}\n";

  private EditedModule module;

  @BeforeEach
  void inAFolder(@TempDir Path folder) {
    module = new EditedModule(folder);
  }

  private static String alarm(String body) {
    return "resource \"aws_cloudwatch_metric_alarm\" \"a\" {\n" + body + "}\n";
  }

  @Test
  void allInstancesOfABlockAreEditedAtOnce() throws Exception {
    module.file("main.tf", alarm("  count     = 2\n  threshold = 100\n"));
    module.has("main.tf", ALARM + "[0]", "threshold", 100);
    module.has("main.tf", ALARM + "[1]", "threshold", 100);
    module.set(ALARM + "[0]", "threshold", 1).set(ALARM + "[1]", "threshold", 1);
    assertEquals(alarm("  count     = 2\n  threshold = 1\n"), module.edited("main.tf"));
  }

  @Test
  void eachInstanceRefersToItsOwn() throws Exception {
    module.file(
        "main.tf",
        alarm("  for_each = var.all\n")
            + "resource \"aws_sns_topic\" \"t\" {\n  for_each = var.all\n}\n");
    for (String key : List.of("[\"a\"]", "[\"b\"]")) {
      module.has("main.tf", ALARM + key).has("main.tf", "aws_sns_topic.t" + key);
      module.set(ALARM + key, "actions", List.of(EditedModule.arn("aws_sns_topic.t" + key)));
    }
    assertTrue(
        module
            .edited("main.tf")
            .startsWith(
                alarm(
                    """
                      for_each      = var.all
                      alarm_actions = [aws_sns_topic.t[each.key].arn]
                    """)));
  }

  @Test
  void whatIsNotRightForAllInstancesIsLeft() throws Exception {
    module.file("main.tf", alarm("  count     = 2\n  threshold = 100\n"));
    module.has("main.tf", ALARM + "[0]", "threshold", 100);
    module.has("main.tf", ALARM + "[1]", "threshold", 100).set(ALARM + "[0]", "threshold", 1);
    assertEquals(
        "its block makes `" + ALARM + "[1]` too, which is not to change", module.refused());
  }

  @Test
  void aModuleIsEditedInItsFolder() throws Exception {
    module.file("modules/m/main.tf", alarm("  threshold = var.threshold\n"));
    module.in("modules/m/main.tf", "module.m." + ALARM, ALARM, "threshold", 100);
    module
        .set("module.m." + ALARM, "threshold", 1)
        .topic("module.m.aws_sns_topic.n", "module.m." + ALARM);
    assertEquals(
        alarm("  threshold = 1\n")
            + "\nresource \"aws_sns_topic\" \"n\" {\n  name = \"topic\"\n}\n",
        module.edited("modules/m/main.tf"));
  }

  @Test
  void aModuleThatIsCalledTwiceIsNotAddedToForOne() throws Exception {
    module.file("m/main.tf", alarm("  threshold = 1\n"));
    module.in("m/main.tf", "module.a." + ALARM, ALARM).in("m/main.tf", "module.b." + ALARM, ALARM);
    module.topic("module.a.aws_sns_topic.n", "module.a." + ALARM);
    assertEquals(
        "its module is called as `module.b` too, where it is not to be added", module.refused());
  }

  @Test
  void anInputIsSetWhereItsModuleIsCalled() throws Exception {
    String calls =
        """
        module "a" {
          source    = "./m"
          threshold = 100
        }

        module "b" {
          source    = "./m"
          threshold = 50
        }
        """;
    module.file("main.tf", calls).file("m/main.tf", alarm("  threshold = var.threshold\n"));
    module.in("m/main.tf", "module.a." + ALARM, ALARM, "threshold", 100);
    module.in("m/main.tf", "module.b." + ALARM, ALARM, "threshold", 50);
    module.set("module.a." + ALARM, "threshold", 1);
    assertEquals(calls.replace("100", "1"), module.edited("main.tf"));
  }

  @Test
  void anInputThatIsUsedForMoreIsLeft() throws Exception {
    module.file("main.tf", "module \"a\" {\n  source = \"./m\"\n}\n");
    module.file("m/main.tf", alarm("  threshold = var.t\n  period = var.t\n"));
    module.in("m/main.tf", "module.a." + ALARM, ALARM, "threshold", 100);
    module.in("m/main.tf", "module.b." + ALARM, ALARM, "threshold", 50);
    module.set("module.a." + ALARM, "threshold", 1);
    assertEquals(
        "its block makes `module.b." + ALARM + "` too, which is not to change", module.refused());
  }

  @Test
  void whatAModuleGivesIsReferredToByItsOutput() throws Exception {
    module.file("main.tf", alarm("")).file("m/main.tf", TOPIC + ARN);
    module.has("main.tf", ALARM).in("m/main.tf", "module.n[0].aws_sns_topic.t", "aws_sns_topic.t");
    module.set(ALARM, "actions", List.of(EditedModule.arn("module.n[0].aws_sns_topic.t")));
    assertEquals(alarm("  alarm_actions = [module.n[0].arn]\n"), module.edited("main.tf"));
  }

  @Test
  void whatAModuleDoesNotGiveIsNotReferredTo() throws Exception {
    module.file("main.tf", alarm("")).file("m/main.tf", TOPIC);
    module.has("main.tf", ALARM).in("m/main.tf", "module.n.aws_sns_topic.t", "aws_sns_topic.t");
    module.set(ALARM, "actions", List.of(EditedModule.arn("module.n.aws_sns_topic.t")));
    assertEquals(
        "`module.n.aws_sns_topic.t` is of another module, which it is not handed",
        module.refused());
  }

  @Test
  void anInputIsHandedTheOutputOfAnotherModule() throws Exception {
    module.file(
        "main.tf",
        """
        module "n" {
          source = "./n"
        }

        module "a" {
          source = "./m"
        }
        """);
    module
        .file("m/main.tf", alarm("  alarm_actions = var.actions\n"))
        .file("n/main.tf", TOPIC + ARN);
    module.in("m/main.tf", "module.a." + ALARM, ALARM);
    module.in("n/main.tf", "module.n.aws_sns_topic.t", "aws_sns_topic.t");
    module.set(
        "module.a." + ALARM, "actions", List.of(EditedModule.arn("module.n.aws_sns_topic.t")));
    String edited = module.edited("main.tf");
    assertTrue(edited.endsWith("  source  = \"./m\"\n  actions = [module.n.arn]\n}\n"), edited);
  }

  @Test
  void whatRefersToWhatIsNotAddedIsNotWrittenEither() throws Exception {
    module.file("m/main.tf", alarm("  threshold = 1\n"));
    module.in("m/main.tf", "module.a." + ALARM, ALARM).in("m/main.tf", "module.b." + ALARM, ALARM);
    module
        .topic("module.a.aws_sns_topic.n", "module.a." + ALARM)
        .set("module.a." + ALARM, "actions", List.of(EditedModule.arn("module.a.aws_sns_topic.n")));
    Edits edits = module.edits();
    assertEquals(List.of(), edits.edits());
    assertEquals(
        "it needs `module.a.aws_sns_topic.n`, which is not added", edits.unwritten().get(1).why());
  }

  @Test
  void whatStandsWithinAnotherBlockIsLeft() throws Exception {
    String role = "aws_iam_role.r";
    String inner = role + ".inline_policy[0]";
    module.file("main.tf", "resource \"aws_iam_role\" \"r\" {\n  name = \"r\"\n}\n");
    module.has("main.tf", role).in("main.tf", inner, role).set(inner, "policy", "{}");
    assertEquals("it is a part of another block", module.refused());
  }
}
