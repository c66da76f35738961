package io.trailproof.input.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.document.Node;
import io.trailproof.document.SchemaCheck;
import io.trailproof.document.YamlReader;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.configuration.ConfigurationDraft.Group;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationDraftTest {
  @TempDir private Path folder;

  private static Group group(String... files) {
    return new Group(List.of(files), true);
  }

  private List<StatedDeployment> read(Group... groups) throws IOException {
    Path file = folder.resolve("trailproof.yaml");
    Files.writeString(file, ConfigurationDraft.of(List.of(groups)));
    Configuration read =
        new ConfigurationFile(
                BundledCatalog::read,
                new ReadSettings(Optional.empty(), Optional.empty()),
                folders -> NameableRules.NONE)
            .read(Optional.of(file.toString()));
    assertEquals(List.of(), read.diagnostics());
    return read.deployments();
  }

  private List<String> names(Group... groups) throws IOException {
    return read(groups).stream().map(StatedDeployment::name).toList();
  }

  @Test
  void fileAloneInItsFolderIsNamedAfterTheFolder() throws IOException {
    assertEquals(
        List.of("prod", "stage", "plan"),
        names(group("envs/prod/plan.json"), group("envs/stage/plan.json"), group("plan.json")));
  }

  @Test
  void filesThatShareAFolderAreNamedAfterThemselves() throws IOException {
    assertEquals(
        List.of("network", "trail", "vpc.cfn"),
        names(
            group("stacks/network.yaml"),
            group("stacks/trail.template.json"),
            group("stacks/vpc.cfn.yml")));
  }

  @Test
  void nameThatIsTakenGetsANumber() throws IOException {
    assertEquals(
        List.of("prod", "prod-2", "prod-3"),
        names(group("a/prod/plan.json"), group("b/prod/plan.json"), group("c/prod/plan.json")));
  }

  @Test
  void folderOfOneGroupStandsForItsFiles() throws IOException {
    List<StatedDeployment> all =
        read(
            group("cdk.out/A.template.json", "cdk.out/n/B.nested.template.json"),
            group("x/a.yaml", "x/b.yaml"),
            group("x/c.yaml"));
    assertEquals(List.of("cdk.out"), all.get(0).inputs());
    assertEquals(List.of("x/a.yaml", "x/b.yaml"), all.get(1).inputs());
  }

  @Test
  void whatIsAboutSomethingElseIsNotDemanded() throws IOException {
    List<StatedDeployment> all = read(group("a.yaml"), new Group(List.of("network.yaml"), false));
    assertTrue(all.get(0).required());
    assertFalse(all.get(1).required());
  }

  @Test
  void namesThatYamlOrGlobsReadOtherwiseKeepTheirMeaning() throws IOException {
    String[] names = {
      "true/a.json",
      "12/a.json",
      "a: b #c/a.json",
      "é\"\\n/a.json",
      "- x/a.json",
      "l\nb\t/a.json",
      "null/a.json",
      "\u202e/a.json"
    };
    List<StatedDeployment> all =
        read(Arrays.stream(names).map(ConfigurationDraftTest::group).toArray(Group[]::new));
    assertEquals(List.of(names), all.stream().map(one -> one.inputs().get(0)).toList());
    assertEquals(List.of("w/\\[id]\\*.json"), read(group("w/[id]*.json")).get(0).inputs());
  }

  @Test
  void plansOfOneFileAreOneEntry() {
    assertEquals(
        List.of(new Group(List.of("a"), true), new Group(List.of("b"), false)),
        ConfigurationDraft.distinct(
            List.of(
                new Group(List.of("a"), false),
                new Group(List.of("b"), false),
                new Group(List.of("a"), true))));
  }

  @Test
  void itIsValidAndExplainsEveryKeyThatThereIs() throws IOException {
    String text = ConfigurationDraft.of(List.of(group("a.yaml"), group("b.yaml")));
    Node root = YamlReader.read(SourceFile.ofText("trailproof.yaml", text)).value().orElseThrow();
    assertEquals(List.of(), SchemaCheck.of("trailproof", "invalid-config").check(root));
    String commentsGone =
        text.replaceAll("(?m)^( *)# (?=(account|region|source|parameters):)", "$1");
    Node whole =
        YamlReader.read(SourceFile.ofText("trailproof.yaml", commentsGone)).value().orElseThrow();
    assertEquals(List.of(), SchemaCheck.of("trailproof", "invalid-config").check(whole));
  }
}
