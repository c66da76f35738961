package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.repository.LauncherSandbox.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher hands over where it got nothing: no file of Java's may look like a stream. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class ClosedStreamsTest {
  private final Path folder;
  private final LauncherSandbox sandbox;

  ClosedStreamsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    sandbox = new LauncherSandbox(folder);
  }

  @BeforeEach
  void builtWithJavaOnPath() throws IOException {
    sandbox.installJava("jdk-17", "17.0.15");
    sandbox.putOnPath("jdk-17");
    sandbox.build();
  }

  private Run run(String script) throws IOException, InterruptedException {
    return sandbox.runAs(Path.of("/bin/sh"), "", "-c", script, sandbox.launcher().toString());
  }

  @Test
  void closedStandardInputIsEmpty() throws Exception {
    sandbox.env("FAKE_CAT", "true");
    Run run = run("\"$0\" check - <&-");
    assertTrue(run.stdout().endsWith("stdin: "), run.stdout());
    assertEquals("", run.stderr());
    assertEquals(0, run.exit());
  }

  @Test
  void closedStandardOutputTakesNothing() throws Exception {
    Path java = folder.resolve("jdk-17/bin/java");
    Files.writeString(java, "#!/bin/sh\necho report || exit 3\n");
    assertEquals(3, run("\"$0\" check x >&-").exit());
    assertEquals(0, run("\"$0\" check x").exit());
  }

  @Test
  void closedStandardErrorTakesEverything() throws Exception {
    Path java = folder.resolve("jdk-17/bin/java");
    Files.writeString(java, "#!/bin/sh\necho complaint >&2 || exit 4\necho report\n");
    Run run = run("exec \"$0\" check x 2>&-");
    assertEquals("report\n", run.stdout());
    assertEquals(0, run.exit());
  }
}
