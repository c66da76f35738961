package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trailproof.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands of pages and compares what they print. */
class DocumentedCommandsTest {
  private static final Path DOCS = Path.of(System.getProperty("trailproof.root", "."), "docs");
  private static final Pattern EXAMPLE =
      Pattern.compile("```console\n\\$ trailproof ([^\n]*)\n(.*?)```", Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("'[^']*'|[^' ]+");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "terraform.md",
        "ways.md",
        "choosing.md",
        "explain.md",
        "trace.md",
        "init.md",
        "reports.md",
        "at-scale.md"
      })
  void commandsPrintWhatThePageSays(String name) throws Exception {
    Path file = DOCS.resolve(name);
    String page = Files.readString(file);
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
    Golden.assertMatches(file, run.toString());
  }

  private static String print(String command) {
    String[] words =
        WORD.matcher(command)
            .results()
            .map(found -> found.group().replace("'", ""))
            .toArray(String[]::new);
    return Invocation.of(words).out();
  }
}
