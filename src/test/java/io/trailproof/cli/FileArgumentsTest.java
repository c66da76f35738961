package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are called as options are. */
@DisabledOnOs(OS.WINDOWS)
final class FileArgumentsTest {
  private static final Path BROKEN = Path.of("fixtures/terraform/threshold-100/plan.json");

  @TempDir private Path folder;

  private Invocation.Ended run(String... arguments) throws IOException, InterruptedException {
    return new Program(folder).shell("\"$@\"", arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--version", "-V"})
  void fileThatIsCalledHelpIsJudged(String name) throws Exception {
    assertEquals(0, run("check", name).status(), "without the file it is the option");
    Files.copy(BROKEN, folder.resolve(name));
    Invocation.Ended ended = run("check", "--skip-unrecognised", name);
    assertEquals(1, ended.status(), ended.out());
    assertTrue(ended.out().contains("      ./" + name + ":1:"), ended.out());
    assertEquals(1, run("check", "--", name).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--quiet", "-q", "--skip-unrecognised", "--no-config"})
  void whatMayBeEitherIsNotGuessed(String name) throws Exception {
    Files.copy(BROKEN, folder.resolve(name));
    Invocation.Ended ended = run("check", name);
    assertEquals(2, ended.status(), ended.out());
    assertTrue(ended.err().contains("`" + name + "` is an option and a file"), ended.err());
    assertEquals(1, run("check", "./" + name).status());
    assertEquals(1, run("check", "--", name).status());
  }
}
