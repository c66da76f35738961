package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.ProgramJar;
import io.trailproof.ProgramJar.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code trailproof init config}, in folders of its own. */
class InitCommandTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("trailproof.root", "."), "fixtures").toAbsolutePath();

  private final Path work;
  private final ProgramJar program;

  InitCommandTest(@TempDir Path folder) throws IOException {
    program = ProgramJar.in(folder);
    work = Files.createDirectory(folder.resolve("work"));
  }

  private void copy(String fixture, String name) throws IOException {
    Path target = work.resolve(name);
    Files.createDirectories(target.getParent());
    Files.copy(FIXTURES.resolve(fixture), target);
  }

  private String written() throws IOException {
    return Files.readString(work.resolve("trailproof.yaml"));
  }

  @Test
  void whatItWritesIsJudged() throws Exception {
    copy("terraform/compliant/plan.json", "prod/plan.json");
    copy("cloudformation/compliant/template.yaml", "stacks/trail.yaml");
    Files.writeString(work.resolve(".gitignore"), "plan.json\n");
    Files.createDirectory(work.resolve(".git"));
    Files.writeString(
        work.resolve("stacks/queue.yaml"), "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n");
    Files.writeString(work.resolve("package.json"), "{\"name\": \"x\"}");
    Ended init = program.run(work, "init", "config");
    assertEquals(0, init.status(), init.err());
    assertEquals(
        "wrote `trailproof.yaml`: 3 deployments, of which 2 must be proven; `trailproof check`"
            + " judges what it states\n",
        init.out());
    assertTrue(written().contains("\n  prod:\n    inputs: prod/plan.json\n"), written());
    assertTrue(written().contains("\n  trail:\n    inputs: stacks/trail.yaml\n"), written());
    assertTrue(
        written().contains("\n  queue:\n    inputs: stacks/queue.yaml\n    require: false"),
        written());
    Ended check = program.run(work, "check");
    assertEquals(0, check.status(), check.out());
    assertTrue(check.out().contains("\n2 rules proven, 1 not applicable"), check.out());
    Files.delete(work.resolve("stacks/trail.yaml"));
    assertEquals(3, program.run(work, "check").status(), "what is listed must be there");
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    copy("terraform/compliant/plan.json", "plan.json");
    Files.writeString(work.resolve("trailproof.yaml"), "mine");
    Ended again = program.run(work, "init", "config");
    assertEquals(3, again.status());
    assertTrue(again.err().contains("`trailproof.yaml` is there already"), again.err());
    assertEquals("mine", written());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege there")
  void linksAreNotFollowed() throws Exception {
    copy("terraform/compliant/plan.json", "plan.json");
    Path outside = Files.createDirectory(work.resolveSibling("outside"));
    Files.copy(
        FIXTURES.resolve("cloudformation/compliant/template.yaml"), outside.resolve("a.yaml"));
    Files.createSymbolicLink(work.resolve("out"), outside);
    Files.createSymbolicLink(work.resolve("b.yaml"), outside.resolve("a.yaml"));
    Path nowhere = outside.resolve("nowhere");
    Path link = Files.createSymbolicLink(work.resolve("trailproof.yaml"), nowhere);
    assertEquals(3, program.run(work, "init", "config").status());
    assertFalse(Files.exists(nowhere));
    Files.delete(link);
    assertEquals(0, program.run(work, "init", "config").status());
    assertFalse(written().contains("out/") || written().contains("b.yaml"), written());
  }

  @Test
  void folderWithoutInputsIsToldOf() throws Exception {
    Ended init = program.run(work, "init", "config");
    assertEquals(3, init.status());
    assertTrue(init.err().startsWith("error[nothing-to-check]"), init.err());
    assertFalse(Files.exists(work.resolve("trailproof.yaml")));
  }

  @Test
  void severalPlansInAFileAreListedOnce() throws Exception {
    String plan = Files.readString(FIXTURES.resolve("terraform/compliant/plan.json"));
    Files.writeString(
        work.resolve("plans.json"), plan.replace("\n", "") + "\n" + plan.replace("\n", "") + "\n");
    assertEquals(0, program.run(work, "init", "config").status());
    assertTrue(written().contains("\n  plans:\n    inputs: plans.json\n"), written());
  }

  @Test
  void onlyAConfigurationCanBeWritten() {
    assertEquals(2, Invocation.of("init").status());
    assertEquals(2, Invocation.of("init", "rules").status());
    assertTrue(Invocation.of("init", "--help").out().contains("trailproof.yaml"));
  }
}
