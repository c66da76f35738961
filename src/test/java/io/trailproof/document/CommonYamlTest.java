package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without SnakeYAML is what SnakeYAML reads, to the byte; all else is left to it. */
final class CommonYamlTest {
  private static final Path ROOT = Path.of(System.getProperty("trailproof.root", "."));

  /** Pieces on which the grammar turns. */
  private static final List<String> PIECES =
      List.of(
          "\n", "\n\n", "\n  ", "\n    ", " ", "  ", ":", ": ", ":\n", " #", "# ", "- ", "-",
          "\n- ", "|", "|\n", "|-\n", ">", ">+\n", "|2\n", "\"", "'", "''", "\\", "\\n", "[", "]",
          "{", "}", ", ", ",", "!", "!Ref ", "!Sub\n", "!!str ", "&a ", "*a", "? ", "%", "@", "`",
          "---\n", "\n---\n", "...", "\t", "\r\n", "~", "<<: ", "é", "\u007f", "0", "true", "a",
          "b: c");

  private static Stream<Path> documents() throws IOException {
    try (Stream<Path> fixtures = Files.walk(ROOT.resolve("fixtures"));
        Stream<Path> rules = Files.walk(ROOT.resolve("rules"))) {
      return Stream.concat(fixtures, rules)
          .filter(path -> path.toString().matches(".*\\.(yaml|yml|template)"))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** True if the text is common, and the same then. */
  private static boolean isTheSame(String text) throws UnreadableSource {
    SourceFile file = SourceFile.of("it.yaml", text.getBytes(StandardCharsets.UTF_8));
    Node common = CommonYaml.read(file, file.bytes(0, file.length()));
    if (common != null) {
      assertEquals(YamlReader.readAny(file).built(), common, text);
    }
    return common != null;
  }

  private static String text(Path path) throws IOException {
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
  }

  @Test
  void mostDocumentsAreCommonAndReadTheSame() throws IOException, UnreadableSource {
    int common = 0;
    int all = 0;
    for (Path path : documents().toList()) {
      all++;
      common += isTheSame(text(path)) ? 1 : 0;
    }
    assertTrue(common > all / 2, common + " of " + all);
  }

  @Test
  void whateverIsBrokenIntoThemIsReadTheSameOrLeftAlone() throws IOException, UnreadableSource {
    Random random = new Random(7);
    List<Path> paths = documents().toList();
    int common = 0;
    for (int i = 0; i < 40_000; i++) {
      String text = text(paths.get(random.nextInt(paths.size())));
      int length = Math.min(text.length(), 100 + random.nextInt(300));
      int start = random.nextInt(text.length() - length + 1);
      start = random.nextBoolean() ? 0 : text.lastIndexOf('\n', start) + 1;
      StringBuilder part = new StringBuilder(text.substring(start, start + length));
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(part.length() + 1);
        int end = Math.min(part.length(), at + random.nextInt(4));
        part.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
      }
      common += isTheSame(part.toString()) ? 1 : 0;
    }
    assertTrue(common > 4_000, common + " were common");
  }

  @Test
  void whateverIsMadeOfItsPiecesIsReadTheSameOrLeftAlone() throws UnreadableSource {
    Random random = new Random(8);
    int common = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "a: " : "- ");
      for (int pieces = random.nextInt(9); pieces >= 0; pieces--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      common += isTheSame(text.toString()) ? 1 : 0;
    }
    assertTrue(common > 2_000, common + " were common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b",
        "---\na: b\n",
        "# c\n\na:   b  # c\n",
        "a:\n- b\n-   c\nd: e\n",
        "a:\n  - b: c\n    d: e\n  -\n  - - f\n",
        "a: |\n  b\n\n   c\nd: >-\n  e\n  f\n\n  g\n   h\n",
        "a: |+\n  b\n\n\nc: >\n\n  d\n",
        "a: !If [b, !Ref c, {d: 'it''s', \"e\": \"\\\"\"}]\n",
        "a: !Join\n  - ','\n  - - b\n    - !GetAtt c.d\n",
        "a: {b: [], c: {}}\nd:\ne: ~\nf: -1\n",
        "a: [b,\n  c ,\n\n d]\n",
        "  a: b\n  c: d\n",
        "a b : c#d\ne: http://f:1\n",
        "a: !Sub |\n  b\n",
        "a: !Sub\n  b\n"
      })
  void isCommon(String text) throws UnreadableSource {
    assertTrue(isTheSame(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &b c\nd: *b\n",
        "a: b\n c\n",
        "a: 'b\n  c'\n",
        "? a\n: b\n",
        "a: !!str b\n",
        "a: b\n---\nc: d\n",
        "a: b\r\n",
        "a: é\n",
        "a:\tb\n",
        "<<: {a: b}\n",
        "a: |2\n   b\n",
        "a: [b, ]\n",
        "a: [b: c]\n",
        "a: b: c\n",
        "a:\n    b: c\n  d: e\n",
        "b",
        "",
        "%YAML 1.1\n---\na: b\n"
      })
  void isLeftAlone(String text) throws UnreadableSource {
    SourceFile file = SourceFile.of("it.yaml", text.getBytes(StandardCharsets.UTF_8));
    assertNull(CommonYaml.read(file, file.bytes(0, file.length())));
    assertNotNull(YamlReader.readAny(file));
  }
}
