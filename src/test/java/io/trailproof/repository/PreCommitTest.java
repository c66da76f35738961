package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trailproof.ProgramJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The hooks through a real {@code pre-commit}, where there is one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script follows the hooks")
final class PreCommitTest {
  private static final Path SCRIPT = Checkout.ROOT.resolve("src/test/sh/pre-commit.sh");
  private static final int NOT_INSTALLED = 77;

  @Test
  void hooksDoWhatTheyPromise(@TempDir Path folder) throws Exception {
    Process script =
        new ProcessBuilder(SCRIPT.toString(), ProgramJar.in(folder).file().toString())
            .redirectErrorStream(true)
            .start();
    script.getOutputStream().close();
    List<String> said = script.inputReader().lines().toList();
    int exit = script.waitFor();
    assumeTrue(exit != NOT_INSTALLED, () -> String.join("\n", said));
    assertEquals(0, exit, () -> String.join("\n", said));
    assertTrue(said.stream().filter(line -> line.startsWith("ok: ")).count() >= 15, said::toString);
  }
}
