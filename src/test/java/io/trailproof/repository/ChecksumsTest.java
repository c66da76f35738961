package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.repository.Project.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The build knows the checksum of everything that it takes from elsewhere. */
final class ChecksumsTest {
  private static Map<String, String> list() throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (String line :
        Files.readAllLines(Checkout.ROOT.resolve(".mvn/checksums/checksums.sha256"))) {
      assertTrue(line.matches("[0-9a-f]{64}  [\\w.+/-]+\\.(jar|pom)"), line);
      assertEquals(null, found.put(line.substring(66), line.substring(0, 64)), line);
    }
    return found;
  }

  @Test
  void everythingThatThePomNamesIsListed() throws Exception {
    Map<String, String> list = list();
    Set<String> named = new TreeSet<>();
    for (String kind : List.of("dependency", "plugin", "path")) {
      for (Artifact artifact : Project.ours().all(kind)) {
        // What is not deployed does not run that plugin; what is excluded has no version.
        if (artifact.version().isEmpty() || artifact.name().equals("maven-deploy-plugin")) {
          continue;
        }
        assertTrue(list.containsKey(artifact.path(".jar")), artifact.path(".jar"));
        assertTrue(list.containsKey(artifact.path(".pom")), artifact.path(".pom"));
        named.add(artifact.name());
      }
    }
    // One of each kind: the pom was understood.
    assertTrue(
        named.containsAll(Set.of("jackson-databind", "maven-shade-plugin", "nullaway")),
        "" + named);
    assertTrue(list.size() > 400, "what they depend on is listed, too");
  }

  @Test
  void mavenChecksWhatItTakesByThatList() throws Exception {
    List<String> options = Files.readAllLines(Checkout.ROOT.resolve(".mvn/maven.config"));
    String checksums = "-Daether.trustedChecksumsSource.summaryFile";
    assertTrue(options.contains("--strict-checksums"));
    assertTrue(options.contains("-Daether.artifactResolver.postProcessor.trustedChecksums=true"));
    assertTrue(options.contains(checksums + "=true"));
    assertTrue(options.contains(checksums + ".originAware=false"));
    assertTrue(options.contains(checksums + ".basedir=${session.rootDirectory}/.mvn/checksums"));
  }

  @Test
  void mavenItselfComesFromApacheAndHasAChecksum() throws Exception {
    Path file = Checkout.ROOT.resolve(".mvn/wrapper/maven-wrapper.properties");
    List<String> lines = Files.readAllLines(file);
    String from = "distributionUrl=https://archive.apache.org/dist/maven/maven-3/";
    assertEquals(1, lines.stream().filter(line -> line.startsWith(from)).count());
    for (String archive : List.of("distributionSha256Sum", "distributionTarGzSha256Sum")) {
      assertEquals(
          1, lines.stream().filter(line -> line.matches(archive + "=[0-9a-f]{64}")).count());
    }
    String script = Files.readString(Checkout.ROOT.resolve("mvnw.cmd"));
    assertTrue(script.contains("distributionSha256Sum"));
    assertFalse(Files.exists(Checkout.ROOT.resolve(".mvn/wrapper/maven-wrapper.jar")));
  }
}
