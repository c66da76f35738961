package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lives elsewhere can be declared; it joins the chain, and what rests on it says so. */
final class DeclaredTest {
  private static final Path PLANS = Path.of("fixtures/terraform");

  private static final String TRAIL =
      """
      declared:
        organization-trail:
          type: aws.cloudtrail.Trail
          arn: arn:aws:cloudtrail:us-east-1:111122223333:trail/org
          logging: true
          multiRegion: true
          globalServiceEvents: true
          organization: true
          logGroup: !ref trail-logs.arn
        trail-logs:
          type: aws.logs.LogGroup
          name: /org/trail
          region: us-east-1
          account: "111122223333"
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String topic(String arn) {
    return """
    declared:
      central:
        type: aws.sns.Topic
        arn: %s
      pager:
        type: aws.sns.Subscription
        topic: !ref central.arn
        protocol: email
        endpoint: security@acme.test
    """
        .formatted(arn);
  }

  private static List<String> assumed(Checked checked) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode one : checked.json().at("/deployments/0/rules/0/assumptions")) {
      if (one.get("code").asText().equals("declared")) {
        addresses.add(one.get("address").asText());
      }
    }
    return addresses;
  }

  /** The part of the chain below the log group, which only its name ties to a trail. */
  private static String belowTheLogGroup() {
    return Chains.without("Group", "Role", "Trail").replace("!Ref Group", "/org/trail");
  }

  @Test
  void topicOfAPlanThatOnlyNamesIt() throws IOException {
    String plan = PLANS.resolve("unknown-external-topic/plan.json").toString();
    assertEquals("unknown", Checked.of(plan).verdict());
    String config =
        file("config.yaml", topic("arn:aws:sns:ap-southeast-2:111122223333:soc-central"));
    Checked checked = Checked.of("--config", config, plan);
    assertEquals("pass", checked.verdict(), checked.text());
    assertEquals(List.of("central", "pager"), assumed(checked));
  }

  @Test
  void topicOfAPlanThatFindsIt() throws IOException {
    String plan = PLANS.resolve("topic-of-data-source/plan.json").toString();
    assertEquals("unknown", Checked.of(plan).verdict());
    String config =
        file("config.yaml", topic("arn:aws:sns:us-east-1:123456789012:acme-central-alerts"));
    Checked checked = Checked.of("--config", config, plan);
    assertEquals("pass", checked.verdict(), checked.text());
    assertEquals(List.of("data.aws_sns_topic.central", "pager"), assumed(checked));
    String other = file("other.yaml", topic("arn:aws:sns:us-east-1:123456789012:another"));
    assertEquals("unknown", Checked.of("--config", other, plan).verdict());
  }

  @Test
  void topicOfATemplateThatOnlyNamesIt() throws IOException {
    String arn = "arn:aws:sns:us-east-1:111122223333:central";
    String template =
        file(
            "template.yaml",
            Chains.without("Topic", "Subscription").replace("!Ref Topic]", "'" + arn + "']"));
    assertEquals("unknown", Checked.of("--region", "us-east-1", template).verdict());
    Checked checked =
        Checked.of("--region", "us-east-1", "--config", file("c.yaml", topic(arn)), template);
    assertEquals("pass", checked.verdict(), checked.text());
    assertEquals(List.of("central", "pager"), assumed(checked));
  }

  @Test
  void trailOfTheOrganization() throws IOException {
    String template = file("template.yaml", belowTheLogGroup());
    String[] place = {"--region", "us-east-1", "--account", "111122223333"};
    assertEquals("unknown", Checked.of(place[0], place[1], place[2], place[3], template).verdict());
    Checked checked =
        Checked.of(
            place[0], place[1], place[2], place[3], "--config", file("c.yaml", TRAIL), template);
    assertEquals("pass", checked.verdict(), checked.text());
    assertEquals(List.of("organization-trail", "trail-logs"), assumed(checked));
  }

  @Test
  void whatIsDeclaredIsJudgedLikeAnythingElse() throws IOException {
    String off = file("c.yaml", TRAIL.replace("logging: true", "logging: false"));
    String template = file("template.yaml", belowTheLogGroup());
    Checked checked =
        Checked.of("--region", "us-east-1", "--account", "111122223333", "--config", off, template);
    assertEquals("fail", checked.verdict());
    assertEquals(List.of("trail-logging"), checked.findings());
    assertTrue(
        checked.json().toString().contains("set `logging` to `true`"), "in the words of the file");
  }

  @Test
  void whatIsDeclaredIsDeclaredWhole() throws IOException {
    String plan = PLANS.resolve("unknown-external-topic/plan.json").toString();
    String lonely =
        topic("arn:aws:sns:ap-southeast-2:111122223333:soc-central")
            .replaceFirst("(?s)  pager:.*", "");
    Checked checked = Checked.of("--config", file("c.yaml", lonely), plan);
    assertEquals(List.of("sns-subscription"), checked.findings());
    assertEquals("fail", checked.verdict());
  }

  @Test
  void everyFaultOfTheFileIsToldWithItsPlace() throws IOException {
    String bad =
        file(
            "bad.yaml",
            """
            declared:
              trail:
                type: aws.cloudtrail.Trail
                logging: "on"
                multiregion: true
                logGroup: !ref logs.arn
              topics:
                type: aws.sns.Topics
              log:
                type: aws.logs.LogGroup
                kmsKey: !ref trail.key
              alarm:
                type: aws.cloudwatch.Alarm
                period: many
            rulez: []
            """);
    Checked checked = Checked.of("--config", bad, "fixtures/terraform/compliant/plan.json");
    assertEquals(3, checked.status());
    assertEquals(
        List.of(
            "invalid-config 15:1",
            "invalid-config 8:11",
            "invalid-config 5:5",
            "invalid-config 4:14",
            "invalid-config 6:15",
            "invalid-config 11:13",
            "invalid-config 14:13"),
        checked.diagnostics());
    assertTrue(checked.text().contains("did you mean `multiRegion`?"));
    assertTrue(checked.text().contains("did you mean `log`?"));
    assertTrue(checked.text().contains("did you mean `aws.sns.Topic`?"));
  }

  @Test
  void fileThatCannotBeReadLeavesOpenWhatItWouldDeclare() throws IOException {
    String broken = file("c.yaml", "declared: [\n");
    Checked checked =
        Checked.of("--config", broken, file("template.yaml", Chains.without("Trail")));
    assertEquals(3, checked.status());
    assertEquals("unknown", checked.verdict());
    Checked missing =
        Checked.of("--config", "no-such.yaml", "fixtures/terraform/compliant/plan.json");
    assertEquals(3, missing.status());
  }

  /** The example of the documentation is read without a fault. */
  @Test
  void exampleOfTheDocumentationHolds() throws IOException {
    String page = Files.readString(Path.of("docs/declared.md"));
    int from = page.indexOf("```yaml\n") + "```yaml\n".length();
    String example = file("c.yaml", page.substring(from, page.indexOf("```\n", from)));
    Checked checked = Checked.of("--config", example, "fixtures/terraform/compliant/plan.json");
    assertEquals(List.of(), checked.diagnostics());
    assertEquals(0, checked.status());
  }

  @Test
  void eachDeploymentSeesThem() throws IOException {
    String plan = PLANS.resolve("unknown-external-topic/plan.json").toString();
    String config =
        file("config.yaml", topic("arn:aws:sns:ap-southeast-2:111122223333:soc-central"));
    Invocation.Ended ended =
        Invocation.of(
            "check",
            "--each",
            "-q",
            "--config",
            config,
            plan,
            plan.replace("unknown-external-topic", "compliant"));
    assertEquals(
        "2 rules proven, no Terraform files read; by `" + config + "` with 2 declared resources\n",
        ended.out());
  }
}
