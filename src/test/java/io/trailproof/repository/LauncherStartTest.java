package io.trailproof.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.trailproof.ProgramJar;
import io.trailproof.repository.LauncherSandbox.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Java that cannot start exits with 1, which is the code for findings; the launcher's is
 * another.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class LauncherStartTest {
  private final LauncherSandbox sandbox;

  LauncherStartTest(@TempDir Path folder) throws IOException {
    sandbox = new LauncherSandbox(folder);
  }

  @BeforeEach
  void realJavaAndJar() throws IOException {
    sandbox.env("JAVA_HOME", System.getProperty("java.home"));
    sandbox.build();
    Path jar = ProgramJar.in(sandbox.home()).file();
    Files.write(sandbox.jar(), Files.readAllBytes(jar));
  }

  private void assertCannotStart(Run run, String reason) {
    assertEquals(70, run.exit(), run.stderr());
    assertEquals("", run.stdout());
    assertTrue(run.stderr().startsWith("trailproof: Java cannot start; it says:\n"), run.stderr());
    assertTrue(run.stderr().contains(reason), run.stderr());
  }

  @Test
  void javaThatStartsIsNotInTheWay() throws Exception {
    for (String options : new String[] {"", "-Dsome=thing"}) {
      sandbox.env("TRAILPROOF_JAVA_OPTS", options);
      Run run = sandbox.run("--version");
      assertEquals(0, run.exit(), run.stderr());
      assertTrue(run.stdout().startsWith("trailproof "), run.stdout());
      assertEquals(2, sandbox.run("check", "--no-such-option").exit());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tooLittleAddressSpaceIsNoFinding() throws Exception {
    for (String limit : new String[] {"500000", "2000000"}) {
      String script = "ulimit -v " + limit + " && exec \"$0\" check x";
      Run run = sandbox.runAs(Path.of("/bin/sh"), "", "-c", script, sandbox.launcher().toString());
      long bytes = Long.parseLong(limit) * 1024;
      assertCannotStart(run, "trailproof: its memory is limited to " + bytes + " bytes (ulimit)");
    }
  }

  @Test
  void optionsThatAreNoneAreNoFinding() throws Exception {
    for (String variable :
        new String[] {
          "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "TRAILPROOF_JAVA_OPTS"
        }) {
      sandbox.env(variable, "-Xnonsense");
      assertCannotStart(sandbox.run("check", "x"), variable + " is set to -Xnonsense");
      sandbox.env(variable, "");
    }
  }

  @Test
  void damagedJarIsNoFinding() throws Exception {
    assertEquals(0, sandbox.run("--version").exit());
    byte[] whole = Files.readAllBytes(sandbox.jar());
    for (byte[] damaged :
        new byte[][] {Arrays.copyOf(whole, whole.length / 2), new byte[0], "jar".getBytes(UTF_8)}) {
      Files.write(sandbox.jar(), damaged);
      assertCannotStart(sandbox.run("check", "x"), " is damaged; without it, it is built again");
    }
  }

  /** As a copy does that keeps the times of files. */
  @Test
  void jarThatIsCutOffAndLooksOldIsNoFinding() throws Exception {
    assertEquals(0, sandbox.run("--version").exit());
    FileTime old = Files.getLastModifiedTime(sandbox.jar());
    byte[] whole = Files.readAllBytes(sandbox.jar());
    Files.write(sandbox.jar(), Arrays.copyOf(whole, whole.length / 2));
    Files.setLastModifiedTime(sandbox.jar(), old);
    assertCannotStart(sandbox.run("check", "x"), " is damaged; without it, it is built again");
  }

  /** Somebody else is at the archive, so this start can try nothing; nor may it where it is. */
  @Test
  void jarThatNobodyHasTriedIsLookedAtByOneProcess() throws Exception {
    Path lock = sandbox.jar().resolveSibling(".launcher-archive");
    Files.createDirectory(lock);
    Files.createFile(lock.resolve(Long.toString(ProcessHandle.current().pid())));
    sandbox.countTools();
    assertEquals(0, sandbox.run("--version").exit());
    assertEquals(1, sandbox.counted().stream().filter("tail"::equals).count());
    byte[] whole = Files.readAllBytes(sandbox.jar());
    for (byte[] damaged :
        new byte[][] {
          Arrays.copyOf(whole, whole.length - 1), new byte[0], "jar\nPK".getBytes(UTF_8)
        }) {
      Files.write(sandbox.jar(), damaged);
      assertCannotStart(sandbox.run("check", "x"), " is damaged; without it, it is built again");
    }
  }

  @Test
  void damagedJarThatCannotBeBuiltAgainIsNoFinding() throws Exception {
    byte[] whole = Files.readAllBytes(sandbox.jar());
    Files.write(sandbox.jar(), Arrays.copyOf(whole, whole.length / 2));
    Path target = sandbox.home().resolve("target");
    assertTrue(target.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(target), "the superuser may write everywhere");
      assertCannotStart(sandbox.run("check", "x"), " cannot be written to");
    } finally {
      assertTrue(target.toFile().setWritable(true));
    }
  }
}
