package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.repository.LauncherSandbox.Run;
import io.trailproof.repository.LauncherSandbox.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A launcher that is stopped while it builds leaves neither a build running nor half a one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class LauncherStopTest {
  /** Writes half a jar and is then busy for longer than any test, in a process of its own. */
  private static final String SLOW_MVNW =
      """
      #!/bin/sh
      echo $$ >maven
      mkdir -p target/classes target/maven-status
      printf hal >'@JAR@'
      echo half >target/classes/A.class
      sleep 600 &
      echo $! >child
      wait $!
      echo whole >'@JAR@'
      """;

  /** Fails where another build is running at the same time. */
  private static final String LONELY_MVNW =
      """
      #!/bin/sh
      mkdir alone || echo two >together
      ls target/classes >found 2>/dev/null
      sleep 0.5
      rmdir alone
      echo jar >'@JAR@'
      """;

  private final LauncherSandbox sandbox;

  LauncherStopTest(@TempDir Path folder) throws IOException {
    sandbox = new LauncherSandbox(folder);
  }

  @BeforeEach
  void slowBuildWithJavaOnPath() throws IOException {
    sandbox.installJava("jdk-17", "17.0.15");
    sandbox.putOnPath("jdk-17");
    sandbox.buildBy(SLOW_MVNW);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "HUP, 129", "KILL, 137"})
  void stoppedBuildIsStoppedAltogetherAndMadeAnew(String signal, int exit) throws Exception {
    Started launcher = sandbox.start(sandbox.launcher(), "check");
    ProcessHandle maven = process("maven");
    ProcessHandle child = process("child");
    new ProcessBuilder("kill", "-" + signal, Long.toString(launcher.process().pid()))
        .start()
        .waitFor();
    Run run = launcher.finish("");
    assertEquals(exit, run.exit());
    assertEquals("", run.stdout());
    eventually("Maven goes on", () -> !maven.isAlive());
    if (sandbox.hasPs()) {
      eventually("what Maven started goes on", () -> !child.isAlive());
    } else {
      child.destroy();
    }

    sandbox.buildBy(LONELY_MVNW);
    assertEquals(0, sandbox.run("check").exit());
    assertEquals("jar\n", Files.readString(sandbox.jar()));
    assertEquals("", Files.readString(sandbox.home().resolve("found")), "classes cut off");
    assertFalse(Files.exists(sandbox.home().resolve("target/.launcher-build")));
    sandbox.buildBy("#!/bin/sh\nexit 1\n");
    assertEquals(0, sandbox.run("check").exit(), "a whole jar is built again");
  }

  @Test
  void signalToTheWholeGroupIsNoOtherCase() throws Exception {
    Started launcher = sandbox.start(sandbox.launcher(), "check");
    ProcessHandle maven = process("maven");
    launcher.process().descendants().forEach(ProcessHandle::destroy);
    launcher.process().destroy();
    assertEquals(143, launcher.finish("").exit());
    eventually("Maven goes on", () -> !maven.isAlive());
    assertFalse(Files.exists(sandbox.home().resolve("target/.launcher-build")));
  }

  @Test
  void nobodyBuildsBesideAMavenThatOutlivesItsLauncher() throws Exception {
    sandbox.buildBy(
        """
        #!/bin/sh
        trap '' TERM
        echo $$ >maven
        mkdir alone
        i=0
        while [ $i -lt 30 ]; do sleep 0.1; i=$((i + 1)); done
        rmdir alone
        """);
    Started launcher = sandbox.start(sandbox.launcher(), "check");
    ProcessHandle maven = process("maven");
    launcher.process().destroyForcibly();
    assertEquals(137, launcher.finish("").exit());
    assertTrue(maven.isAlive());
    sandbox.buildBy(LONELY_MVNW);
    List<Started> next = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      next.add(sandbox.start(sandbox.launcher(), "check"));
    }
    for (Started started : next) {
      Run run = started.finish("");
      assertEquals(0, run.exit(), run.stderr());
    }
    assertFalse(maven.isAlive());
    assertFalse(Files.exists(sandbox.home().resolve("together")), "two builds at once");
  }

  @Test
  void failedBuildLeavesNoHalfAJarBehind() throws Exception {
    sandbox.buildBy("#!/bin/sh\necho hal >'@JAR@'\nexit 1\n");
    assertEquals(70, sandbox.run("check").exit());
    sandbox.buildBy(LONELY_MVNW);
    sandbox.changeSource();
    assertEquals(0, sandbox.run("check").exit());
    assertEquals("jar\n", Files.readString(sandbox.jar()));
  }

  /** The process that a script has written the id of. */
  private ProcessHandle process(String name) throws Exception {
    Path file = sandbox.home().resolve(name);
    eventually("no " + name, () -> Files.exists(file) && Files.size(file) > 0);
    return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
  }

  private static void eventually(String otherwise, Callable<Boolean> holds) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!holds.call()) {
      assertTrue(Instant.now().isBefore(end), otherwise);
      Thread.sleep(20);
    }
  }
}
