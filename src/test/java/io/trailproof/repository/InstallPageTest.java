package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages on installing and releasing name what is there. */
class InstallPageTest {
  private static final Path PACKAGING = Checkout.ROOT.resolve("packaging");

  @Test
  void whatTriedAWayIsThere() throws IOException {
    String script = Files.readString(PACKAGING.resolve("test"));
    Set<String> kinds = found("(?m)^try_([a-z-]+)\\(\\)", script);
    Set<String> named =
        found(
            "`packaging/test ([a-z-]+)`",
            Files.readString(Checkout.ROOT.resolve("docs/install.md")));
    assertTrue(named.size() >= 8, named.toString());
    assertTrue(kinds.containsAll(named), named + " of " + kinds);
  }

  @Test
  void versionOfThePagesIsThatOfTheBuild() throws IOException {
    String pom = Files.readString(Checkout.ROOT.resolve("pom.xml"));
    Matcher version =
        Pattern.compile("(?m)^  <version>(.*?)(?:-SNAPSHOT)?</version>$").matcher(pom);
    assertTrue(version.find());
    String page = Files.readString(Checkout.ROOT.resolve("docs/install.md"));
    assertEquals(
        Set.of(version.group(1)), found("trailproof[-_:](?:npm-)?(\\d+\\.\\d+\\.\\d+)", page));
    assertTrue(
        Files.readString(Checkout.ROOT.resolve("CHANGELOG.md"))
            .contains("\n## [" + version.group(1) + "] - "));
  }

  @Test
  void definitionsOfTheReleaseAreAllThere() throws IOException {
    Path templates = PACKAGING.resolve("src/main/resources/io/trailproof/packaging/definitions");
    String packaging =
        Files.readString(PACKAGING.resolve("src/main/java/io/trailproof/packaging/Packaging.java"));
    Set<String> made = found("\"((?:[a-z]+/)?[a-z-]+\\.(?:rb|json))\"", packaging);
    assertEquals(4, made.size());
    for (String definition : made) {
      assertTrue(Files.isRegularFile(templates.resolve(definition)), definition);
    }
  }

  private static Set<String> found(String regex, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(regex).matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }
}
