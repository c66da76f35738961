package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is written into the templates of all fixtures is proven, and nothing is left to do then. */
final class FixWritingTest {
  /** What SAM makes, of which the template has no text. */
  private static final Set<String> BY_HAND = Set.of("sam-connector");

  private static Stream<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures/cloudformation"), 2)) {
      return files
          .filter(one -> one.getFileName().toString().startsWith("template."))
          .filter(FixFixturesTest::isFailing)
          .sorted()
          .toList()
          .stream();
    }
  }

  private static List<String> arguments(Path input) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of("--no-config", "--rule", "iam-policy-changes", "--set", "email=soc@corp.test"));
    Path given = input.resolveSibling("arguments");
    if (Files.exists(given)) {
      all.addAll(List.of(Files.readString(given).strip().split(" ", -1)));
    }
    return all;
  }

  private static Invocation.Ended fix(Path input, List<String> arguments, String... more) {
    List<String> line = new ArrayList<>(List.of("fix"));
    line.addAll(arguments);
    line.addAll(List.of(more));
    line.add(input.toString());
    return Invocation.of(line.toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenIsProven(@TempDir Path folder) throws IOException {
    return templates()
        .map(
            input -> {
              String name = name(input);
              return dynamicTest(name, () -> proves(input, folder.resolve(name)));
            });
  }

  @TestFactory
  Stream<DynamicTest> soItIsInJson(@TempDir Path folder) throws IOException {
    return inYaml()
        .map(
            input -> {
              String name = name(input);
              return dynamicTest(
                  name, () -> proves(input, folder.resolve(name), json(input, true)));
            });
  }

  @TestFactory
  Stream<DynamicTest> soItIsOnOneLine(@TempDir Path folder) throws IOException {
    return inYaml()
        .map(
            input -> {
              String name = name(input);
              return dynamicTest(
                  name, () -> proves(input, folder.resolve(name), json(input, false)));
            });
  }

  @TestFactory
  Stream<DynamicTest> soItIsWithCarriageReturns(@TempDir Path folder) throws IOException {
    return inYaml()
        .map(
            input -> {
              String name = name(input);
              return dynamicTest(
                  name,
                  () -> {
                    Path file = folder.resolve(name).resolve("template.json");
                    String text = Files.readString(input).strip().replace("\n", "\r\n");
                    proves(input, folder(file), text);
                    String written = Files.readString(file);
                    assertFalse(written.replace("\r\n", "").contains("\n"), written);
                    assertFalse(written.endsWith("\n"), written);
                  });
            });
  }

  /** A key that is a number is refused in YAML only, as JSON has none. */
  private static Stream<Path> inYaml() throws IOException {
    return templates()
        .filter(input -> input.toString().endsWith(".yaml"))
        .filter(input -> !name(input).equals("mapping-key-number"));
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private static String name(Path input) {
    return input.getName(input.getNameCount() - 2).toString();
  }

  private static String json(Path input, boolean isPretty) throws IOException {
    JsonNode json = TemplateAsJson.read(input).orElseThrow();
    return isPretty ? json.toPrettyString() : json.toString();
  }

  private static void proves(Path input, Path folder) throws IOException {
    copied(folder(input), folder);
    written(folder.resolve(input.getFileName()), arguments(input));
  }

  private static void proves(Path input, Path folder, String text) throws IOException {
    copied(folder(input), folder);
    Path file = Files.writeString(folder.resolve("template.json"), text);
    written(file, arguments(input));
  }

  private static void written(Path file, List<String> arguments) throws IOException {
    String name = name(file);
    Map<String, String> before = contents(folder(file));
    Invocation.Ended written = fix(file, arguments, "--write");
    boolean isOpen = FixFixturesTest.isOpen("cloudformation/" + name) || BY_HAND.contains(name);
    assertEquals(isOpen, written.status() != 0, written.out() + written.err());
    if (isOpen) {
      assertFalse(written.out().contains("changed `"), written.out());
      assertEquals(before, contents(folder(file)));
      assertFalse(written.status() == 70, written.err());
      return;
    }
    assertTrue(written.out().contains("changed `" + file + "`"), written.out() + written.err());
    Invocation.Ended again = fix(file, arguments, "--write");
    assertEquals(0, again.status(), again.out() + again.err());
    assertTrue(again.out().startsWith("nothing to do"), again.out());
  }

  private static void copied(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }
}
