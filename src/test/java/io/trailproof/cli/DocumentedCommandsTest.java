package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Runs the commands of docs/terraform.md and compares what they print; with {@code
 * -Dtrailproof.rewrite=true} it writes the page anew.
 */
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
    if (Boolean.getBoolean("trailproof.rewrite")) {
      Files.writeString(PAGE, run);
    } else {
      assertEquals(page, run.toString());
    }
  }

  private static String print(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    CommandLine.run(
        Arrays.stream(command.split(" ", -1)).toArray(String[]::new),
        new Terminal(new ByteArrayInputStream(new byte[0]), stream, stream, Map.of(), Map.of()));
    return out.toString(StandardCharsets.UTF_8);
  }
}
