package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The wrapper runs no Maven whose archive is not the one that the project names. */
@EnabledOnOs(OS.LINUX)
final class MavenWrapperTest {
  /** Takes what it is asked for from a folder. */
  private static final String FAKE_WGET =
      "#!/bin/sh\ncp \"$SERVED/${2##*/}\" \"$4\"\necho \"$2\" >>\"$SERVED/asked\"\n";

  private final Path folder;

  MavenWrapperTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Runs the wrapper where there are only the tools named; gives what it says. */
  private String run(Map<String, String> sums, List<String> tools) throws Exception {
    Path home = folder.resolve("home");
    Files.createDirectories(home.resolve(".mvn/wrapper"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.copy(Checkout.ROOT.resolve("mvnw"), home.resolve("mvnw"));
    String properties =
        Files.readString(Checkout.ROOT.resolve(".mvn/wrapper/maven-wrapper.properties"));
    for (Map.Entry<String, String> sum : sums.entrySet()) {
      properties =
          properties.replaceAll(
              "(?m)^" + sum.getKey() + "=.*", sum.getKey() + "=" + sum.getValue());
    }
    Files.writeString(home.resolve(".mvn/wrapper/maven-wrapper.properties"), properties);
    for (String tool : tools) {
      for (String place : List.of("/bin/", "/usr/bin/")) {
        if (Files.exists(Path.of(place + tool)) && !Files.exists(bin.resolve(tool))) {
          LauncherSandbox.executable(
              bin.resolve(tool), "#!/bin/sh\nexec " + place + tool + " \"$@\"\n");
        }
      }
    }
    LauncherSandbox.executable(bin.resolve("wget"), FAKE_WGET);
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", home.resolve("mvnw").toString(), "verify")
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("SERVED", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cp",
          "dirname",
          "basename",
          "uname",
          "tr",
          "mktemp",
          "mkdir",
          "rm",
          "mv",
          "sha256sum",
          "tar",
          "gzip");

  /** An archive as Apache's that holds a Maven which says so; gives its checksum. */
  private String serve() throws Exception {
    String name = "apache-maven-3.9.11";
    Path maven = Files.createDirectories(folder.resolve(name + "/bin")).resolve("mvn");
    LauncherSandbox.executable(maven, "#!/bin/sh\necho \"this is Maven: $*\"\n");
    Path archive = folder.resolve(name + "-bin.tar.gz");
    new ProcessBuilder("tar", "czf", archive.toString(), "-C", folder.toString(), name)
        .start()
        .waitFor();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void anotherArchiveThanTheOneNamedIsRefused() throws Exception {
    serve();
    String said = run(Map.of(), TOOLS);
    assertTrue(said.contains("Failed to validate Maven distribution SHA-256"), said);
    assertFalse(said.contains("this is Maven"), said);
    assertFalse(Files.exists(folder.resolve(".m2/wrapper/dists/apache-maven-3.9.11/bin")));
  }

  @Test
  void archiveThatIsTakenWithoutUnzipHasItsOwnChecksum() throws Exception {
    String sum = serve();
    String said = run(Map.of("distributionTarGzSha256Sum", sum), TOOLS);
    assertEquals("this is Maven: verify\n", said);
    assertTrue(
        Files.readString(folder.resolve("asked"))
            .startsWith("https://archive.apache.org/dist/maven/"));
  }
}
