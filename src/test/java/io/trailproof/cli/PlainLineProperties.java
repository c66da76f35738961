package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Laws of the reader of plain command lines. */
class PlainLineProperties {
  private static final int LINES = 4000;
  private static final List<String> WORDS =
      List.of(
          "plan.json",
          "-",
          "",
          "--",
          "a b",
          "a=b",
          "=b",
          "\"a\"=\"b=c\"",
          "'a b'",
          "@file",
          "check",
          "${x}",
          "-x",
          "--help.json",
          "a,b",
          "\\",
          "true",
          "K=");

  @TestFactory
  List<DynamicTest> whatAPlainLineGivesPicocliFindsInItToo() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Command command : CommandLine.COMMANDS) {
      tests.add(DynamicTest.dynamicTest(command.name(), () -> agrees(command.usage())));
    }
    return tests;
  }

  private static void agrees(Usage usage) {
    Random random = new Random(12);
    int plain = 0;
    for (int i = 0; i < LINES; i++) {
      List<String> line = line(usage, random);
      Optional<Arguments> given = PlainLine.read(usage, line);
      if (given.isPresent()) {
        plain++;
        assertEquals(picocli(usage, line), given.get(), () -> "line " + line);
      }
    }
    assertTrue(plain > 20, "only " + plain + " lines are plain");
  }

  private static Arguments picocli(Usage usage, List<String> line) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), Map.of());
    return AnyLine.of(usage).read(line, terminal).orElseThrow();
  }

  /** Options as they are called, and nearly so, with what they take or something else. */
  private static List<String> line(Usage usage, Random random) {
    List<String> names = new ArrayList<>(List.of("--help", "-V", "--nothing"));
    usage.options().forEach(option -> names.addAll(option.names()));
    List<String> line = new ArrayList<>();
    for (int left = random.nextInt(5); left > 0; left--) {
      switch (random.nextInt(6)) {
        case 0 -> line.add(oneOf(names, random));
        case 1 -> line.add(oneOf(names, random) + "=" + oneOf(WORDS, random));
        case 2, 3 -> {
          line.add(oneOf(names, random));
          line.add(oneOf(WORDS, random));
        }
        case 4 -> line.add(oneOf(names, random) + oneOf(WORDS, random));
        default -> line.add(oneOf(WORDS, random));
      }
    }
    return line;
  }

  private static String oneOf(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
