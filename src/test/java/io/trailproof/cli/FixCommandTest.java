package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command shows of files, and what it writes. */
final class FixCommandTest {
  private static final Path FIXTURE =
      Path.of("fixtures/cloudformation/no-global-events/template.yaml");

  private static final String PLAN = "fixtures/terraform/threshold-100/plan.json";

  @TempDir Path folder;

  private static Invocation.Ended fix(Path file, String... more) {
    return fix(new Invocation(), file.toString(), more);
  }

  private static Invocation.Ended fix(Invocation invocation, String input, String... more) {
    List<String> line =
        new ArrayList<>(List.of("fix", "--no-config", "--rule", "iam-policy-changes"));
    line.addAll(List.of(more));
    line.add(input);
    return invocation.run(line.toArray(String[]::new));
  }

  private Path template(String text) throws IOException {
    return Files.writeString(folder.resolve("t.yaml"), text);
  }

  private static String fixture() throws IOException {
    return Files.readString(FIXTURE);
  }

  private static final String ADDED =
      """
            IsMultiRegionTrail: true
            CloudWatchLogsLogGroupArn: !GetAtt TrailLogGroup.Arn
            CloudWatchLogsRoleArn: !GetAtt DeliveryRole.Arn
            IncludeGlobalServiceEvents: true
      """;

  @Test
  void withoutBeingAskedNothingIsWritten() throws IOException {
    Path file = template(fixture());
    Invocation.Ended ended = fix(file);
    assertEquals(0, ended.status(), ended.err());
    assertTrue(ended.out().contains("+      IncludeGlobalServiceEvents: true"), ended.out());
    assertEquals(fixture(), Files.readString(file));
  }

  @Test
  void whatIsProvenIsWritten() throws IOException {
    Path file = template(fixture());
    Invocation.Ended ended = fix(file, "--write");
    assertEquals(0, ended.status(), ended.err());
    assertTrue(ended.out().endsWith("\nchanged `" + file + "`\n"), ended.out());
    assertTrue(Files.readString(file).contains(ADDED), Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void permissionsAreKept() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = template(fixture());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(0, fix(file, "--write").status());
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void whatIsNotProvenIsNotWritten() throws IOException {
    String text = fixture().replace("Default: secops@acme.example", "Default: ''");
    Path file = template(text);
    Invocation.Ended ended = fix(file, "--write");
    assertEquals(1, ended.status(), ended.out());
    assertTrue(
        ended.err().contains("nothing is written: not everything that was asked for is proven"),
        ended.err());
    assertEquals(text, Files.readString(file));
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path out = Files.writeString(elsewhere.resolve("t.yaml"), fixture());
    Path link = Files.createSymbolicLink(folder.resolve("t.yaml"), out);
    Invocation.Ended ended = fix(link, "--write");
    assertEquals(1, ended.status());
    assertTrue(ended.err().contains("a link that leads out of its folder"), ended.err());
    assertEquals(fixture(), Files.readString(out));
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void aLinkWithinItsFolderStaysOne() throws IOException {
    Path file = Files.writeString(folder.resolve("real.yaml"), fixture());
    Path link = Files.createSymbolicLink(folder.resolve("t.yaml"), file);
    assertEquals(0, fix(link, "--write").status());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(file).contains(ADDED));
  }

  @Test
  void standardInputIsShownAndNotWritten() throws IOException {
    Invocation.Ended ended = fix(new Invocation().reading(fixture()), "-", "--write");
    assertEquals(1, ended.status());
    assertTrue(ended.out().contains("+      IncludeGlobalServiceEvents: true"), ended.out());
    assertTrue(ended.err().contains("it came by standard input"), ended.err());
  }

  @Test
  void aTemplateWithinAnotherFileIsToldInWords() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.json"),
            "{\"TemplateBody\": " + new ObjectMapper().writeValueAsString(fixture()) + "}");
    Invocation.Ended ended = fix(file);
    assertTrue(ended.out().contains("set `IncludeGlobalServiceEvents` of `Trail`"), ended.out());
    assertTrue(ended.out().contains("by hand: its template is no file of its own"), ended.out());
    assertEquals(1, fix(file, "--write").status());
  }

  @Test
  void aPlanIsToldInWordsAndNotWritten() {
    Invocation.Ended ended = fix(new Invocation(), PLAN, "--write");
    assertEquals(1, ended.status());
    assertTrue(ended.out().contains("  set `threshold` of "), ended.out());
    assertTrue(ended.err().contains("nothing is written: what is told in words"), ended.err());
  }

  @Test
  void aMarkOfUtf8Stays() throws IOException {
    Path file = template("\uFEFF" + fixture());
    assertEquals(0, fix(file, "--write").status());
    assertTrue(Files.readString(file).startsWith("\uFEFFAWSTemplate"));
    assertTrue(Files.readString(file).contains(ADDED));
  }

