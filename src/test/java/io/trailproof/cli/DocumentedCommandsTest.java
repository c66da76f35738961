package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trailproof.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the commands of docs/terraform.md and compares what they print. */
class DocumentedCommandsTest {
  private static final Path PAGE =
      Path.of(System.getProperty("trailproof.root", "."), "docs", "terraform.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```console\n\\$ trailproof ([^\n]*)\n(.*?)```", Pattern.DOTALL);

  @Test
  void commandsPrintWhatThePageSays() throws Exception {
    String page = Files.readString(PAGE);
    Matcher example = EXAMPLE.matcher(page);
    StringBuilder run = new StringBuilder();
    int count = 0;
    while (example.find()) {
      count++;
      String shown =
          "```console\n$ trailproof " + example.group(1) + "\n" + print(example.group(1)) + "```";
      example.appendReplacement(run, Matcher.quoteReplacement(shown));
    }
    example.appendTail(run);
    assertFalse(count == 0, "no example found");
    Golden.assertMatches(PAGE, run.toString());
  }

  private static String print(String command) {
    return Invocation.of(command.split(" ", -1)).out();
  }
}
