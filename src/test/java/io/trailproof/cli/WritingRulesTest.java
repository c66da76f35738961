package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/writing-rules.md to the letter in an empty folder: writes its files, runs its
 * commands in a shell, and compares what they print.
 */
final class WritingRulesTest {
  private static final Path PAGE =
      Path.of(System.getProperty("trailproof.root", "."), "docs", "writing-rules.md");

  /** A file that is to be written, or commands to be run. */
  private static final Pattern STEP =
      Pattern.compile(
          "`([\\w./-]+)`:\\n\\n```yaml\\n(.*?)```|```console\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)$");

  /** The program by the name that users have for it, and both streams as a terminal shows them. */
  private static final String SHELL =
      """
      LC_ALL=C.UTF-8; export LC_ALL; unset FORCE_COLOR CLICOLOR_FORCE; program="$*"
      trailproof() { $program "$@"; }
      { %s
      } 2>&1\
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void pageIsTrueAtTheFirstTry() throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
    Matcher step = STEP.matcher(page);
    StringBuilder followed = new StringBuilder();
    int commands = 0;
    while (step.find()) {
      String shown = step.group();
      if (step.group(3) == null) {
        Path file = folder.resolve(step.group(1));
        assertTrue(Files.isDirectory(file.resolveSibling(".")), "no folder for " + file);
        Files.writeString(file, step.group(2));
      } else {
        StringBuilder printed = new StringBuilder();
        Matcher command = COMMAND.matcher(step.group(3));
        while (command.find()) {
          commands++;
          printed.append(command.group()).append('\n').append(run(command.group(1)));
        }
        shown = "```console\n" + printed + "```";
      }
      step.appendReplacement(followed, Matcher.quoteReplacement(shown));
    }
    step.appendTail(followed);
    assertTrue(commands >= 10, "commands found: " + commands);
    Golden.assertMatches(PAGE, followed.toString());
  }

  private String run(String command) throws IOException, InterruptedException {
    Invocation.Ended ended = new Program(folder).shell(SHELL.formatted(command));
    assertTrue(
        ended.status() == 0, command + ": " + ended.status() + "\n" + ended.out() + ended.err());
    return ended.out();
  }
}