  @Test
  void aDifferenceIsNothingElse() throws IOException {
    Path file = template(fixture());
    Invocation.Ended ended = fix(file, "--format", "diff");
    assertEquals("", ended.err());
    assertTrue(ended.out().startsWith("--- a/"), ended.out());
    assertFalse(ended.out().contains("with this"), ended.out());
    assertEquals(ended.out(), fix(file, "-f", "diff", "--set", "email=soc@corp.test").out());
  }

  @Test
  void aDifferenceOfWhatIsProvenIsEmpty() {
    Invocation.Ended ended =
        fix(Path.of("fixtures/cloudformation/compliant/template.yaml"), "--format", "diff");
    assertEquals("", ended.out() + ended.err());
    assertEquals(0, ended.status());
  }

  @Test
  void aDifferenceWithoutWhatIsLeftSaysSo() {
    Invocation.Ended ended = fix(new Invocation(), PLAN, "--format", "diff");
    assertEquals("", ended.out());
    assertTrue(ended.err().contains("1 more to do by hand"), ended.err());
  }

  @Test
  void whatATerminalWouldObeyIsInNoDifference() throws IOException {
    Path file =
        template(
            fixture().replace("!GetAtt DeliveryRole.Arn", "!GetAtt DeliveryRole.Arn # \u202e x"));
    Invocation.Ended text = fix(file);
    assertFalse(text.out().contains("\u202e"), text.out());
    assertTrue(text.out().contains("\\u202e"), text.out());
    Invocation.Ended diff = fix(file, "--format", "diff");
    assertEquals("", diff.out());
    assertTrue(diff.err().contains("it holds what a terminal would obey"), diff.err());
    assertEquals(0, fix(file, "--format", "diff", "--write").status());
    assertTrue(Files.readString(file).contains("IncludeGlobalServiceEvents: true"));
  }

  private Path withSecret() throws IOException {
    return template(
        fixture()
            .replace(
                "Conditions:",
                "  Token:\n    Type: String\n    NoEcho: true\n    Default: Zanzibar4711\n"
                    + "Conditions:")
            .replace("!GetAtt DeliveryRole.Arn", "!GetAtt DeliveryRole.Arn # Zanzibar4711"));
  }

  @Test
  void whatIsSensitiveIsInNoFormat() throws IOException {
    Path file = withSecret();
    Invocation.Ended text = fix(file);
    assertTrue(text.out().contains("is told in words: it quotes what is sensitive"), text.out());
    assertTrue(text.out().contains("set `IncludeGlobalServiceEvents` of `Trail`"), text.out());
    Invocation.Ended diff = fix(file, "--format", "diff");
    assertEquals("", diff.out());
    Invocation.Ended json = fix(file, "--format", "json");
    assertTrue(json.out().contains("\"withheld\": \"it quotes what is sensitive\""), json.out());
    for (Invocation.Ended one : List.of(text, diff, json)) {
      assertFalse((one.out() + one.err()).contains("Zanzibar"), one.out());
    }
    assertEquals(0, fix(file, "--write").status());
    assertTrue(Files.readString(file).contains("Arn # Zanzibar4711\n      Include"));
  }

  @Test
  void programsAreToldTheSame() throws IOException {
    Path file = template(fixture());
    JsonNode told = new ObjectMapper().readTree(fix(file, "--format", "json", "--write").out());
    assertEquals("trailproof-fix/1", told.get("format").asText());
    assertEquals(file.toString(), told.get("written").get(0).asText());
    JsonNode deployment = told.get("deployments").get(0);
    assertTrue(deployment.get("proven").asBoolean());
    JsonNode rule = deployment.get("rules").get(0);
    assertEquals("fail", rule.get("before").get("verdict").asText());
    assertEquals("pass", rule.get("after").get("verdict").asText());
    JsonNode change = rule.get("changes").get(0);
    assertEquals("set", change.get("action").asText());
    assertEquals("IncludeGlobalServiceEvents", change.get("property").asText());
    assertEquals("true", change.get("value").asText());
    assertFalse(change.has("byHand"));
    assertTrue(
        deployment.get("files").get(0).get("diff").asText().contains("\n+      IncludeGlobal"));
  }

  @Test
  void programsAreToldWhatIsLeft() throws IOException {
    JsonNode told =
        new ObjectMapper().readTree(fix(new Invocation(), PLAN, "--format", "json").out());
    JsonNode rule = told.get("deployments").get(0).get("rules").get(0);
    assertEquals(
        "no Terraform files were named (`--source`)",
        rule.get("changes").get(0).get("byHand").asText());
    assertEquals(0, told.get("deployments").get(0).get("files").size());
  }

