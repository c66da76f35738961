package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file is meant stands at every finding, and at every link where there are several. */
final class FilesNamedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_TRAIL = "fixtures/terraform/no-trail/plan.json";
  private static final String PROVEN = "fixtures/terraform/compliant/plan.json";
  private static final String TEMPLATE = "fixtures/cloudformation/compliant/template.yaml";
  private static final String OUTSIDE = "fixtures/terraform/unknown-external-topic/plan.json";

  @TempDir private Path folder;

  private static String text(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Invocation.of(all).out();
  }

  @Test
  void whatIsMissingIsMissingInAFile() {
    String shown = text(NO_TRAIL);
    assertTrue(shown.contains("nothing records the call\n  --> " + NO_TRAIL + "\n"), shown);
    JsonNode finding = Checked.of(NO_TRAIL).json().at("/deployments/0/rules/0/findings/0");
    assertEquals(
        "{\"file\":\"" + NO_TRAIL + "\",\"line\":1,\"column\":1,\"endLine\":1,\"endColumn\":1}",
        finding.get("location").toString());
  }

  @Test
  void whatIsMissingInAllIsMissingInEach() throws IOException {
    Path other = folder.resolve("network.yaml");
    Files.writeString(other, "Resources: { Topic: { Type: AWS::SNS::Topic } }\n");
    String shown = text(NO_TRAIL, other.toString());
    assertTrue(shown.contains("\n  --> " + NO_TRAIL + "\n      " + other + "\n"), shown);
  }

  @Test
  void everyFindingOfEveryFixtureNamesAFile() throws IOException {
    for (Path input : FixturesTest.inputs()) {
      JsonNode result = JSON.readTree(input.resolveSibling("expected.json").toFile());
      for (JsonNode finding : result.at("/deployments/0/rules/0/findings")) {
        assertFalse(finding.at("/location/file").asText().isEmpty(), input + ": " + finding);
      }
    }
  }

  @Test
  void linkNamesItsFileWhereSeveralWereRead() {
    String shown = text("--each", PROVEN, TEMPLATE);
    assertTrue(shown.contains("aws_cloudtrail.main  in " + PROVEN + "\n"), shown);
    assertTrue(shown.contains("  in " + TEMPLATE + "\n"), shown);
    assertFalse(text(PROVEN).contains("  in " + PROVEN), "with one it goes without saying");
  }

  @Test
  void linkThatIsDeclaredNamesTheConfiguration() throws IOException {
    Path config = folder.resolve("config.yaml");
    Files.writeString(
        config,
        """
        declared:
          central:
            type: aws.sns.Topic
            arn: arn:aws:sns:ap-southeast-2:111122223333:soc-central
          pager:
            type: aws.sns.Subscription
            topic: arn:aws:sns:ap-southeast-2:111122223333:soc-central
            protocol: sqs
            endpoint: arn:aws:sqs:ap-southeast-2:111122223333:pager
        """);
    String shown = text("--config", config.toString(), OUTSIDE);
    assertTrue(shown.contains("aws_cloudtrail.account  in " + OUTSIDE + "\n"), shown);
    assertTrue(shown.contains("  in " + config + "\n"), shown);
  }

  @Test
  void folderOfTerraformFilesWithoutAPlanSaysWhatMakesOne() throws IOException {
    Files.createDirectory(folder.resolve("modules"));
    Files.writeString(folder.resolve("modules/main.tf"), "locals {}\n");
    Invocation.Ended ended = Invocation.of("check", folder.toString());
    assertEquals(3, ended.status());
    for (String command :
        List.of("`terraform plan -out=tfplan`", "`terraform show -json tfplan > plan.json`")) {
      assertTrue(ended.out().contains(command), ended.out());
    }
    assertTrue(ended.out().endsWith("\n0 rules proven, 1 error\n"), ended.out());
  }
}
