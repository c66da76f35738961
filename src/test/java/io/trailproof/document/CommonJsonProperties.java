package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the parser is what the parser reads, and what it says of what is broken. */
final class CommonJsonProperties {
  private static final Path ROOT = Path.of(System.getProperty("trailproof.root", "."));

  /** What a walk over some tokens sees, and how it fails. */
  private static String walk(JsonTokens tokens, long seed) {
    JsonWalk walk = new JsonWalk(new JsonStream(tokens), seed, false);
    try {
      return walk.all();
    } catch (BrokenJson e) {
      return walk.seen() + " then " + e.diagnostic();
    }
  }

  /** Compares them; true if the document was common to its end. */
  private static boolean isTheSame(SourceFile file, long seed) {
    try (JsonTokens common = CommonJson.open(file)) {
      assertEquals(walk(JsonCursor.open(file), seed), walk(common, seed), file::text);
      return common instanceof CommonJson one && one.isCommon();
    } catch (BrokenJson e) {
      BrokenJson strict = assertThrows(BrokenJson.class, () -> JsonCursor.open(file), file::text);
      assertEquals(strict.diagnostic(), e.diagnostic(), file::text);
      return false;
    }
  }

  private static Stream<Path> documents() throws IOException {
    try (Stream<Path> fixtures = Files.walk(ROOT.resolve("fixtures"))) {
      return fixtures.filter(path -> path.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatIsWrittenByToolsIsCommon(Path path) throws Exception {
    SourceFile file = SourceFile.open(path.toString(), path);
    boolean isSound = JsonStream.read(file).built() != null;
    for (long seed = 0; seed < 4; seed++) {
      assertTrue(isTheSame(file, seed) || !isSound || file.length() > 1 << 20);
    }
  }

  @Test
  void aSoundDocumentIsReadTheSame() {
    Random random = new Random(5);
    int common = 0;
    for (int round = 0; round < 1_500; round++) {
      common += isTheSame(JsonTexts.file(JsonTexts.document(random)), round) ? 1 : 0;
    }
    assertTrue(common > 600, "common " + common); // the rest stops at an array of no objects
  }

  @Test
  void aMutantIsReadTheSameOrRefusedInTheSameWords() {
    Random random = new Random(6);
    int common = 0;
    for (int round = 0; round < 3_000; round++) {
      common += isTheSame(JsonTexts.mutant(random), round) ? 1 : 0;
    }
    assertTrue(common > 250 && common < 2_700, "common " + common);
  }

  @Test
  void aDocumentThatIsCutIsRefusedInTheSameWords() {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      String document = JsonTexts.document(random);
      String text = document.length() > 300 ? "{}" : document; // each takes a reading for each cut
      for (int length = 0; length <= text.length(); length++) {
        byte[] cut = text.substring(0, length).getBytes(StandardCharsets.UTF_8);
        isTheSame(JsonTexts.file(new String(cut, StandardCharsets.UTF_8)), round);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "-",
        "-0",
        "1.",
        ".5",
        "+1",
        "1e",
        "1e+",
        "1E-7",
        "1x",
        "1 2",
        "1}",
        "truex",
        "tru",
        "nullnull",
        "null ",
        "NaN",
        "-Infinity",
        "\"\\u12\"",
        "\"\\u12G4\"",
        "\"\\uD83D\"",
        "\"\\x\"",
        "\"\\\"",
        "\"\t\"",
        "\"\u007F\"",
        "\"\u0000\"",
        "\u0000",
        "\uFEFF{}",
        "'a'",
        "a",
        "/**/1",
        "#\n1",
        "\u00A01",
        "\f1",
        "1,",
        "\"a\" \"b\"",
        "\"",
        "\"\\",
        "\"\\u",
        "\"\\u004",
        "12345678901234567890",
        "1.00",
        "1e400",
        "\"\\/\\b\\f\\r\\t\"",
        ""
      })
  void whatNumbersWordsAndStringsAreIsTheSame(String value) {
    List<String> places = List.of("%s", "[%s]", "[1,%s ,2]", "{\"a\":%s}", "{%s:1}", "[[%s],{}");
    for (String place : places) {
      for (long seed = 0; seed < 30; seed++) {
        isTheSame(JsonTexts.file(place.replace("%s", value)), seed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 100, 101, 999, 1_000, 1_001, 2_000})
  void longNumbersAreTheSame(int digits) {
    for (String number : List.of("1".repeat(digits), "0." + "1".repeat(digits))) {
      for (long seed = 0; seed < 10; seed++) {
        isTheSame(JsonTexts.file("{\"a\": [" + number + "]}"), seed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 200, 201, 300})
  void deepDocumentsAreTheSame(int depth) {
    for (long seed = 0; seed < 30; seed++) {
      isTheSame(JsonTexts.file("[".repeat(depth) + "]".repeat(depth)), seed);
      isTheSame(JsonTexts.file("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)), seed);
    }
  }

  @Test
  void largerFilesAreTheParsersFromTheStart() throws BrokenJson {
    String text = "[\"" + "a".repeat(1 << 20) + "\"]";
    try (JsonTokens tokens = CommonJson.open(JsonTexts.file(text))) {
      assertInstanceOf(JsonCursor.class, tokens);
    }
  }
}
