package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the place of things comes to for users: {@code --region}, {@code --account}, accounts. */
final class PlaceTest {
  private static final String SUBSCRIPTION_ELSEWHERE =
      Chains.template("Protocol: email", "Protocol: email\n      Region: eu-west-1");

  private static final Path FIXTURES =
      Path.of(System.getProperty("trailproof.root", ".")).resolve("fixtures/terraform");

  @TempDir Path folder;

  @Test
  void aTemplatesSubscriptionIsInTheRegionThatItNames() throws IOException {
    String template = folder.resolve("t.yaml").toString();
    Files.writeString(Path.of(template), SUBSCRIPTION_ELSEWHERE);
    assertEquals(
        List.of("sns-subscription-region"),
        Checked.of("--region", "us-east-1", template).findings());
    assertEquals("pass", Checked.of("--region", "eu-west-1", template).verdict());
    assertEquals("unknown", Checked.of(template).verdict());
  }

  @Test
  void theAccountThatIsGivenTellsThatDifferentCredentialsAreOfOne() {
    String plan = FIXTURES.resolve("account-not-told/plan.json").toString();
    assertEquals(List.of("alarm-region"), Checked.of(plan).findings());
    assertEquals("pass", Checked.of("--account", "111122223333", plan).verdict());
  }

  @Test
  void everyAccountOfAPlanIsJudged() {
    Checked checked = Checked.of(FIXTURES.resolve("accounts-two/plan.json").toString());
    assertEquals("fail", checked.verdict());
    Map<String, String> verdicts = new TreeMap<>();
    checked
        .json()
        .at("/deployments/0/rules/0/accounts")
        .forEach(one -> verdicts.put(one.get("account").asText(), one.get("verdict").asText()));
    assertEquals(Map.of("111122223333", "pass", "999988887777", "fail"), verdicts);
    String text = checked.text().replaceAll("\\s+", " ");
    assertTrue(text.contains("in account `999988887777`, nobody is subscribed"), text);
  }

  /**
   * The log group is made by another provider than the log alarm, which is given no credentials.
   */
  private Checked withLogGroupOf(String credential) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode plan = json.readTree(FIXTURES.resolve("cloud-control-log-alarm/plan.json").toFile());
    ObjectNode provider = plan.withObject("/configuration/provider_config/aws");
    provider.put("name", "aws").put("full_name", "registry.terraform.io/hashicorp/aws");
    provider.withObject("/expressions/region").put("constant_value", "us-east-1");
    provider.withObject("/expressions/" + credential).put("constant_value", "sre");
    for (JsonNode one : plan.at("/configuration/root_module/resources")) {
      if (one.get("type").asText().equals("awscc_logs_log_group")) {
        ((ObjectNode) one).put("provider_config_key", "aws");
      }
    }
    Path file = folder.resolve("plan.json");
    Files.writeString(file, json.writeValueAsString(plan));
    return Checked.ofRule("iam-policy-changes-log-alarm", file.toString());
  }

  @Test
  void theCloudControlProviderIsLentAKeyAndNoProfile() throws IOException {
    Checked lent = withLogGroupOf("access_key");
    assertEquals("pass", lent.verdict(), lent.text());
    assertTrue(lent.text().contains("\"provider-account\""), lent.text());
    assertEquals("unknown", withLogGroupOf("profile").verdict());
  }
}
