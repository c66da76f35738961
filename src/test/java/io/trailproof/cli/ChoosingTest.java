package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rules a run checks, by ids, globs and controls, and what a configuration sets of them. */
final class ChoosingTest {
  private static final Path TEMPLATES = Path.of("fixtures/cloudformation");
  private static final String GOOD = TEMPLATES.resolve("compliant/template.yaml").toString();
  private static final String NO_FILTER =
      TEMPLATES.resolve("event-rule-without-filter/template.yaml").toString();
  private static final String IAM = "iam-policy-changes";
  private static final String AUDIT = "cis-4-4-audit";
  private static final String HUB = "security-hub-cloudwatch-4";

  @TempDir Path folder;

  private static Invocation.Ended check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check", "--region", "us-east-1"));
    all.addAll(List.of(arguments));
    return Invocation.of(all.toArray(String[]::new));
  }

  private static JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of("-f", "json"));
    all.addAll(List.of(arguments));
    String out = check(all.toArray(String[]::new)).out();
    try {
      assertEquals(
          List.of(),
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(Files.readString(Path.of("docs/result.schema.json")))
              .validate(out, InputFormat.JSON));
      return new ObjectMapper().readTree(out);
    } catch (IOException e) {
      throw new AssertionError(out, e);
    }
  }

  /** The verdicts of the first deployment by rule. */
  private static Map<String, String> verdicts(String... arguments) {
    Map<String, String> verdicts = new LinkedHashMap<>();
    json(arguments)
        .at("/deployments/0/rules")
        .forEach(rule -> verdicts.put(rule.get("id").asText(), rule.get("verdict").asText()));
    return verdicts;
  }

  private static List<String> rules(String... arguments) {
    return List.copyOf(verdicts(arguments).keySet());
  }

  private String config(String text) throws IOException {
    return Files.writeString(folder.resolve("trailproof.yaml"), text).toString();
  }

  private static String refusal(String... arguments) {
    Invocation.Ended ended = check(arguments);
    assertEquals(2, ended.status(), ended.out());
    return ended.err().split("\n", -1)[0];
  }

  @Test
  void aGlobTakesTheRulesOfOtherWaysOnlyIfItMatchesNoneElse() {
    assertEquals(List.of(IAM), rules("--no-config", "--rule", "*am-policy-changes", GOOD));
    List<String> all = rules("--no-config", "--rule", "*", GOOD);
    assertTrue(all.containsAll(List.of(IAM, AUDIT, HUB)), all.toString());
    assertTrue(all.stream().noneMatch(id -> id.endsWith("-eventbridge")), all.toString());
    assertEquals(
        List.of("iam-policy-changes-eventbridge"),
        rules("--no-config", "--rule", "*am-policy-changes-eventbridge", GOOD));
    assertEquals(
        List.of(AUDIT, HUB), rules("--no-config", "--rule", "cis-4-4-*", "--rule", HUB, GOOD));
    assertTrue(
        refusal("--no-config", "--rule", "s3-xy-*", GOOD)
            .startsWith("error[usage]: no rule's id matches `s3-xy-*`; known: "));
    assertEquals(
        "error[usage]: there is no rule `iam-policy-change`; did you mean `iam-policy-changes`?",
        refusal("--no-config", "--rule", "iam-policy-change", GOOD));
  }

  @Test
  void aControlTakesTheRulesThatServeItAndShowsItsWords() {
    assertTrue(rules("--no-config", "--control", "SOC 2", GOOD).contains(IAM));
    List<String> cis = rules("--no-config", "--control", "cisaws v3.0:4.4", GOOD);
    assertEquals(List.of(IAM, AUDIT), cis);
    assertEquals(
        List.of(IAM, HUB), rules("--no-config", "--control", "Security Hub:CloudWatch.4", GOOD));
    Invocation.Ended ended = check("--no-config", "-q", "--control", "CIS 3.0.0:4.4", GOOD);
    assertEquals("1 rule proven; of `CIS 3.0.0:4.4` 1 control looked at\n", ended.out());
    JsonNode result = json("--no-config", "--control", "SOC 2", "--control", "CBP", GOOD);
    assertEquals("[\"SOC 2\",\"CBP\"]", result.get("askedFor").toString());
    List<String> asked = new ArrayList<>();
    for (JsonNode rule : result.at("/deployments/0/rules")) {
      for (JsonNode control : rule.get("controls")) {
        if (rule.get("id").asText().equals(IAM) && control.has("asked")) {
          asked.add(control.get("framework").asText() + " " + control.get("relation").asText());
        }
      }
    }
    assertEquals(List.of("SOC 2 supports", "Cloudanix Best Practice supports"), asked);
  }

  @Test
  void everyFormatSaysWhichControlAFindingTouches() {
    String words = "for SOC 2 2017 CC7.2 (supports, likely)";
    for (String format :
        List.of("text", "github", "gitlab", "sarif", "junit", "markdown", "html")) {
      String out = check("--no-config", "-f", format, "--control", "SOC 2", NO_FILTER).out();
      assertTrue(out.replace("\\", "").contains(words), format + "\n" + out);
    }
  }

  @Test
  void wordsForControlsThatThereAreNotAreRefused() {
    assertEquals(
        "error[usage]: there is no framework `SOC 3`; did you mean `SOC 2`?",
        refusal("--control", "SOC 3", GOOD));
    assertEquals(
        "error[usage]: there is no framework `CIS AWS Foundation 3.0.0`; did you mean `CIS AWS"
            + " Foundations`?",
        refusal("--control", "CIS AWS Foundation 3.0.0", GOOD));
    assertEquals(
        "error[usage]: no rule serves a version `5.0` of `PCI DSS`; did you mean `4.0`?",
        refusal("--control", "PCI DSS 5.0", GOOD));
    assertEquals(
        "error[usage]: no rule serves `10.4.1` of `PCI DSS 4.0`; did you mean `10.4.1.1`?",
        refusal("--control", "PCI DSS 4.0:10.4.1", GOOD));
    assertEquals(
        "error[usage]: no rule serves `HITRUST CSF` for certain or likely; docs/controls.md of"
            + " trailproof tells what is only arguable, and chooses no rule",
        refusal("--control", "HITRUST", GOOD));
    assertEquals(
        "error[usage]: `--control` and `--ways` exclude each other",
        refusal("--control", "SOC 2", "--ways", "all", GOOD));
  }

  @Test
  void forAControlTheWayOfControlsCountsAlone() throws IOException {
    String config = config("rules: { iam-policy-changes: { ways: all } }\n");
    assertEquals("pass", verdicts("--config", config, NO_FILTER).get(IAM));
    JsonNode result = json("--config", config, "--control", "SOC 2:CC7.2", NO_FILTER);
    assertEquals("fail", result.at("/deployments/0/rules/0/verdict").asText());
    assertTrue(
        result
            .at("/deployments/0/rules/0/notes")
            .toString()
            .contains("`log-alarm` and `eventbridge` would count, but a control is asked for"));
    String stated =
        config(
            "rules: { iam-policy-changes: { ways: all } }\ndeployments:\n  a: { inputs: "
                + NO_FILTER
                + ", rules: 'SOC 2' }\n  b: { inputs: "
                + NO_FILTER
                + " }\n");
    JsonNode both = json("--config", stated);
    assertEquals("fail", both.at("/deployments/0/rules/0/verdict").asText());
    assertEquals("pass", both.at("/deployments/1/rules/0/verdict").asText());
  }

  @Test
  void aDeploymentIsAskedForIdsGlobsAndControls() throws IOException {
    String config =
        config(
            "deployments: { a: { inputs: "
                + GOOD
                + ", rules: ['cis-4-4-*', 'CIS 6.0.0:5.4'] } }\n");
    assertEquals(List.of(IAM, AUDIT), rules("--config", config));
    assertEquals(List.of(HUB), rules("--config", config, "--rule", HUB));
    for (String wrong : List.of("SOC 3", "ciss-*", "iam-policy-change", "PCI DSS 9")) {
      String broken =
          config("deployments: { a: { inputs: " + GOOD + ", rules: '" + wrong + "' } }\n");
      Invocation.Ended ended = check("--config", broken);
      assertEquals(3, ended.status(), wrong);
      assertTrue(ended.out().contains("trailproof.yaml:1:"), ended.out());
    }
  }

  @Test
  void whatIsNamedIsOnUnlessItIsOff() throws IOException {
    String derived = "iam-policy-changes-eventbridge";
    assertEquals(
        List.of(IAM, derived, AUDIT, HUB),
        rules("--config", config("rules: { " + derived + ": on }\n"), GOOD));
    assertEquals(
        List.of(IAM, AUDIT, HUB),
        rules("--config", config("rules: { '*am-policy-changes': { ways: all } }\n"), GOOD));
    String off = config("rules: { '*': off, iam-policy-changes: on }\n");
    assertEquals(List.of(IAM), rules("--config", off, GOOD));
    Invocation.Ended ended = check("-q", "--config", off, GOOD);
    assertEquals("1 rule proven; by `" + off + "` with 2 rules off\n", ended.out());
    assertEquals(2, json("--config", off, GOOD).at("/configuration/rulesOff").asInt());
    for (String format : List.of("html", "markdown")) {
      String page = check("-f", format, "--config", off, GOOD).out();
      assertTrue(page.contains("declares 0 resources, and sets 2 rules off"), page);
    }
    Invocation.Ended none = check("--config", config("rules: { '*': 'off' }\n"), GOOD);
    assertEquals(3, none.status());
    assertTrue(none.out().contains("no rule is left that is on"), none.out());
    assertEquals(List.of(AUDIT), rules("--config", off, "--rule", AUDIT, GOOD));
  }

  @Test
  void severityIsSetWithoutACopy() throws IOException {
    String config =
        config("rules: { '*': { severity: low }, '*m-policy-changes': { severity: medium } }\n");
    JsonNode result = json("--config", config, NO_FILTER);
    assertEquals("medium", result.at("/deployments/0/rules/0/severity").asText());
    assertEquals("medium", result.at("/deployments/0/rules/0/findings/0/severity").asText());
    for (JsonNode rule : result.at("/deployments/0/rules")) {
      if (rule.get("claim").asText().equals("complies")) {
        assertEquals("note", rule.get("severity").asText(), "of a glob");
      }
    }
    assertEquals(1, check("--config", config, "--fail-on", "medium", NO_FILTER).status());
    assertEquals(0, check("--config", config, "--fail-on", "high", NO_FILTER).status());
    String named =
        config("rules: { iam-policy-changes: off, cis-4-4-audit: { severity: high } }\n");
    Invocation.Ended ended = check("-q", "--config", named, NO_FILTER);
    assertEquals(1, ended.status());
    assertTrue(
        ended
            .out()
            .endsWith(
                "0 rules proven, 1 failure; by `"
                    + named
                    + "` with 1 rule off and the severity of 1 rule\n"),
        ended.out());
  }

  @Test
  void aParameterOfARequirementIsSet() throws IOException {
    String strict =
        "rules: { iam-policy-changes: { parameters: { alarm-in-time: { within: %s } } } }";
    String enough = config(strict.formatted("300"));
    assertEquals("pass", verdicts("--config", enough, GOOD).get(IAM));
    String less = config(strict.formatted("120"));
    JsonNode rule = json("--config", less, GOOD).at("/deployments/0/rules/0");
    assertEquals("fail", rule.get("verdict").asText());
    assertEquals("iam-policy-changes/alarm-in-time", rule.at("/findings/0/code").asText());
    assertEquals(
        "alarm `IamPolicyAlarm` may go off too late; it may take 300 s, and 120 s are asked for",
        rule.at("/findings/0/message").asText());
    assertTrue(
        check("-q", "--config", less, GOOD).out().contains("with 1 parameter"), "the last line");
  }

  @Test
  void whatIsSetWronglyIsNamedWithItsPlace() throws IOException {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("iam-policy-changes: { severity: hihg }", "`severity` is `note`, `low`");
    wrong.put(
        "iam-policy-changes: maybe", "the settings of a rule are a mapping, or `on` or `off`");
    wrong.put(
        "iam-policy-changes: { parameters: { alarm-in-tim: { within: 1 } } }",
        "did you mean `alarm-in-time`?");
    wrong.put(
        "iam-policy-changes: { parameters: { alarm-in-time: { whithin: 1 } } }",
        "did you mean `within`?");
    wrong.put(
        "iam-policy-changes: { parameters: { alarm-in-time: { within: soon } } }",
        "`within` takes whole seconds");
    wrong.put(
        "cis-4-4-audit: { parameters: { alarm-in-time: { within: 1 } } }",
        "no requirement of rule `cis-4-4-audit` has parameters");
    wrong.put("iam-policy-changes: { severty: low }", "did you mean `severity`?");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      Invocation.Ended ended = check("--config", config("rules: { " + one.getKey() + " }\n"), GOOD);
      assertEquals(3, ended.status(), one.getKey());
      assertTrue(ended.out().contains(one.getValue()), ended.out());
      assertTrue(ended.out().contains("trailproof.yaml:1:"), ended.out());
    }
  }

  /** A setting that is open makes what would be too late in one case only unknown. */
  @Test
  void anOpenPeriodIsJudgedEachWay() throws IOException {
    String template =
        Files.readString(Path.of(GOOD))
            .replace("Parameters:\n", "Parameters:\n  Mode: { Type: String }\n")
            .replace("Conditions:\n", "Conditions:\n  On: !Equals [!Ref Mode, 'x']\n")
            .replace("Period: 300", "Period: !If [On, 60, 300]");
    assertTrue(template.contains("!If [On"), template);
    String open = Files.writeString(folder.resolve("t.yaml"), template).toString();
    String config =
        config("rules: { iam-policy-changes: { parameters: { alarm-in-time: { within: 60 } } } }");
    assertEquals("unknown", verdicts("--config", config, open).get(IAM));
    assertEquals("pass", verdicts("--config", config, "--parameter", "Mode=x", open).get(IAM));
    assertEquals("fail", verdicts("--config", config, "--parameter", "Mode=y", open).get(IAM));
  }

  @Test
  void anIdThatARuleHadIsTakenForIt() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("r.yaml"),
        """
        id: policy-edits
        formerly: [policy-changes]
        title: t
        claim: fires
        severity: high
        default: "off"
        chain: cloudtrail-alarm
        events: { source: iam.amazonaws.com, names: [DeletePolicy] }
        """);
    String note = "note[renamed-rule]: rule `policy-changes` is called `policy-edits` now";
    String rules = own.toString();
    Invocation.Ended named =
        check("--no-config", "--rules", rules, "--rule", "policy-changes", GOOD);
    assertEquals(0, named.status(), named.out());
    assertTrue(named.out().contains(note), named.out());
    assertTrue(named.out().contains("proven policy-edits"), named.out());
    String config =
        config(
            """
            rules: { policy-changes: { severity: low } }
            accept:
              - { code: policy-changes/filter, address: TrailLogGroup, reason: r, until: 2999-01-01 }
            """);
    JsonNode result = json("--config", config, "--rules", rules, NO_FILTER);
    assertEquals("policy-edits", result.at("/deployments/0/rules/3/id").asText());
    assertEquals("low", result.at("/deployments/0/rules/3/severity").asText());
    assertEquals(1, result.at("/configuration/accepted").asInt());
    assertEquals(2, result.get("diagnostics").size());
    Files.writeString(
        own.resolve("s.yaml"),
        Files.readString(own.resolve("r.yaml")).replace("id: policy-edits", "id: other"));
    assertEquals(3, check("--no-config", "--rules", rules, GOOD).status(), "two had the id");
  }
}
