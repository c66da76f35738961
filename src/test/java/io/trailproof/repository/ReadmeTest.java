package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.Golden;
import io.trailproof.cli.Invocation;
import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What README and the other documents show is what happens. */
final class ReadmeTest {
  private static final Pattern SHOWN =
      Pattern.compile("```console\\n\\$ \\./trailproof ([^\\n]+)\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("(?m)\\./trailproof ([^\\n]+?)(?: [>|#][^\\n]*)?$");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
  private static final Pattern PATH =
      Pattern.compile("`((?:fixtures|docs|rules|src|benchmarks)/[\\w./-]*[\\w-])`");

  private static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(found::add);
    }
    return found;
  }

  @TestFactory
  List<DynamicTest> outputThatIsShownIsTheOutput() throws IOException {
    return Stream.of(documents().toArray(Path[]::new))
        .map(file -> dynamicTest(file.toString(), () -> showsTheOutput(file)))
        .toList();
  }

  private static void showsTheOutput(Path file) throws IOException {
    String actual =
        SHOWN
            .matcher(Files.readString(file))
            .replaceAll(
                shown ->
                    Matcher.quoteReplacement(
                        "```console\n$ ./trailproof "
                            + shown.group(1)
                            + "\n"
                            + Invocation.of(shown.group(1).split(" ")).out()
                            + "```\n"));
    Golden.assertMatches(file, actual);
  }

  @Test
  void proofAndABreachAreShown() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertTrue(SHOWN.matcher(readme).results().count() >= 2);
    assertTrue(readme.contains("16 of 16 events reach a subscriber"));
    assertTrue(readme.contains("\n0 rules proven, 1 failure, no Terraform files read\n"));
  }

  @Test
  void commandsThatAreShownMakeSense() throws IOException {
    int count = 0;
    for (Path file : documents()) {
      Matcher block = COMMANDS.matcher(Files.readString(file));
      while (block.find()) {
        Matcher command = COMMAND.matcher(block.group(1));
        while (command.find()) {
          count++;
          Invocation.Ended ended = Invocation.of(command.group(1).split(" "));
          assertFalse(ended.status() == 2 || ended.status() == 70, command.group() + ended.err());
        }
      }
    }
    assertTrue(count >= 4, "the commands are found");
  }

  @Test
  void setUpTakesTheTwoCommandsThatItShows() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertTrue(
        readme.contains(
            """
            ```sh
            ./trailproof check fixtures/terraform/compliant/plan.json
            ./mvnw verify
            ```\
            """));
    assertTrue(Files.isExecutable(Path.of("trailproof")) && Files.isExecutable(Path.of("mvnw")));
    assertEquals(0, Invocation.of("check", "fixtures/terraform/compliant/plan.json").status());
  }

  @TestFactory
  List<DynamicTest> everyPathThatIsNamedIsThere() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : documents()) {
      tests.add(dynamicTest(file.toString(), () -> namesWhatIsThere(file)));
    }
    return tests;
  }

  private static void namesWhatIsThere(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      assertTrue(Files.exists(file.resolveSibling(link.group(1)).normalize()), link.group());
    }
    Matcher path = PATH.matcher(text);
    while (path.find()) {
      boolean isExample = path.group().contains("/trail-changes."); // how to add a rule
      assertTrue(isExample || Files.exists(Path.of(path.group(1))), path.group());
    }
  }

  @Test
  void everyOptionIsExplained() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Matcher option = Pattern.compile("--[a-z-]+").matcher(Invocation.of("check", "--help").out());
    while (option.find()) {
      boolean obvious = List.of("--help", "--version").contains(option.group());
      assertTrue(obvious || readme.contains("`" + option.group()), option.group());
    }
  }

  @Test
  void everyFormatIsListed() throws IOException {
    StringBuilder table = new StringBuilder("| format | what it is |\n|---|---|\n");
    for (Format format : Format.values()) {
      table.append("| `%s` | %s |%n".formatted(format.word(), format.description()));
    }
    String listed = table.toString().replace("\r", "");
    assertTrue(Files.readString(Path.of("README.md")).contains(listed), listed);
  }
}
