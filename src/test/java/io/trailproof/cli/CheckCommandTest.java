package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckCommandTest {
  private static final String PROVEN = "fixtures/terraform/compliant/plan.json";
  private static final String BROKEN = "fixtures/terraform/threshold-100/plan.json";
  private static final String UNKNOWN = "fixtures/terraform/unknown-local/plan.json";
  private static final String NETWORK = "src/test/resources/io/trailproof/cli/network.yaml";
  private static final String ESCAPE = "\u001b[";

  @TempDir Path folder;

  private static int status(String... arguments) {
    return Invocation.of(arguments).status();
  }

  private static JsonNode result(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("check", "-f", "json"));
    all.addAll(List.of(arguments));
    return new ObjectMapper().readTree(Invocation.of(all.toArray(String[]::new)).out());
  }

  private Path copy(String fixture, String name) throws IOException {
    return Files.copy(Path.of(fixture), folder.resolve(name));
  }

  // --- exit codes

  @Test
  void proofIsZeroAndAFindingOne() {
    assertEquals(0, status("check", PROVEN));
    assertEquals(1, status("check", BROKEN));
  }

  @Test
  void whatCannotBeToldCountsAsAFindingUnlessTheUserSaysOtherwise() {
    assertEquals(1, status("check", UNKNOWN));
    assertEquals(1, status("check", "--unknown", "fail", UNKNOWN));
    assertEquals(0, status("check", "--unknown", "warn", UNKNOWN));
    assertEquals(0, status("check", "--unknown=pass", UNKNOWN));
    assertEquals(1, status("check", "--unknown", "pass", BROKEN));
  }

  @Test
  void findingBelowTheThresholdIsAWarning() {
    assertEquals(1, status("check", "--fail-on", "high", BROKEN));
    Invocation.Ended ended = Invocation.of("check", "--fail-on", "critical", BROKEN);
    assertEquals(0, ended.status());
    assertTrue(ended.out().contains("warning[iam-policy-changes/alarm-threshold]"), ended.out());
    assertEquals(0, status("check", "--fail-on", "never", BROKEN, UNKNOWN));
  }

  @Test
  void unreadableInputIsStrongerThanAFindingAndTheOthersAreStillChecked() {
    Invocation.Ended ended = Invocation.of("check", "--each", "no-such.json", BROKEN);
    assertEquals(3, ended.status());
    assertTrue(ended.out().contains("alarm-threshold"), ended.out());
    assertEquals(3, status("check", "--fail-on", "never", "no-such.json", PROVEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "check",
        "chek x.json",
        "check --fail-onn high x.json",
        "check --fail-on hihg x.json",
        "check --unknown maybe x.json",
        "check --color sometimes x.json",
        "check --format xml x.json",
        "check --format",
        "check -qv x.json"
      })
  void commandLineThatMakesNoSenseIsUsage(String line) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
    Invocation.Ended ended = Invocation.of(arguments);
    assertEquals(2, ended.status());
    assertEquals("", ended.out());
    assertFalse(ended.err().isEmpty());
  }

  @Test
  void faultOfOursIsSeventyAndNoFinding() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("planted");
          }

          @Override
          public int read(byte[] into, int from, int length) {
            return read();
          }
        };
    Invocation.Ended ended = new Invocation().reading(broken).run("pattern", "-");
    assertEquals(70, ended.status());
    assertEquals("", ended.out());
    assertTrue(ended.err().startsWith("error[internal]: "), ended.err());
    assertTrue(ended.err().contains("trailproof --version"), "what to report is said");
    assertFalse(ended.err().contains("planted"), "what an exception says may quote an input");
    assertFalse(ended.err().contains("\tat "), "a stack trace is shown on request only");
    String debugged =
        new Invocation().with("TRAILPROOF_DEBUG", "1").reading(broken).run("pattern", "-").err();
    assertTrue(debugged.contains("\tat "), debugged);
    assertFalse(debugged.contains("planted"), debugged);
  }

  // --- what is judged together

  @Test
  void nestedTemplatesOfAnAssemblyAreJudgedWithTheirParent() throws IOException {
    String assembly = "fixtures/cloudformation/cdk-nested";
    JsonNode result = result("--each", assembly);
    assertEquals(1, result.get("deployments").size(), result.toPrettyString());
    assertEquals(assembly + "/Audit.template.json", result.at("/deployments/0/name").asText());
    String nested = assembly + "/AuditWatching0B6AA066.nested.template.json";
    assertEquals(nested, result("--each", nested).at("/deployments/0/name").asText());
  }

  @Test
  void eachFileIsADeploymentOfItsOwnInTheOrderGiven() throws IOException {
    JsonNode result = result("--each", BROKEN, PROVEN, UNKNOWN);
    List<String> verdicts = new ArrayList<>();
    for (JsonNode deployment : result.get("deployments")) {
      assertEquals(deployment.get("name"), deployment.get("inputs").get(0));
      verdicts.add(
          deployment.get("name").asText() + " " + deployment.at("/rules/0/verdict").asText());
    }
    assertEquals(List.of(BROKEN + " fail", PROVEN + " pass", UNKNOWN + " unknown"), verdicts);
    assertEquals(1, result.at("/summary/unknown").asInt());
  }

  @Test
  void linksCrossTheFilesOfOneDeployment() throws IOException {
    String template = Files.readString(Path.of("fixtures/cloudformation/compliant/template.yaml"));
    int resources = template.indexOf("Resources:\n") + "Resources:\n".length();
    int filter = template.indexOf("  IamPolicyChanges:\n");
    Path trail = folder.resolve("trail.yaml");
    Path alarms = folder.resolve("alarms.yaml");
    Files.writeString(
        trail,
        template.substring(0, filter)
            + "Outputs:\n"
            + "  Logs:\n"
            + "    Value: !Ref TrailLogGroup\n"
            + "    Export: { Name: trail-logs }\n");
    Files.writeString(
        alarms,
        (template.substring(0, resources) + template.substring(filter))
            .replace("LogGroupName: !Ref TrailLogGroup", "LogGroupName: !ImportValue trail-logs"));
    assertEquals(0, status("check", trail.toString(), alarms.toString()));
    assertEquals(0, status("check", alarms.toString(), trail.toString()));
    assertEquals(0, status("check", folder.toString()));
    assertEquals(1, status("check", alarms.toString()));
    assertEquals(1, status("check", "--each", trail.toString(), alarms.toString()));
  }

  @Test
  void sameFileNamedTwiceIsStillProven() {
    assertEquals(0, status("check", PROVEN, PROVEN));
  }

  @Test
  void whatAnUnreadableFileHoldsIsNotTakenForMissing() throws IOException {
    Path trail = folder.resolve("trail.yaml");
    String template = Files.readString(Path.of("fixtures/cloudformation/compliant/template.yaml"));
    Files.writeString(trail, template.substring(0, template.indexOf("  IamPolicyChanges:\n")));
    JsonNode result = result(trail.toString(), folder.resolve("alarms.yaml").toString());
    assertEquals(3, result.get("exitCode").asInt());
    assertEquals("unknown", result.at("/deployments/0/rules/0/verdict").asText());
    assertEquals("fail", result(trail.toString()).at("/deployments/0/rules/0/verdict").asText());
  }

  @Test
  void standardInputIsRead() throws IOException {
    Invocation.Ended ended =
        new Invocation().reading(Files.readString(Path.of(BROKEN))).run("check", "-");
    assertEquals(1, ended.status());
    assertTrue(ended.out().contains("\n      -:1:"), ended.out());
  }

  // --- folders, and files that are none of our business

  @Test
  void otherFilesOfAFolderArePassedOverAndCounted() throws IOException {
    copy(PROVEN, "plan.json");
    Files.writeString(folder.resolve("package.json"), "{\"name\": \"x\"}");
    Files.writeString(folder.resolve("chart.yaml"), "a: {{ .Values.a }}\nb: {{- x }}");
    Files.writeString(folder.resolve("README.md"), "# x");
    Files.createDirectory(folder.resolve("node_modules"));
    copy(BROKEN, "node_modules/plan.json");
    Invocation.Ended ended = Invocation.of("check", folder.toString());
    assertEquals(0, ended.status(), ended.out());
    assertTrue(ended.out().endsWith("; 2 files neither plan nor template\n"), ended.out());
  }

  @Test
  void brokenFileOfAFolderMayBeAnInput() throws IOException {
    copy(PROVEN, "plan.json");
    Files.writeString(folder.resolve("broken.yaml"), "a: [");
    assertEquals(3, status("check", folder.toString()));
    assertEquals(
        3, status("check", "--skip-unrecognised", folder.resolve("broken.yaml").toString()));
  }

  @Test
  void emptyFolderIsNoProof() {
    Invocation.Ended ended = Invocation.of("check", folder.toString());
    assertEquals(3, ended.status());
    assertTrue(ended.out().contains("error[nothing-to-check]"), ended.out());
  }

  @Test
  void namedFileThatIsNoInputIsAnError() {
    Invocation.Ended ended = Invocation.of("check", "rules/index.yaml");
    assertEquals(3, ended.status());
    assertTrue(ended.out().startsWith("error[unrecognised-input]"), ended.out());
    assertTrue(ended.out().contains("  --> rules/index.yaml:1:1"), ended.out());
  }

  @Test
  void fileThatIsNoInputIsLeftOutOnRequest() {
    Invocation.Ended ended =
        Invocation.of("check", "--each", "--skip-unrecognised", "README.md", "pom.xml", PROVEN);
    assertEquals(0, ended.status());
    assertTrue(ended.out().endsWith("; 2 files neither plan nor template\n"), ended.out());
    assertEquals(0, status("check", "--skip-unrecognised", "README.md"));
  }

  @Test
  void missingFileIsAnErrorEvenThen() {
    assertEquals(3, status("check", "--skip-unrecognised", "no-such.json"));
  }

  @Test
  void templateAboutSomethingElseFailsUnlessAHookHandedItOver() throws IOException {
    assertEquals(1, status("check", NETWORK));
    Invocation.Ended ended =
        Invocation.of("check", "--each", "--skip-unrecognised", NETWORK, PROVEN);
    assertEquals(0, ended.status());
    assertTrue(
        ended.out().endsWith("1 rule proven, 1 not applicable, no Terraform files read\n"),
        ended.out());
    JsonNode result = result("--each", "--skip-unrecognised", NETWORK);
    assertEquals("not-applicable", result.at("/deployments/0/rules/0/verdict").asText());
    assertEquals(0, result.at("/summary/pass").asInt());
  }

  @Test
  void onlyWhatIsParticularToTheChainIsJudgedOfWhatAHookHandsOver() throws IOException {
    Path topic = folder.resolve("topic.yaml");
    Files.writeString(topic, "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
    assertEquals(0, status("check", "--each", "--skip-unrecognised", topic.toString()));
    assertEquals(
        1, status("check", "--each", "--skip-unrecognised", "--require", topic.toString()));
    assertEquals(1, status("check", topic.toString()));
    Path trail = folder.resolve("trail.yaml");
    Files.writeString(
        trail,
        "Resources: {T: {Type: 'AWS::CloudTrail::Trail', Properties: {S3BucketName: b,"
            + " IsLogging: true}}}");
    assertEquals(1, status("check", "--each", "--skip-unrecognised", trail.toString()));
  }

  @Test
  void planThatTakesTheChainAwayIsJudgedWhoeverHandedItOver() throws IOException {
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{}},
        "resource_changes":[{"address":"aws_cloudtrail.main","mode":"managed","type":"aws_cloudtrail",
        "name":"main","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["delete"],
        "before":{"name":"main","s3_bucket_name":"logs"},"after":null}}],"configuration":{"root_module":{}}}
        """);
    assertEquals(1, status("check", "--skip-unrecognised", plan.toString()));
  }

  @Test
  void templateThatHidesResourcesIsJudgedWhereItIsNamed() throws IOException {
    Path parent = folder.resolve("parent.yaml");
    Files.writeString(
        parent,
        """
        Resources:
          Child:
            Type: AWS::CloudFormation::Stack
            Properties: { TemplateURL: https://acme.example/child.yaml }
        """);
    JsonNode handed = result("--skip-unrecognised", parent.toString());
    assertEquals("not-applicable", handed.at("/deployments/0/rules/0/verdict").asText());
    JsonNode result = result(parent.toString());
    assertEquals("unknown", result.at("/deployments/0/rules/0/verdict").asText());
  }

  // --- names that look like options

  @Test
  void fileWhoseNameBeginsWithADashIsAFile() throws IOException {
    Path dashed = Path.of("-trailproof-dash-test.json");
    Files.copy(Path.of(BROKEN), dashed);
    try {
      assertEquals(1, status("check", dashed.toString()));
      assertEquals(1, status("check", "--each", PROVEN, dashed.toString()));
      assertTrue(
          Invocation.of("check", dashed.toString()).out().contains("./" + dashed + ":1:"),
          "it is shown so that it can be given again");
    } finally {
      Files.delete(dashed);
    }
  }

  @Test
  void wordThatIsNeitherOptionNorFileIsNeverPassedOver() {
    assertEquals(2, status("check", "-help.json", PROVEN));
    assertEquals(2, status("check", "-Version.json"));
    assertEquals(2, status("check", "-dash.json"));
  }

  // --- rules

  @Test
  void onlyTheNamedRuleIsChecked() {
    assertEquals(0, status("check", "--rule", "iam-policy-changes", PROVEN));
  }

  @Test
  void unknownRuleGetsTheNearestName() {
    Invocation.Ended ended = Invocation.of("check", "--rule", "iam-policy-change", PROVEN);
    assertEquals(2, ended.status());
    assertTrue(ended.err().contains("did you mean `iam-policy-changes`?"), ended.err());
  }

  // --- output

  @Test
  void reportGoesToTheFileInsteadOfTheScreen() throws IOException {
    Path report = folder.resolve("report.txt");
    Invocation.Ended ended = Invocation.of("check", "-o", report.toString(), BROKEN);
    assertEquals(1, ended.status());
    assertEquals("", ended.out());
    assertEquals(Invocation.of("check", BROKEN).out(), Files.readString(report));
  }

  @Test
  void reportThatCannotBeWrittenIsNoProof() {
    String report = folder.resolve("no/such/folder.txt").toString();
    Invocation.Ended ended = Invocation.of("check", "-o", report, PROVEN);
    assertEquals(3, ended.status());
    assertTrue(ended.err().startsWith("error[output]: "), ended.err());
  }

  @Test
  void quietSaysOnlyWhatIsNotProven() {
    assertEquals(
        "1 rule proven, no Terraform files read\n",
        Invocation.of("check", "--quiet", PROVEN).out());
    String decides = Invocation.of("check", "--rule", "iam-policy-changes", BROKEN).out();
    assertEquals(decides, Invocation.of("check", "-q", BROKEN).out());
    assertEquals(
        "", Invocation.of("check", "-q", "--skip-unrecognised", "README.md", NETWORK).err());
  }

  @Test
  void proofNeverSaysThatSomethingFailed() {
    // Some servers look for that word in what a policy check prints.
    assertFalse(Invocation.of("check", PROVEN).out().contains("fail"));
    assertTrue(
        Invocation.of("check", BROKEN)
            .out()
            .endsWith("\n0 rules proven, 1 failure, no Terraform files read\n"));
  }

  @Test
  void colourIsForTerminalsUnlessTheUserSaysOtherwise() {
    assertFalse(colours(new Invocation()));
    assertTrue(colours(terminal()));
    assertTrue(colours(new Invocation(), "--color", "always"));
    assertFalse(colours(terminal(), "--color=never"));
  }

  @Test
  void variablesDecideWhereNoOptionDoes() {
    assertFalse(colours(terminal().with("NO_COLOR", "1")));
    assertTrue(colours(terminal().with("NO_COLOR", "")));
    assertFalse(colours(terminal().with("TERM", "dumb")));
    assertTrue(colours(new Invocation().with("FORCE_COLOR", "1")));
    assertTrue(colours(new Invocation().with("CLICOLOR_FORCE", "1")));
    assertFalse(colours(new Invocation().with("CLICOLOR_FORCE", "0")));
    assertFalse(colours(new Invocation().with("FORCE_COLOR", "1").with("NO_COLOR", "1")));
    assertTrue(colours(new Invocation().with("NO_COLOR", "1"), "--color", "always"));
  }

  private static Invocation terminal() {
    return new Invocation().knowing("trailproof.stdout.tty", "true");
  }

  private static boolean colours(Invocation invocation, String... options) {
    List<String> all = new ArrayList<>(List.of("check", BROKEN));
    all.addAll(List.of(options));
    return invocation.run(all.toArray(String[]::new)).out().contains(ESCAPE);
  }

  @Test
  void fileGetsNoColourBecauseTheScreenHasSome() throws IOException {
    Path report = folder.resolve("report.txt");
    terminal().run("check", "-o", report.toString(), BROKEN);
    assertFalse(Files.readString(report).contains(ESCAPE));
  }

  @Test
  void launcherKnowsBestWhatTheTerminalShows() {
    assertTrue(pictures(new Invocation()));
    assertFalse(pictures(new Invocation().with("LANG", "de_DE.ISO-8859-1")));
    assertTrue(pictures(new Invocation().with("LC_ALL", "C.UTF-8").with("LANG", "C")));
    assertTrue(
        pictures(new Invocation().knowing("trailproof.terminal.utf8", "true").with("LC_ALL", "C")));
    assertFalse(pictures(new Invocation().knowing("trailproof.terminal.utf8", "false")));
  }

  private static boolean pictures(Invocation invocation) {
    return invocation.run("check", PROVEN).out().contains("✓");
  }

  // --- help

  @Test
  void versionAndHelpGoToStandardOutput() {
    for (String option : List.of("--version", "-V")) {
      assertTrue(Invocation.of(option).out().startsWith("trailproof "));
      assertEquals(Invocation.of(option), Invocation.of("check", option));
    }
    for (String option : List.of("--help", "-h")) {
      Invocation.Ended help = Invocation.of("check", option);
      assertEquals(0, help.status());
      assertTrue(help.out().contains("--skip-unrecognised"), help.out());
      assertEquals("", help.err());
    }
    assertTrue(Invocation.of("--help").out().contains("check"));
  }
}
