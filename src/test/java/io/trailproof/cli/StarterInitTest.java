package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.api.CheckedDocument;
import io.trailproof.api.Trailproof;
import io.trailproof.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code trailproof init terraform} and {@code cloudformation}. */
final class StarterInitTest {
  private static final String TRAIL = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/org";
  private static final String GROUP = "arn:aws:logs:eu-central-1:111122223333:log-group:/org/trail";
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:soc";

  @TempDir Path folder;

  private static Invocation.Ended init(String dialect, String... options) {
    List<String> words = new ArrayList<>(List.of("init", dialect));
    words.addAll(List.of(options));
    return Invocation.of(words.toArray(String[]::new));
  }

  private static CheckedDocument checked(String template, String... rules) {
    Trailproof checks = rules.length == 0 ? Trailproof.standard() : Trailproof.ofRules(rules);
    return checks.check("template.yaml", template.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> rules() {
    return new Wiring()
        .rules().stream()
            .filter(rule -> !rule.isAboutWords())
            .filter(rule -> rule.chain().way().equals("metric-filter"))
            .map(Rule::id)
            .toList();
  }

  @Test
  void rulesThatAreOnAreProven() {
    Invocation.Ended ended = init("cloudformation");
    assertEquals(0, ended.status());
    assertEquals("next: `trailproof check template.yaml` proves it\n", ended.err());
    CheckedDocument checked = checked(ended.out());
    assertTrue(checked.isProven(), checked.json());
    String report = new Invocation().reading(ended.out()).run("check", "--no-config", "-").out();
    assertTrue(report.contains("16 of 16 events reach a subscriber this way"), report);
    assertFalse(ended.out().contains("@"), "an address is never made up");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachRuleIsProvenByItself(String rule) {
    CheckedDocument checked = checked(init("cloudformation", "--rule", rule).out(), rule);
    assertTrue(checked.isProven(), checked.json());
  }

  @Test
  void allRulesAreProvenTogether() {
    assertTrue(rules().size() > 20, "the rules are found");
    Invocation.Ended ended = init("cloudformation", "--rule", "*");
    assertEquals("next: `trailproof check --rule '*' template.yaml` proves it\n", ended.err());
    CheckedDocument checked = checked(ended.out(), rules().toArray(String[]::new));
    assertTrue(checked.isProven(), checked.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void sameIsWrittenEachTime(String dialect) {
    String once = init(dialect, "--rule", "*", "--email", "soc@acme.test").out();
    assertEquals(once, init(dialect, "--rule", "*", "--email", "soc@acme.test").out());
    long wide =
        once.lines().filter(line -> line.strip().startsWith("#") && line.length() > 100).count();
    assertEquals(0, wide, "comments are wrapped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void addressIsAskedForUnlessItIsGiven(String dialect) {
    String asked = init(dialect).out();
    assertFalse(asked.contains("soc@acme.test"));
    String given = init(dialect, "--email", "soc@acme.test").out();
    List<String> more = new ArrayList<>(given.lines().toList());
    asked.lines().forEach(more::remove);
    assertEquals(1, more.size(), "it is the default of what is asked for");
    assertTrue(more.get(0).contains("soc@acme.test"), more.get(0));
  }

  /** Each of what may exist, and what the last line of its proof counts. */
  static List<List<String>> existing() {
    return List.of(
        List.of("--log-group-arn", GROUP),
        List.of("--log-group-arn", "/org/trail"),
        List.of("--trail-arn", TRAIL, "--log-group-arn", GROUP + ":*"),
        List.of("--topic-arn", TOPIC),
        List.of("--topic-arn", TOPIC, "--email", "soc@acme.test"),
        List.of("--trail-arn", TRAIL, "--log-group-arn", GROUP, "--topic-arn", TOPIC));
  }

  @ParameterizedTest
  @MethodSource("existing")
  void whatExistsIsProvenOnceItIsDeclaredAsTheCommentSays(List<String> options) throws IOException {
    Path template = folder.resolve("template.yaml");
    List<String> words = new ArrayList<>(options);
    words.addAll(List.of("-o", template.toString()));
    Invocation.Ended ended = init("cloudformation", words.toArray(String[]::new));
    assertEquals(0, ended.status(), ended.err());
    assertTrue(ended.err().startsWith("not written, so not proven by it: "), ended.err());
    String text = Files.readString(template);
    assertFalse(checked(text).isProven(), "what is elsewhere cannot be proven");
    String declared =
        text.lines()
            .dropWhile(line -> !line.equals("#     declared:"))
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.substring("#     ".length()))
            .collect(Collectors.joining("\n"));
    Path config =
        Files.writeString(
            folder.resolve("trailproof.yaml"), declared.replace("ADDRESS", "soc@acme.test"));
    Invocation.Ended check =
        Invocation.of(
            "check",
            "--config",
            config.toString(),
            "--region",
            "eu-central-1",
            "--account",
            "111122223333",
            template.toString());
    assertEquals(0, check.status(), check.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--topic-arn " + TOPIC + " | --region eu-central-1 --account ACCOUNT",
        "--log-group-arn /org/trail | --region REGION --account ACCOUNT",
        "--log-group-arn " + GROUP + " | --region eu-central-1 --account 111122223333",
        "--log-group-arn /org/trail --trail-arn " + TRAIL + " | --account 111122223333"
      })
  void topicSaysNotWhoseAccountTheAlarmsAreIn(String options, String where) {
    Invocation.Ended ended = init("terraform", options.strip().split(" ", -1));
    assertTrue(ended.err().contains(where + " plan.json`"), ended.err());
  }

  @Test
  void nothingIsOverwrittenUnlessItIsMeant() throws IOException {
    Path file = Files.writeString(folder.resolve("main.tf"), "mine");
    Invocation.Ended refused = init("terraform", "-o", file.toString());
    assertEquals(3, refused.status());
    assertTrue(refused.err().contains("is there already, and stays as it is"), refused.err());
    assertEquals("mine", Files.readString(file));
    Invocation.Ended forced = init("terraform", "-o", file.toString(), "--force");
    assertEquals(0, forced.status(), forced.err());
    assertEquals(init("terraform").out(), Files.readString(file));
    assertTrue(forced.out().startsWith("wrote `" + file + "`; `terraform plan "), forced.out());
    assertEquals(3, init("terraform", "-o", folder.toString(), "--force").status());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege there")
  void linkToNowhereIsThereToo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a.tf"), folder.resolve("b.tf"));
    assertEquals(3, init("terraform", "-o", link.toString()).status());
    assertFalse(Files.exists(folder.resolve("b.tf")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rule cis-4-4-audit | asks for no metric filter",
        "--rule iam-policy-changes-eventbridge | asks for no metric filter",
        "--rule iam-policy-change | there is no rule",
        "--trail-arn " + TRAIL + " | needs `--log-group-arn`",
        "--trail-arn trail | takes the ARN of a trail",
        "--topic-arn " + TOPIC + ".fifo | takes the ARN of a standard topic",
        "--log-group-arn a:b | takes the ARN of a log group or its name",
        "--email nobody | takes an e-mail address",
        "--topic-arn arn:aws:sns:us-east-1:111122223333:soc --log-group-arn "
            + GROUP
            + " | are in one Region, not in eu-central-1 and us-east-1"
      })
  void whatMakesNoChainIsRefused(String options, String why) {
    Invocation.Ended ended = init("terraform", options.strip().split(" ", -1));
    assertEquals(2, ended.status());
    assertTrue(ended.err().contains(why), ended.err());
    assertEquals("", ended.out());
  }

  @Test
  void moreFiltersThanALogGroupTakesAreRefused() throws IOException {
    String rule =
        Files.readString(Path.of("rules/monitoring/kms-key-deletion.yaml"))
            .replaceAll("(?m)^ways:.*\n", "");
    for (int i = 0; i <= 100; i++) {
      Files.writeString(
          folder.resolve("own-" + i + ".yaml"),
          rule.replace("id: kms-key-deletion", "id: own-" + i));
    }
    Invocation.Ended ended = init("terraform", "--rules", folder.toString(), "--rule", "own-*");
    assertEquals(2, ended.status(), ended.err());
    assertTrue(ended.err().contains("it takes 101 metric filters"), ended.err());
  }

  @Test
  void optionsOfChainsAreNotForAConfiguration() {
    Invocation.Ended ended = init("config", "--email", "soc@acme.test");
    assertEquals(2, ended.status());
    assertTrue(ended.err().contains("`--email` is for `terraform` and `cloudformation`"));
  }

  @Test
  void ownRuleGetsItsChain() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("keys.yaml"),
            """
            id: key-changes
            title: a change to a key raises an alarm
            claim: fires
            severity: low
            chain: cloudtrail-alarm
            description: It's "${told}".
            events:
              source: kms.amazonaws.com
              names: [DisableKey, PutKeyPolicy]
            """);
    Path template = folder.resolve("own.template");
    Invocation.Ended ended =
        Invocation.of(
            Stream.of(
                    "init cloudformation --rule key-changes --rules",
                    own.toString(),
                    "-o",
                    template.toString())
                .flatMap(words -> Stream.of(words.split(" ", -1)))
                .toArray(String[]::new));
    assertEquals(0, ended.status(), ended.err());
    assertTrue(
        ended.out().contains(own + " --rule key-changes ")
            || ended.out().contains(own + "' --rule key-changes "),
        ended.out());
    Invocation.Ended check =
        Invocation.of(
            "check",
            "--no-config",
            "--rules",
            own.toString(),
            "--rule",
            "key-changes",
            template.toString());
    assertEquals(0, check.status(), check.out());
  }
}
