package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Completions and the manual page know every command and every option. */
class ShellSupportTest {
  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionKnowsEveryCommandAndOption(String shell) {
    knowsAll(Invocation.of("completion", shell).out());
  }

  @Test
  void manualKnowsEveryCommandAndOption() {
    knowsAll(Invocation.of("manual").out().replace("\\-", "-"));
  }

  private static void knowsAll(String text) {
    for (Command command : CommandLine.COMMANDS) {
      assertTrue(text.contains(command.name()), command.name());
      for (Usage.Option option : command.usage().options()) {
        option.names().forEach(name -> assertTrue(text.contains(name), name));
      }
    }
  }

  @Test
  void everyRequestOfTheManualIsOneThatManKnows() {
    for (String line : Invocation.of("manual").out().lines().toList()) {
      assertTrue(!line.startsWith(".") || line.matches("\\.(TH|SH|SS|TP|B|BR|IR|br)( .*)?"), line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void shellReadsItsCompletion(String shell, @TempDir Path folder) throws Exception {
    Path script =
        Files.writeString(folder.resolve("completion"), Invocation.of("completion", shell).out());
    Path program = Path.of("/usr/bin", shell);
    assumeTrue(Files.isExecutable(program), shell + " is not installed");
    Process process =
        new ProcessBuilder(List.of(program.toString(), "-n", script.toString()))
            .redirectErrorStream(true)
            .start();
    assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(0, process.waitFor());
  }

  @Test
  void anotherShellIsRefused() {
    assertEquals(2, Invocation.of("completion", "fish").status());
    assertEquals(2, Invocation.of("completion").status());
  }
}
