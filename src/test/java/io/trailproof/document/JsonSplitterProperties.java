package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A split document gives what a scanned one gives, over seeded documents and mutants of them. */
class JsonSplitterProperties {
  private static final int SMALLEST = 256;

  /** What a walk sees; null if it fails. */
  private static @Nullable String walk(SourceFile file, int window, long seed, boolean isWhole) {
    try (JsonStream stream = window == 0 ? JsonStream.open(file) : JsonStream.split(file, window)) {
      return new JsonWalk(stream, seed, isWhole).all();
    } catch (BrokenJson e) {
      return null;
    }
  }

  @Test
  void aSoundDocumentIsSplitAsItIsScanned() {
    Random random = new Random(1);
    int read = 0;
    for (int round = 0; round < 4_000; round++) {
      SourceFile file = JsonTexts.file(JsonTexts.document(random));
      String scanned = walk(file, 0, round, false);
      for (int window : List.of(SMALLEST, SMALLEST + random.nextInt(300), 1 << 12)) {
        assertEquals(scanned, walk(file, window, round, false), file::text);
      }
      read += scanned == null ? 0 : 1;
    }
    assertTrue(read > 1_000, "read " + read); // where objects were expected and none is, both fail
  }

  @Test
  void whatIsLookedAtIsRefusedAlike() {
    Random random = new Random(2);
    int refused = 0;
    for (int round = 0; round < 8_000; round++) {
      SourceFile file = JsonTexts.mutant(random);
      String scanned = walk(file, 0, round, true);
      assertEquals(scanned, walk(file, SMALLEST + random.nextInt(64), round, true), file::text);
      refused += scanned == null ? 1 : 0;
    }
    assertTrue(refused > 3_000, "refused " + refused);
  }

  @Test
  void aSoundMutantIsNeverReadOtherwise() {
    Random random = new Random(3);
    int looser = 0;
    for (int round = 0; round < 8_000; round++) {
      SourceFile file = JsonTexts.mutant(random);
      String scanned = walk(file, 0, round, false);
      String split = walk(file, SMALLEST, round, false);
      if (scanned == null) {
        looser += split == null ? 0 : 1;
      } else {
        assertEquals(scanned, split, file::text);
      }
    }
    assertTrue(looser > 30, "looser " + looser); // else everything would be looked at
  }

  @Test
  void everyCutIsNoticed() {
    Random random = new Random(4);
    for (int round = 0; round < 25; round++) {
      byte[] bytes = JsonTexts.document(random).getBytes(StandardCharsets.UTF_8);
      int last = new String(bytes, StandardCharsets.UTF_8).stripTrailing().length();
      for (int length = 1; length < bytes.length; length++) {
        SourceFile cut = JsonTexts.file(new String(bytes, 0, length, StandardCharsets.UTF_8));
        boolean isWhole = cut.text().stripTrailing().length() >= last;
        if (!isWhole && bytes[0] != '"' && !Character.isDigit(bytes[0])) {
          assertEquals(null, walk(cut, SMALLEST, 7, false), cut::text);
        }
      }
    }
  }

  @Test
  void whatIsDeeperThanALimitIsRefusedThoughItIsReadInParts() {
    for (int depth : List.of(198, 199, 200, 201, 260)) {
      String text = "{\"a\":".repeat(depth - 3) + "[[{}]]" + "}".repeat(depth - 3);
      for (int seed = 0; seed < 40; seed++) {
        String scanned = walk(JsonTexts.file(text), 0, seed, true);
        assertEquals(scanned, walk(JsonTexts.file(text), SMALLEST, seed, true), depth + " " + seed);
        assertEquals(depth > 200, scanned == null);
      }
    }
  }
}
