package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an input says is never a way to a file that is none of its business. */
final class ConfinedReadsTest {
  private static final String TOKEN = "ghs_16C7e42F292c6912E7";

  @TempDir Path folder;

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env",
        ".git/config",
        "parts/.hidden/part.yaml",
        "parts/.part.yaml",
        "open.yaml",
        "a/../.env"
      })
  void nothingHiddenIsIncluded(String name) throws IOException {
    String part = "Group: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: " + TOKEN + "}}\n";
    for (String file :
        List.of(".env", ".git/config", "parts/.hidden/part.yaml", "parts/.part.yaml")) {
      write(file, part);
    }
    Files.createSymbolicLink(folder.resolve("open.yaml"), Path.of(".env"));
    for (String location : List.of(name, "./" + name)) {
      String template =
          write(
              "t.yaml",
              Chains.without("Group")
                  + "  Fn::Transform: {Name: AWS::Include, Parameters: {Location: "
                  + location
                  + "}}\n  Nested: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: "
                  + location
                  + "}}\n");
      Checked read = Checked.of(template);
      assertEquals("unknown", read.verdict(), read.text());
      assertFalse(read.text().contains(TOKEN), read.text());
    }
  }

  @Test
  void aTemplateInAHiddenFolderHasPartsBesideIt() throws IOException {
    write(".aws-sam/build/part.yaml", Chains.template());
    String template =
        write(
            ".aws-sam/build/template.yaml",
            "Resources:\n  All: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL:"
                + " part.yaml}}\n");
    assertEquals("pass", Checked.of(template).verdict(), Checked.of(template).text());
  }

  @Test
  void aManifestThatIsALinkOutOfItsFolderIsNotRead() throws IOException {
    Path assembly = Path.of("fixtures/cloudformation/cdk-two-accounts");
    Path inside = Files.createDirectories(folder.resolve("in/cdk.out"));
    try (var files = Files.list(assembly)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, inside.resolve(file.getFileName().toString()));
      }
    }
    Path manifest = inside.resolve("manifest.json");
    String with = Invocation.of("check", inside.toString()).out();
    Files.move(manifest, folder.resolve("elsewhere.json"));
    String without = Invocation.of("check", inside.toString()).out();
    assertNotEquals(with, without, "the manifest tells something");
    Files.createSymbolicLink(manifest, folder.resolve("elsewhere.json"));
    assertEquals(without, Invocation.of("check", inside.toString()).out());
  }

  /** A configuration is of the checkout: it names what lies there, and no device. */
  @Test
  void aConfigurationNamesNothingOutside() throws IOException, InterruptedException {
    assumeTrue(File.separatorChar == '/', "there are no devices elsewhere");
    write("in/template.yaml", Chains.template());
    write("secrets.json", "{\"Parameters\": {\"A\": \"" + TOKEN + "\"");
    Files.createSymbolicLink(folder.resolve("in/zero.json"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("in/linked.json"), folder.resolve("secrets.json"));
    Program program = new Program(folder.resolve("in"));
    for (String line :
        List.of(
            "parameters: [/dev/zero]",
            "parameters: [zero.json]",
            "parameters: [linked.json]",
            "parameters: [../secrets.json]",
            "source: [/]",
            "source: ['..']")) {
      write("in/trailproof.yaml", "deployments: {one: {inputs: [template.yaml], " + line + "}}\n");
      Invocation.Ended ended = program.shell("exec \"$@\"", "check");
      assertEquals(3, ended.status(), line + ended.out());
      assertTrue(ended.out().contains("leads out of the folder"), line + ended.out());
      assertFalse(ended.out().contains(TOKEN), ended.out());
    }
  }

  @Test
  void aConfigurationThatIsNoYamlIsNotShown() throws IOException {
    String template = write("template.yaml", Chains.template());
    String broken =
        write(
            "c.yaml",
            "deployments: {one: {inputs: [x], parameters: {Key: " + TOKEN + " [, Other: x}}}\n");
    String text = Invocation.of("check", "--config", broken, template).out();
    assertTrue(text.contains("c.yaml:1:"), text);
    assertFalse(text.contains(TOKEN), text);
  }

  /** In a locale without letters beyond ASCII, Java makes no path of a name that has some. */
  @Test
  void whatTheLocaleCannotNameIsNoFileAndNoFault() throws IOException, InterruptedException {
    assumeTrue(File.separatorChar == '/', "there are no such locales elsewhere");
    Files.copy(Path.of("fixtures/terraform/compliant/plan.json"), folder.resolve("plan.json"));
    write(
        "trailproof.yaml",
        """
        deployments:
          one: {inputs: [plan.json, 'pl\u00e4ne/*.json', "a\\0b", "*\\0"], parameters: ["a\\0b"], source: ["\\0"]}
        """);
    Program program = new Program(folder);
    for (String line :
        List.of(
            "check",
            "check pl\u00e4ne",
            "check --no-config --before pl\u00e4ne plan.json",
            "check -o pl\u00e4ne/x plan.json",
            "check --plan-file pl\u00e4ne plan.json",
            "check --source pl\u00e4ne plan.json",
            "check --parameters pl\u00e4ne plan.json",
            "check --config pl\u00e4ne plan.json",
            "check --rules pl\u00e4ne plan.json",
            "test pl\u00e4ne",
            "pattern --record pl\u00e4ne x",
            "pattern --vectors pl\u00e4ne",
            "accept iam-policy-changes/alarm a --reason r --until 2027-03-31 --config"
                + " pl\u00e4ne")) {
      Invocation.Ended ended =
          program.shell("LC_ALL=C GITHUB_STEP_SUMMARY=pl\u00e4ne exec \"$@\" ", line.split(" "));
      assertTrue(ended.status() < 70, line + "\n" + ended.out() + ended.err());
    }
  }

  /** A number is a text that reads as itself again. */
  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"-1\"", "\"[[1]]\"", "\"\\\"x\\\"\"", "[]", "true", "\"{\""})
  void aDocumentThatIsNoneIsUnknown(String document) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode plan =
        json.readTree(Path.of("fixtures/terraform/role-policy-overridden/plan.json").toFile());
    for (JsonNode values : plan.findValues("values")) {
      if (values instanceof ObjectNode object && object.has("source_json")) {
        object.set("source_json", json.readTree(document));
        object.set("override_json", json.readTree(document));
      }
    }
    Checked read = Checked.of(write("plan.json", json.writeValueAsString(plan)));
    assertFalse(read.text().contains("internal"), read.text());
  }
}
