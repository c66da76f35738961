package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates as tools make them. The {@code cdk-*} folders are what aws-cdk-lib 2.276.0 synthesises
 * from L2 constructs, without what only the CDK's own commands read.
 */
final class ToolsOutputTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("trailproof.root", ".")).resolve("fixtures/cloudformation");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"cdk-chain", "cdk-nested", "cdk-cross-stack", "cdk-stage", "sam", "foreach"})
  void theWholeChainIsProven(String fixture) {
    Checked checked = Checked.of(FIXTURES.resolve(fixture).toString());
    assertEquals("pass", checked.verdict(), checked.text());
    assertEquals(List.of(), checked.diagnostics());
    assertEquals(0, checked.status());
  }

  @Test
  void anAlarmThatWaitsForFiveEventsIsFoundInTheOtherStack() {
    Checked checked = Checked.of(FIXTURES.resolve("cdk-threshold").toString());
    assertEquals("fail", checked.verdict());
    assertEquals(List.of("alarm-threshold"), checked.findings());
  }

  @Test
  void anAccountWithoutASubscriberIsNotMadeUpForByAnother() {
    Checked checked = Checked.of(FIXTURES.resolve("cdk-two-accounts").toString());
    assertEquals("fail", checked.verdict());
    assertEquals(List.of("sns-subscription"), checked.findings());
    assertTrue(
        checked.text().contains("in account `999988887777`, nobody is subscribed"), checked.text());
  }

  @ParameterizedTest
  @CsvSource({
    "cdk-cross-stack, Recording.template.json, Watching.template.json, fail, unknown",
    "cdk-nested, Audit.template.json, AuditWatching0B6AA066.nested.template.json, pass, unknown"
  })
  void oneFileOfAnAssemblyIsReadWithWhatItDeploys(
      String fixture, String one, String other, String verdict, String otherVerdict) {
    Path cdkOut = FIXTURES.resolve(fixture);
    assertEquals(verdict, Checked.of(cdkOut.resolve(one).toString()).verdict());
    assertEquals(otherVerdict, Checked.of(cdkOut.resolve(other).toString()).verdict());
  }

  @Test
  void aNestedTemplateThatNobodyFindsIsNoStackOfItsOwn() throws IOException {
    copy(FIXTURES.resolve("cdk-nested"));
    Files.delete(folder.resolve("Audit.assets.json"));
    Checked checked = Checked.of("--require", folder.toString());
    assertEquals("unknown", checked.verdict());
    assertEquals(List.of("trail", "trail-to-log-group"), checked.findings());
  }

  @Test
  void whatFunctionsAreMadeOfIsNoStack() throws IOException {
    copy(FIXTURES.resolve("cdk-threshold"));
    Path asset = Files.createDirectories(folder.resolve("asset.0123"));
    Files.writeString(asset.resolve("template.yaml"), Chains.template());
    assertEquals("fail", Checked.of(folder.toString()).verdict());
  }

  @ParameterizedTest
  @CsvSource({
    "Groups=Managed, filter-pattern",
    "'Groups=Inline,Managed', filter-pattern",
    "'Groups=Inline,Managed,Attached', ''"
  })
  void aLoopMakesNoMoreThanItsCollectionSays(String groups, String broken) {
    Checked checked =
        Checked.of("--parameter", groups, FIXTURES.resolve("foreach/template.yaml").toString());
    assertEquals(broken, String.join(" ", checked.findings()), checked.text());
  }

  private void copy(Path from) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
  }
}