  @Test
  void eachFileByItself() throws IOException {
    template(fixture());
    Files.writeString(
        folder.resolve("u.yaml"), fixture().replace("IsLogging: true", "IsLogging: false"));
    Invocation.Ended ended = fix(folder, "--each", "--write");
    assertEquals(0, ended.status(), ended.out() + ended.err());
    assertTrue(ended.out().contains("t.yaml`\n"), ended.out());
    assertTrue(Files.readString(folder.resolve("u.yaml")).contains("IsLogging: true"));
  }

  @Test
  void severalRulesChangeOneFile() throws IOException {
    Path file = template(fixture());
    List<String> line =
        List.of(
            "fix",
            "--no-config",
            "--rule",
            "iam-policy-changes",
            "--rule",
            "root-usage",
            "--rule",
            "vpc-changes",
            "--write",
            file.toString());
    Invocation.Ended ended = Invocation.of(line.toArray(String[]::new));
    assertEquals(0, ended.status(), ended.out() + ended.err());
    assertTrue(ended.out().contains("root-usage: "), ended.out());
    Invocation.Ended again = Invocation.of(line.toArray(String[]::new));
    assertTrue(again.out().startsWith("nothing to do"), again.out());
  }

  @Test
  void aFormatThatThereIsNotIsRefused() {
    assertEquals(2, fix(FIXTURE, "--format", "html").status());
  }

  @Test
  void sourcesThatAreNewerThanThePlanAreToldOf() throws IOException {
    for (String name : List.of("main.tf", "plan.json")) {
      Files.copy(Path.of("fixtures/terraform/threshold-100", name), folder.resolve(name));
    }
    Path plan = folder.resolve("plan.json");
    Path source = folder.resolve("main.tf");
    FileTime made = FileTime.from(Instant.parse("2026-11-30T10:00:00Z"));
    Files.setLastModifiedTime(plan, made);
    Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2026-11-30T10:00:01Z")));
    Invocation.Ended newer = fix(plan, "--source", folder.toString());
    assertEquals(0, newer.status(), newer.err());
    assertTrue(newer.err().startsWith("note[newer-than-plan]: "), newer.err());
    Files.setLastModifiedTime(source, made);
    assertEquals("", fix(plan, "--source", folder.toString()).err());
    String written = fix(plan, "--source", folder.toString(), "--write").out();
    assertTrue(written.contains("main.tf`\nmake the plan again: "), written);
    assertTrue(Files.readString(source).contains("threshold           = 1\n"));
  }

  @Test
  void whatOnlyTheUserKnowsIsAskedForOnce() {
    String out =
        Invocation.of(
                "fix",
                "--no-config",
                "--rule",
                "iam-policy-changes",
                "--rule",
                "cloudtrail-changes",
                "fixtures/terraform/topic-without-subscription/plan.json")
            .out();
    assertEquals(1, out.split("say `--set email", -1).length - 1, out);
    assertTrue(out.contains("  waits for `--set email=...`"), out);
    assertEquals(1, out.split("\"aws_cloudwatch_metric_alarm\"", -1).length - 1, out);
  }

  /** A key that stands twice counts once, so to take one of them out leaves the other one. */
  @Test
  void whatIsNotProvenOnceItIsReadAgainIsNotOffered() throws IOException {
    String twice = "\"Dimensions\": [{\"Name\": \"a\", \"Value\": \"b\"}],";
    String text =
        Files.readString(Path.of("fixtures/cloudformation/compliant-json/template.json"))
            .replace("\"Threshold\": 1,", "\"Threshold\": 1," + twice + twice);
    Path file = Files.writeString(folder.resolve("t.json"), text);
    Invocation.Ended told = fix(file, "--write");
    assertEquals(1, told.status(), told.out() + told.err());
    assertTrue(told.out().contains("with this: not proven, as the files do not say"), told.out());
    assertFalse(told.out().contains("--- a/"), told.out());
    assertEquals(text, Files.readString(file));
    assertEquals("", fix(file, "--format", "diff").out());
    JsonNode json = new ObjectMapper().readTree(fix(file, "--format", "json").out());
    JsonNode deployment = json.get("deployments").get(0);
    assertFalse(deployment.get("confirmed").asBoolean());
    assertFalse(deployment.get("proven").asBoolean());
    assertEquals("unknown", deployment.get("rules").get(0).get("after").get("verdict").asText());
    assertEquals(0, deployment.get("files").size());
  }

  @Test
  void aNestedTemplateIsEditedWhereItStands() throws IOException {
    try (var files = Files.list(Path.of("fixtures/cloudformation/cdk-nested"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    Path nested = folder.resolve("AuditWatching0B6AA066.nested.template.json");
    String proven = Files.readString(nested);
    String text = proven.replace("\"Threshold\": 1,", "\"Threshold\": 50,");
    assertFalse(text.equals(proven));
    Files.writeString(nested, text);
    Path parent = folder.resolve("Audit.template.json");
    Invocation.Ended ended = fix(parent, "--write");
    assertEquals(0, ended.status(), ended.out() + ended.err());
    assertEquals(proven, Files.readString(nested));
  }
}
