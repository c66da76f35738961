package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that users keep in a folder of their own (CIS AWS Foundations 4.5). */
final class OwnRulesTest {
  private static final Path EXAMPLE = Path.of("docs/examples/own-rules/trail-changes.yaml");
  private static final Path TEMPLATE = Path.of("fixtures/cloudformation/compliant/template.yaml");
  private static final String NAMES =
      "CreateTrail|UpdateTrail|DeleteTrail|StartLogging|StopLogging";

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(Path.of("target"));
    folder = Files.createTempDirectory(Path.of("target"), "own-rules");
    put("own/trail-changes.yaml", Files.readString(EXAMPLE));
  }

  @AfterEach
  void removeFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(one);
      }
    }
  }

  private String put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text.replace("HERE", folder.toString())).toString();
  }

  private String own() {
    return folder.resolve("own").toString();
  }

  private String config(String rules) throws IOException {
    return put("trailproof.yaml", "rules: " + rules + "\n");
  }

  /** The template of the fixture, whose filter takes other calls. */
  private String template(String names, String trail) throws IOException {
    String terms =
        "($.eventName = "
            + String.join(") || ($.eventName = ", List.of(names.split("\\|", -1)))
            + ")";
    return put(
        "template.yaml",
        Files.readString(TEMPLATE)
            .replaceFirst("\\{ \\(\\$[\\s\\S]*?\\)\\) }", "'{ X }'")
            .replace("FilterPattern: >-\n        '{ X }'", "FilterPattern: '{ " + terms + " }'")
            .replace("IsMultiRegionTrail: true", trail));
  }

  private String template(String names) throws IOException {
    return template(names, "IsMultiRegionTrail: true");
  }

  private static JsonNode result(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("check", "-f", "json", "--region", "us-east-1"));
    all.addAll(List.of(arguments));
    Invocation.Ended ended = Invocation.of(all.toArray(String[]::new));
    assertEquals("", ended.err());
    return new ObjectMapper().readTree(ended.out());
  }

  /** The verdict of each rule by its id, and {@code exit}. */
  private static Map<String, String> verdicts(String... arguments) throws IOException {
    JsonNode result = result(arguments);
    Map<String, String> verdicts = new TreeMap<>();
    for (JsonNode rule : result.at("/deployments/0/rules")) {
      verdicts.put(rule.get("id").asText(), rule.get("verdict").asText());
    }
    verdicts.put("exit", result.get("exitCode").asText());
    return verdicts;
  }

  /** What is said of files and folders, with its place; nothing may have been judged. */
  private static List<String> refused(String... arguments) throws IOException {
    JsonNode result = result(arguments);
    assertEquals(3, result.get("exitCode").asInt());
    assertEquals(0, result.get("deployments").size());
    List<String> said = new ArrayList<>();
    for (JsonNode one : result.get("diagnostics")) {
      String place = one.at("/location/line").asText() + ":" + one.at("/location/column").asText();
      said.add(
          one.get("code").asText()
              + " "
              + place
              + " "
              + one.get("message").asText()
              + one.get("help"));
    }
    return said;
  }

  private static void assertSays(String expected, List<String> said) {
    assertTrue(said.stream().anyMatch(one -> one.contains(expected)), said.toString());
  }

  @Test
  void anOwnRuleIsProvenOrBroken() throws IOException {
    String good = template(NAMES);
    Map<String, String> bundled = verdicts("--no-config", good);
    assertEquals("fail", bundled.get("iam-policy-changes"));
    Map<String, String> with = verdicts("--no-config", "--rules", own(), good);
    assertEquals("pass", with.remove("trail-changes"));
    assertEquals(bundled, with);
    assertEquals(
        Map.of("trail-changes", "pass", "exit", "0"),
        verdicts("--no-config", "--rules", own(), "--rule", "trail-changes", good));
    String bad = template("CreateTrail|UpdateTrail|DeleteTrail|StartLogging");
    JsonNode rule =
        result("--no-config", "--rules", own(), "--rule", "trail-changes", bad)
            .at("/deployments/0/rules/0");
    assertEquals("fail", rule.get("verdict").asText());
    assertEquals("trail-changes/filter-pattern", rule.at("/findings/0/code").asText());
    assertEquals("[\"StopLogging\"]", rule.at("/findings/0/events").toString());
  }

  /** Unlike IAM's, the calls are recorded in the Region where they are made. */
  @Test
  void aTrailOfOneRegionIsNotEnough() throws IOException {
    String one = template(NAMES, "IsMultiRegionTrail: false");
    JsonNode rule =
        result("--no-config", "--rules", own(), "--rule", "trail-changes", one)
            .at("/deployments/0/rules/0");
    assertEquals("fail", rule.get("verdict").asText());
    assertEquals("trail-changes/trail-regions", rule.at("/findings/0/code").asText());
  }

  @Test
  void aConfigurationNamesTheFolder() throws IOException {
    String good = template(NAMES);
    for (String rules :
        List.of("[HERE/own]", "HERE/own", "{ from: [HERE/own] }", "{ from: HERE/own }")) {
      assertEquals("pass", verdicts("--config", config(rules), good).get("trail-changes"), rules);
    }
    put(
        "own/trail-changes.yaml",
        Files.readString(EXAMPLE) + "default: \"off\"\nways: [eventbridge]\n");
    String config = config("{ from: [HERE/own], trail-changes: { ways: [eventbridge] } }");
    assertEquals("pass", verdicts("--config", config, good).get("trail-changes"), "named, so on");
    String off = config("{ from: [HERE/own], trail-changes: off }");
    assertFalse(verdicts("--config", off, good).containsKey("trail-changes"));
    config = config("{ from: [HERE/own], trail-changes: { ways: [eventbridge] } }");
    assertEquals(
        Map.of("trail-changes", "pass", "exit", "0"),
        verdicts("--config", config, "--rule", "trail-changes", good));
    assertEquals(
        Map.of("trail-changes-eventbridge", "fail", "exit", "1"),
        verdicts("--config", config, "--rule", "trail-changes-eventbridge", good));
    String stated =
        put(
            "trailproof.yaml",
            "rules: HERE/own\ndeployments: { one: { inputs: HERE/template.yaml, region: us-east-1,"
                + " rules: trail-changes } }\n");
    assertEquals(Map.of("trail-changes", "pass", "exit", "0"), verdicts("--config", stated));
  }

  @Test
  void theCommandLineGoesBeforeTheConfiguration() throws IOException {
    put("other/x.yaml", Files.readString(EXAMPLE).replace("id: trail", "id: other"));
    Map<String, String> verdicts =
        verdicts(
            "--config",
            config("HERE/other"),
            "--rules",
            Path.of(own()).toAbsolutePath().toString(),
            template(NAMES));
    assertTrue(verdicts.containsKey("trail-changes"));
    assertFalse(verdicts.containsKey("other-changes"));
  }

  @Test
  void anOwnChainServesOwnRules() throws IOException {
    put(
        "own/short.chain.yaml",
        """
        chain: short
        way: trail-alone
        links:
          trail:
            type: aws.cloudtrail.Trail
            particular: true
            missing: { id: own-trail, message: there is no trail }
            require:
              - { id: own-logging, property: logging, equals: true, message: "trail `{address}` is off" }
        """);
    put(
        "own/by-short.yml",
        Files.readString(EXAMPLE)
            .replace("id: trail", "id: short")
            .replace("cloudtrail-alarm", "short"));
    String[] asked = {"--no-config", "--rules", own(), "--rule", "short-changes", template("X")};
    assertEquals(Map.of("short-changes", "pass", "exit", "0"), verdicts(asked));
    String off =
        put("off.yaml", Files.readString(TEMPLATE).replace("IsLogging: true", "IsLogging: false"));
    asked[4] = "short-changes";
    asked[5] = off;
    assertEquals(Map.of("short-changes", "fail", "exit", "1"), verdicts(asked));
  }

  @Test
  void whatIsWrongInAFileHasItsPlace() throws IOException {
    String good = template(NAMES);
    String text = Files.readString(EXAMPLE);
    for (Map.Entry<String, String> wrong :
        Map.of(
                text.replace("cloudtrail-alarm", "cloudtrail-alarms"),
                "invalid-rule 1:1 unknown chain `cloudtrail-alarms`[\"did you mean"
                    + " `cloudtrail-alarm`",
                text.replace("severity:", "severty:"),
                "invalid-rule 4:1 ",
                text.replace("id: trail-changes", "id: iam-policy-changes"),
                "invalid-rule 1:1 there is a rule `iam-policy-changes` already",
                text.replace("id: trail-changes", "id: Not An Id"),
                "invalid-rule 1:5 `/id`",
                text + "title: again\n",
                "invalid-rules 11:1 `title` is given twice",
                "id: [\n",
                "invalid-yaml 2:1",
                text.replaceFirst(
                        "names: .*",
                        Matcher.quoteReplacement("pattern: '{ $.eventName = }'\n  name: x"))
                    .replaceFirst("  source: cloud.*\n", ""),
                "invalid-rule 7:29 the service would refuse the pattern: a value is missing",
                "just a text\n",
                "invalid-rule 1:1")
            .entrySet()) {
      put("own/trail-changes.yaml", wrong.getKey());
      assertSays(wrong.getValue(), refused("--no-config", "--rules", own(), good));
      // the rule may be the one that is asked for
      assertSays(
          wrong.getValue(),
          refused(
              "--rule",
              "trail-changes",
              "--config",
              config("{ from: HERE/own, trail-changes: { ways: all } }"),
              good));
    }
    put("own/trail-changes.yaml", text);
    put("own/c.chain.yaml", "chain: eventbridge\nway: x\nlinks: {}\n");
    assertSays(
        "invalid-chain 1:1 there is a chain `eventbridge` already",
        refused("--no-config", "--rules", own(), good));
  }

  @Test
  void foldersAreBoundedAndLinksAreNotFollowed() throws IOException {
    String good = template(NAMES);
    put("outside/x.yaml", Files.readString(EXAMPLE));
    Files.createSymbolicLink(folder.resolve("own/linked.yaml"), Path.of("../outside/x.yaml"));
    assertSays("linked.yaml` is a link", refused("--no-config", "--rules", own(), good));
    Files.delete(folder.resolve("own/linked.yaml"));
    Files.createSymbolicLink(folder.resolve("own/linked"), Path.of("../outside"));
    assertSays("linked` is a link", refused("--no-config", "--rules", own(), good));
    Files.delete(folder.resolve("own/linked"));
    put("own/large.yaml", "# " + "x".repeat(300_000));
    assertSays("at most 256 KiB", refused("--no-config", "--rules", own(), good));
    Files.delete(folder.resolve("own/large.yaml"));
    Files.createSymbolicLink(folder.resolve("out"), Path.of("/usr"));
    for (String outside : List.of("/usr", "HERE/../..", "HERE/out", "..")) {
      assertSays("invalid-rules 1:8 `", refused("--config", config("'" + outside + "'"), good));
    }
    assertSays(
        "invalid-rules 1:8 there is no folder", refused("--config", config("'HERE/no'"), good));
    assertSays("there is no folder `` of", refused("--no-config", "--rules", "", good));
    Files.createDirectories(folder.resolve("empty"));
    assertSays(
        "there is no rule and no chain in",
        refused("--no-config", "--rules", folder.resolve("empty").toString(), good));
    assertSays(
        "a folder of own rules is a path",
        result("--config", config("[1]"), good).get("diagnostics").toString().lines().toList());
  }

  /** A read may be left out by selectors, and a data event by every trail without them. */
  @Test
  void whatMayBeNoManagementWriteIsLeftOpen() throws IOException {
    for (String events :
        List.of(
            "source: s3.amazonaws.com, names: [PutObject]",
            "source: iam.amazonaws.com, names: [GetUser]",
            "pattern: '{ $.eventName = \"PutObject\" }', name: put")) {
      put(
          "own/trail-changes.yaml",
          Files.readString(EXAMPLE)
              .replaceFirst(
                  "events:[\\s\\S]*?]", Matcher.quoteReplacement("events: { " + events + " }")));
      JsonNode rule =
          result(
                  "--no-config",
                  "--rules",
                  own(),
                  "--rule",
                  "trail-changes",
                  template("PutObject|GetUser"))
              .at("/deployments/0/rules/0");
      assertEquals("unknown", rule.get("verdict").asText(), events);
      assertEquals("trail-changes/trail-selectors", rule.at("/findings/0/code").asText());
    }
  }

  @Test
  void aReportNeverReplacesARule() throws IOException {
    String rule = folder.resolve("own/trail-changes.yaml").toString();
    Invocation.Ended ended =
        Invocation.of("check", "--no-config", "--rules", own(), "-o", rule, template(NAMES));
    assertEquals(2, ended.status());
    assertEquals(Files.readString(EXAMPLE), Files.readString(Path.of(rule)));
  }
}
