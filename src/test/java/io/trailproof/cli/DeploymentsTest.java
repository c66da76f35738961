package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs together: by what is named, by what files tell, by what a configuration states. */
final class DeploymentsTest {
  private static final Path PLANS = Path.of("fixtures/terraform");
  private static final String TEMPLATE = "fixtures/cloudformation/compliant/template.yaml";

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(Path.of("target"));
    folder = Files.createTempDirectory(Path.of("target"), "deployments");
  }

  @AfterEach
  void removeFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(one);
      }
    }
  }

  private Path put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path plan(String fixture, String name) throws IOException {
    return put(name, Files.readString(PLANS.resolve(fixture).resolve("plan.json")));
  }

  private String config(String text) throws IOException {
    return put("trailproof.yaml", text.replace("HERE", folder.toString())).toString();
  }

  /** The verdict of each deployment by its name; {@code exit} is the exit code. */
  private static Map<String, String> verdicts(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("check", "-f", "json", "--no-source"));
    all.addAll(List.of(arguments));
    Invocation.Ended ended = Invocation.of(all.toArray(new String[0]));
    JsonNode result = new ObjectMapper().readTree(ended.out());
    Map<String, String> verdicts = new TreeMap<>();
    for (JsonNode one : result.path("deployments")) {
      verdicts.put(one.path("name").asText(), one.path("rules").path(0).path("verdict").asText());
    }
    verdicts.put("exit", String.valueOf(ended.status()));
    return verdicts;
  }

  @Test
  void eachPlanOfAFolderIsADeployment() throws IOException {
    String good = plan("compliant", "prod/plan.json").toString();
    String bad = plan("threshold-100", "staging/plan.json").toString();
    assertEquals(
        Map.of(good, "pass", bad, "fail", "exit", "1"), verdicts("--no-config", folder.toString()));
  }

  @Test
  void plansOfTheSameAddressesAreNeverOneDeployment() throws IOException {
    String old = plan("compliant", "plan-old.json").toString();
    String now = plan("threshold-100", "plan.json").toString();
    assertEquals(Map.of(old, "pass", now, "fail", "exit", "1"), verdicts("--together", old, now));
    Invocation.Ended ended = Invocation.of("check", "--no-source", old, now);
    assertEquals(1, ended.status());
    assertTrue(
        ended
            .out()
            .contains("note[planned-twice]: `" + old + "` and `" + now + "` both plan `aws_"),
        ended.out());
    Invocation.Ended together = Invocation.of("check", "--no-source", folder.toString());
    assertTrue(together.out().contains("note[planned-twice]"), together.out());
  }

  @Test
  void severalPlansInOneFileAreADeploymentEach() throws IOException {
    String good = Files.readString(PLANS.resolve("compliant/plan.json")).strip();
    String bad = Files.readString(PLANS.resolve("threshold-100/plan.json")).strip();
    String file = put("plans.json", good + "\n" + bad + "\n").toString();
    assertEquals(Map.of(file + ":1", "pass", file + ":2", "fail", "exit", "1"), verdicts(file));
    String none =
        "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\","
            + "\"planned_values\":{\"root_module\":{}},\"resource_changes\":[],"
            + "\"configuration\":{\"root_module\":{}}}";
    String some = put("some.json", none + "\n" + good + "\n").toString();
    assertEquals(
        Map.of(some + ":1", "not-applicable", some + ":2", "pass", "exit", "0"), verdicts(some));
    String nothing = put("none.json", none + "\n" + none + "\n").toString();
    assertEquals("1", verdicts(nothing).get("exit"));
  }

  @Test
  void aConfigurationStatesDeployments() throws IOException {
    plan("compliant", "prod/plan.json");
    plan("threshold-100", "staging/plan.json");
    String config =
        config(
            """
            deployments:
              prod: { inputs: HERE/prod/*.json, account: "111122223333", region: us-east-1 }
              staging: { inputs: [HERE/staging/plan.json] }
            """);
    assertEquals(
        Map.of("prod", "pass", "staging", "fail", "exit", "1"), verdicts("--config", config));
    String prod = folder.resolve("prod/plan.json").toString();
    assertEquals(Map.of("prod", "pass", "exit", "0"), verdicts("--config", config, prod));
    assertEquals(
        Map.of("prod", "pass", "staging", "fail", "exit", "1"),
        verdicts("--config", config, folder.toString()));
    assertEquals(Map.of(prod, "pass", "exit", "0"), verdicts("--config", config, "--each", prod));
    assertEquals(Map.of("default", "pass", "exit", "0"), verdicts("--no-config", prod));
  }

  @Test
  void aStatedDeploymentWithoutInputsIsAnError() throws IOException {
    String config = config("deployments: { prod: { inputs: [HERE/prod/*.json] } }\n");
    Invocation.Ended ended = Invocation.of("check", "--config", config);
    assertEquals(3, ended.status());
    assertTrue(
        ended.out().contains("error[no-such-inputs]: deployment `prod` has no inputs"),
        ended.out());
    assertTrue(ended.out().contains(config + ":1:16"), ended.out());
    assertEquals(3, Invocation.of("check", "--config", config, folder.toString()).status());
  }

  @Test
  void aStatedDeploymentOfOtherFilesIsAnError() throws IOException {
    put("notes/x.yaml", "a: b\n");
    String config = config("deployments: { prod: { inputs: HERE/notes/*.yaml } }\n");
    Invocation.Ended ended = Invocation.of("check", "--config", config);
    assertEquals(3, ended.status(), ended.out());
    assertTrue(
        ended.out().contains("deployment `prod` has no inputs: what it lists is neither plan nor"),
        ended.out());
    assertTrue(ended.out().contains("0 rules proven, 1 error"), ended.out());
    String none = config("deployments: { prod: { inputs: HERE/notes/*.yaml, require: false } }\n");
    assertEquals(0, Invocation.of("check", "--config", none).status());
  }

  @Test
  void whatGitIgnoresCountsWhereItIsStated() throws IOException {
    plan("compliant", "out/plan.json");
    put(".gitignore", "out/\n");
    String config = config("deployments: { prod: { inputs: [HERE/**/plan.json] } }\n");
    assertEquals(Map.of("prod", "pass", "exit", "0"), verdicts("--config", config));
    assertEquals("3", verdicts("--no-config", folder.toString()).get("exit"));
  }

  @Test
  void aStatedDeploymentHasParametersAndRulesOfItsOwn() throws IOException {
    put(
        "template.yaml",
        Files.readString(Path.of(TEMPLATE))
            .replaceFirst("Parameters:", "Parameters:\n  On: { Type: String }")
            .replaceFirst("IsLogging: true", "IsLogging: !Ref On"));
    String config =
        config(
            """
            deployments:
              on: { inputs: HERE/template.yaml, parameters: { On: "true" } }
              off: { inputs: HERE/template.yaml, parameters: { On: "false" } }
              audit: { inputs: HERE/template.yaml, rules: [cis-4-4-audit], parameters: { On: "true" } }
            """);
    Map<String, String> verdicts = verdicts("--config", config);
    assertEquals("pass", verdicts.get("on"));
    assertEquals("fail", verdicts.get("off"));
    assertEquals("pass", verdicts.get("audit"));
  }

  @Test
  void whatIsWrongInAConfigurationIsToldWithItsPlace() throws IOException {
    String config =
        config(
            """
            deployments:
              prod:
                input: x.json
                inputs: ../x.json
              twice: { inputs: x.json, inputs: y.json, rules: iam-policy-change }
            declare: {}
            """);
    Invocation.Ended ended = Invocation.of("check", "--config", config, TEMPLATE);
    assertEquals(3, ended.status());
    for (String said :
        List.of(
            "unknown key `declare`",
            config + ":6:1",
            "unknown key `input`",
            config + ":3:5",
            "did you mean `inputs`",
            "`inputs` is given twice",
            config + ":5:28",
            "there is no rule `iam-policy-change`",
            "did you mean `iam-policy-changes`",
            "`../x.json` leads out of the folder")) {
      assertTrue(ended.out().contains(said), said + " in " + ended.out());
    }
    String account = config("deployments: { prod: { inputs: x.json, account: 123 } }\n");
    Invocation.Ended number = Invocation.of("check", "--config", account, TEMPLATE);
    assertEquals(3, number.status());
    assertTrue(number.out().contains("/deployments/prod/account"), number.out());
  }

  @Test
  void nothingNamedAndNothingStatedIsAUsageError() {
    Invocation.Ended ended = Invocation.of("check", "--no-config");
    assertEquals(2, ended.status());
    assertTrue(
        ended.err().contains("nothing to check: name plans, templates or folders"), ended.err());
    assertEquals(2, Invocation.of("check", "--each", "--together", TEMPLATE).status());
  }

  @Test
  void theVariableNamesTheConfigurationThatCounts() throws IOException {
    plan("compliant", "plan.json");
    String config = config("deployments: { prod: { inputs: HERE/plan.json } }\n");
    Invocation.Ended ended = new Invocation().with("TRAILPROOF_CONFIG", config).run("check", "-q");
    assertEquals(0, ended.status(), ended.out() + ended.err());
    assertTrue(ended.out().contains("by `" + config + "`"), ended.out());
  }

  @Test
  void templatesAreGroupedByWhatTheyReferTo() throws IOException {
    String whole = Files.readString(Path.of(TEMPLATE));
    for (String stage : List.of("prod", "staging")) {
      put(stage + "/all.yaml", whole);
      put(
          stage + "/topic.yaml",
          """
          Resources: { T: { Type: AWS::SNS::Topic } }
          Outputs: { T: { Value: !Ref T, Export: { Name: !Sub "${AWS::StackName}-topic" } } }
          """);
      put(
          stage + "/use.yaml",
          """
          Parameters: { Stack: { Type: String } }
          Resources:
            P:
              Type: AWS::SNS::TopicPolicy
              Properties: { Topics: [{ "Fn::ImportValue": !Sub "${Stack}-topic" }], PolicyDocument: {} }
          """);
    }
    Invocation.Ended ended = Invocation.of("check", "--no-config", "-f", "json", folder.toString());
    JsonNode result = new ObjectMapper().readTree(ended.out());
    List<Integer> sizes = new ArrayList<>();
    result.path("deployments").forEach(one -> sizes.add(one.path("inputs").size()));
    assertEquals(List.of(1, 2, 1, 2), sizes, ended.out());
  }

  @Test
  void aFolderWithoutAnythingOfTheRulesIsSaidToBeSo() throws IOException {
    put("topic.yaml", "Resources: { T: { Type: 'AWS::SNS::Topic' } }\n");
    Invocation.Ended ended = Invocation.of("check", "--no-config", folder.toString());
    assertEquals(3, ended.status());
    assertTrue(ended.out().contains("error[nothing-to-check]"), ended.out());
    assertEquals(
        0,
        Invocation.of("check", "--no-config", "--skip-unrecognised", folder.toString()).status());
    assertEquals(1, Invocation.of("check", "--no-config", "--require", folder.toString()).status());
  }
}
