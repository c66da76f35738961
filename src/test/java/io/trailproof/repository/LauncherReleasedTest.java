package io.trailproof.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.repository.LauncherSandbox.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher takes the jar that was released, where it is that of its sources. */
@DisabledOnOs(OS.WINDOWS)
class LauncherReleasedTest {
  private static final String RELEASED = "the released jar\n";

  /** Copies the file beside it when asked for the artefact, and builds otherwise. */
  private static final String CENTRAL =
      """
      #!/bin/sh
      echo "$@" >>builds
      mkdir -p target
      case "$*" in
      *dependency:copy*)
        [ -f central ] || exit 1
        for argument in "$@"; do
          case $argument in -DoutputDirectory=*) folder=${argument#*=} ;; esac
        done
        cat central >"$folder/trailproof-9.8.7-all.jar" ;;
      *) echo built >'@JAR@' ;;
      esac
      """;

  @TempDir private Path folder;
  private LauncherSandbox sandbox;
  private Path local;

  @BeforeEach
  void release() throws Exception {
    sandbox = new LauncherSandbox(folder);
    sandbox.installJava("jdk-17", "17.0.15");
    sandbox.putOnPath("jdk-17");
    sandbox.buildBy(CENTRAL);
    Path user = Files.createDirectories(folder.resolve("user"));
    sandbox.env("HOME", user.toString());
    local = user.resolve(".m2/repository/io/trailproof/trailproof/9.8.7/trailproof-9.8.7-all.jar");
    Files.createDirectories(local.getParent());
    Files.createDirectories(sandbox.home().resolve("packaging"));
    Files.writeString(
        sandbox.home().resolve("packaging/released"),
        "jar-9.8.7=" + sha256(RELEASED) + "\nsources-9.8.7=" + sha256(sources()) + "\n");
  }

  @Test
  void jarOfTheLocalRepositoryIsTaken() throws Exception {
    Files.writeString(local, RELEASED);
    Run run = sandbox.run("check");
    assertEquals(0, run.exit());
    assertEquals("", run.stderr());
    assertEquals(RELEASED, Files.readString(sandbox.jar()));
    assertEquals(List.of(), sandbox.builds());
    assertEquals("", sandbox.run("check").stderr());
  }

  @Test
  void jarOfCentralIsTaken() throws Exception {
    Files.writeString(sandbox.home().resolve("central"), RELEASED);
    Run run = sandbox.run("check");
    assertEquals(0, run.exit());
    assertEquals("trailproof: taking trailproof 9.8.7 from Maven Central...\n", run.stderr());
    assertEquals(RELEASED, Files.readString(sandbox.jar()));
    assertEquals(1, sandbox.builds().size());
  }

  @Test
  void whatCentralDoesNotHaveIsBuilt() throws Exception {
    Run run = sandbox.run("check");
    assertEquals(0, run.exit());
    assertTrue(run.stderr().contains("building (first use"), run.stderr());
    assertEquals("built\n", Files.readString(sandbox.jar()));
  }

  @Test
  void anotherJarThanTheReleasedOneIsNotTaken() throws Exception {
    Files.writeString(local, "somebody else's\n");
    Run run = sandbox.run("check");
    assertTrue(run.stderr().contains("is not the released one"), run.stderr());
    assertEquals("built\n", Files.readString(sandbox.jar()));
    assertFalse(Files.exists(sandbox.home().resolve("target/.launcher-fetched")));
  }

  @Test
  void changedSourcesAreBuilt() throws Exception {
    Files.writeString(local, RELEASED);
    Files.writeString(sandbox.home().resolve("rules/monitoring/a.yaml"), "changed");
    Run run = sandbox.run("check");
    assertEquals("trailproof: building (first use; this takes a minute)...\n", run.stderr());
    assertEquals("built\n", Files.readString(sandbox.jar()));
  }

  @Test
  void anotherVersionIsBuilt() throws Exception {
    Files.writeString(local, RELEASED);
    Files.writeString(
        sandbox.home().resolve("packaging/released"),
        "jar-9.8.6=" + sha256(RELEASED) + "\nsources-9.8.6=" + sha256(sources()) + "\n");
    assertTrue(sandbox.run("check").stderr().contains("building"));
  }

  /** The sources in the form of which the launcher takes the checksum. */
  private String sources() throws Exception {
    Path home = sandbox.home();
    StringBuilder lines = new StringBuilder();
    for (String path : paths(home)) {
      lines
          .append(sha256(Files.readString(home.resolve(path))))
          .append("  ")
          .append(path)
          .append('\n');
    }
    return lines.toString();
  }

  private static List<String> paths(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile)
          .map(file -> home.relativize(file).toString())
          .filter(path -> path.matches("pom\\.xml|(src/main|rules|snapshots)/.*"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
