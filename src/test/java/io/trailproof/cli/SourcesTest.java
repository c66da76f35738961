package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources on the command line: {@code --source} and {@code --plan-file}. */
class SourcesTest {
  private static final String FIXTURES = "fixtures/terraform/";

  @TempDir Path temporary;

  private record Run(int status, String output) {
    boolean assumesSources() {
      return output.contains("are those that it was made from");
    }
  }

  private static Run check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check"));
    all.addAll(List.of(arguments));
    Invocation.Ended ended = Invocation.of(all.toArray(String[]::new));
    return new Run(ended.status(), ended.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sources-log-group", "sources-trail", "sources-modules"})
  void aLocalIsProvenOnlyWithSources(String name) {
    String folder = FIXTURES + name;
    String plan = folder + "/plan.json";
    assertEquals(1, check(plan).status());
    Run withFolder = check("--source", folder, plan);
    assertEquals(0, withFolder.status());
    assertTrue(withFolder.assumesSources());
    Run withPlanFile = check("--plan-file", folder + "/tfplan", plan);
    assertEquals(0, withPlanFile.status());
    assertEquals(false, withPlanFile.assumesSources());
    Run withBoth = check("--source", folder, "--plan-file", folder + "/tfplan", plan);
    assertEquals(false, withBoth.assumesSources());
  }

  /** A plan shows the same of a name that is cut out of the ARN. */
  @Test
  void anArnInPlaceOfANameIsToldBySources() {
    String folder = FIXTURES + "reading-arn-for-name";
    assertTrue(check(folder + "/plan.json").output().contains("unknown iam-policy-changes"));
    Run sources = check("--source", folder, folder + "/plan.json");
    assertTrue(sources.output().contains("broken iam-policy-changes"), sources.output());
    assertTrue(sources.output().contains("and the API will refuse anything but a name"));
  }

  @Test
  void findingsPointAtTheArgument() {
    String folder = FIXTURES + "threshold-100";
    Run text = check("--source", folder + "/", folder + "/plan.json");
    assertEquals(
        """
          --> aws_cloudwatch_metric_alarm.iam_policy_changes
              fixtures/terraform/threshold-100/main.tf:81:25
              │
           81 │   threshold           = 100
              │                         ^^^
        """,
        text
            .output()
            .lines()
            .dropWhile(line -> !line.startsWith("  -->"))
            .limit(5)
            .toList()
            .stream()
            .reduce("", (all, line) -> all + line + "\n"));
    Run json = check("--format", "json", "--source", folder, folder + "/plan.json");
    assertTrue(
        json.output()
            .replaceAll("\\s+", "")
            .contains(
                "\"location\":{\"file\":\"fixtures/terraform/threshold-100/main.tf\",\"line\":81,\"column\":25,"));
  }

  @Test
  void sourcesThatAreNotThereAreNotes() throws Exception {
    String plan = FIXTURES + "compliant/plan.json";
    assertEquals(0, check("--source", "no/such/folder", "--plan-file", plan, plan).status());
    Files.writeString(temporary.resolve("main.tf"), "resource \"aws_sns_topic\" \"other\" {}\n");
    Run other = check("--source", temporary.toString(), plan);
    assertEquals(0, other.status());
    assertTrue(other.output().contains("note[sources-of-another-plan]"), other.output());
  }
}
