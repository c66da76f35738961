package io.trailproof.repository;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trailproof.ProgramJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands and claims of docs/trust.md, in a repository whose checkout a stranger changes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
final class TrustPageTest {
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```\n", Pattern.DOTALL);
  private static final String CONFIGURATION =
      "deployments:\n  production:\n    inputs: infra/*.yaml\n";

  private final Path folder;
  private final Path checkout;
  private final ProgramJar program;
  private final List<String> commands;

  TrustPageTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    checkout = this.folder.resolve("checkout");
    Files.createDirectories(checkout.resolve("infra"));
    program = ProgramJar.in(this.folder);
    commands =
        COMMANDS
            .matcher(Files.readString(Checkout.ROOT.resolve("docs/trust.md")))
            .results()
            .map(block -> requireNonNull(block.group(1)))
            .toList();
  }

  @BeforeEach
  void baseBranch() throws Exception {
    Path tool = Files.createDirectory(folder.resolve("bin")).resolve("trailproof");
    Files.writeString(
        tool, "#!/bin/sh\nexec '" + String.join("' '", program.command()) + "' \"$@\"\n");
    assertTrue(tool.toFile().setExecutable(true));
    Files.copy(
        Checkout.ROOT.resolve("fixtures/cloudformation/compliant/template.yaml"), template());
    Files.writeString(checkout.resolve("trailproof.yaml"), CONFIGURATION);
    assumeTrue(sh("git --version >/dev/null 2>&1") == 0, "git is not installed");
    assertEquals(
        0,
        sh(
            "git init -q . && git add -A && git -c user.name=t -c user.email=t@corp.test commit -qm"
                + " base && git branch base"));
  }

  private Path template() {
    return checkout.resolve("infra/monitoring.yaml");
  }

  private int sh(String script) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", script)
            .directory(checkout.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("BASE", "base");
    builder.environment().remove("TRAILPROOF_CONFIG");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    return builder.start().waitFor();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  /** The gate of the page: what the base lists, and whatever else is there. */
  private int gate() throws IOException, InterruptedException {
    return sh(commands.get(0));
  }

  private void withoutAlarm() throws IOException {
    String text = Files.readString(template());
    Files.writeString(
        template(), text.replaceAll("(?ms)^  IamPolicyAlarm:.*?(?=^  \\w|^\\w|\\z)", ""));
  }

  @Test
  void everyCommandOfThePagePassesOnTheBase() throws Exception {
    assertEquals(3, commands.size());
    for (String block : commands) {
      assertEquals(0, sh(block), () -> block);
    }
  }

  @Test
  void noCommandOfThePageBelievesTheCheckoutsOwnFile() throws Exception {
    withoutAlarm();
    Files.writeString(checkout.resolve("trailproof.yaml"), "deployments: {}\n");
    for (String block : commands) {
      assertEquals(1, sh(block), () -> block);
    }
  }

  @Test
  void stateOfDeploymentsInTheCheckoutCountsWithoutAGate() throws Exception {
    Files.copy(template(), checkout.resolve("good.yaml"));
    withoutAlarm();
    Files.writeString(
        checkout.resolve("trailproof.yaml"), CONFIGURATION.replace("infra/*.yaml", "good.yaml"));
    assertEquals(0, sh("trailproof check"));
    assertTrue(said().contains("by `trailproof.yaml`"), said());
    assertEquals(1, gate());
  }

  @Test
  void listedFileThatIsRenamedOrDeletedIsMissed() throws Exception {
    Files.move(template(), checkout.resolve("infra/monitoring.txt"));
    assertEquals(3, gate());
    assertTrue(said().contains("error[no-such-inputs]"), said());
  }

  @Test
  void gitignoreHidesNothingThatIsListed() throws Exception {
    Files.writeString(checkout.resolve(".gitignore"), "infra/\n");
    assertEquals(0, sh("trailproof check ."));
    withoutAlarm();
    assertEquals(1, gate());
  }

  @Test
  void whatIsNotListedAndIgnoredIsCounted() throws Exception {
    Files.copy(template(), checkout.resolve("more.yaml"));
    Files.writeString(checkout.resolve(".gitignore"), "more.yaml\n");
    assertEquals(0, gate());
    assertTrue(said().contains("1 ignored by git"), said());
  }

  @Test
  void linksLeadNowhereOutside() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("outside/deep"));
    Files.move(template(), outside.resolve("monitoring.yaml"));
    Files.createSymbolicLink(template(), outside.resolve("monitoring.yaml"));
    assertEquals(3, gate());
    Files.createSymbolicLink(checkout.resolve("out"), outside.getParent());
    for (String input : List.of("infra/monitoring.yaml", "out/deep/*.yaml", "out/deep", "out")) {
      Files.writeString(
          checkout.resolve("trailproof.yaml"), CONFIGURATION.replace("infra/*.yaml", input));
      assertEquals(3, sh("trailproof check"), input);
      assertTrue(said().contains("error[no-such-inputs]"), said());
    }
  }

  @Test
  void configurationThatIsALinkIsRefused() throws Exception {
    Path file = checkout.resolve("trailproof.yaml");
    Files.move(file, folder.resolve("elsewhere.yaml"));
    Files.createSymbolicLink(file, folder.resolve("elsewhere.yaml"));
    assertEquals(3, sh("trailproof check"));
    assertEquals(0, gate());
  }

  @Test
  void fileThatIsBrokenDoesNotPass() throws Exception {
    Files.writeString(template(), "Resources: [\n");
    assertEquals(3, gate());
  }
}
