package io.trailproof.build;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not as it was, or not known, stops the build. */
final class TrustedFilesTest {
  private static final String SUM_OF_A =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

  private final Path list;
  private final Path repository;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  TrustedFilesTest(@TempDir Path folder) throws IOException {
    list = folder.resolve("checksums");
    repository = Files.createDirectories(folder.resolve("a repository"));
  }

  @BeforeEach
  void jarOfTheClassPathAndPluginBesideIt() throws IOException {
    for (String name : new String[] {"lib.jar", "plugin.jar"}) {
      Files.createDirectories(repository.resolve("org/x"));
      Files.writeString(repository.resolve("org/x/" + name), "a");
    }
    URL[] classPath = {repository.resolve("org/x/lib.jar").toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(classPath));
  }

  @AfterEach
  void classPathAsItWas() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private void check(String... listed) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String path : listed) {
      text.append(SUM_OF_A).append("  ").append(path).append('\n');
    }
    Files.writeString(list, text);
    TrustedFiles.main(new String[] {list.toString(), repository.toString()});
  }

  private void assertRefused(String because, String... listed) {
    IOException refused = assertThrows(IOException.class, () -> check(listed));
    assertTrue(String.valueOf(refused.getMessage()).contains(because), refused.getMessage());
  }

  @Test
  void filesAsTheyWereAreTaken() {
    assertDoesNotThrow(() -> check("org/x/lib.jar", "org/x/plugin.jar", "org/x/not-fetched.jar"));
  }

  @Test
  void jarThatIsPackedAndNotListedIsRefused() {
    assertRefused("org/x/lib.jar has no checksum", "org/x/plugin.jar");
  }

  @Test
  void changedFilesAreRefusedWhetherPackedOrNot() throws IOException {
    for (String name : new String[] {"lib.jar", "plugin.jar"}) {
      Files.writeString(repository.resolve("org/x/" + name), "b");
      assertRefused("org/x/" + name + " has the checksum", "org/x/lib.jar", "org/x/plugin.jar");
      Files.writeString(repository.resolve("org/x/" + name), "a");
    }
  }

  @Test
  void listThatIsNoneIsRefused() throws IOException {
    Files.writeString(list, "org/x/lib.jar\n");
    assertThrows(
        IOException.class,
        () -> TrustedFiles.main(new String[] {list.toString(), repository.toString()}));
  }
}
