package io.trailproof.input.terraform.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.corpus.Corpus;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.BrokenJson;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A plan that is split gives what one gives of which every token is read: all of the fixtures, all
 * of the corpus where that is at hand, and mutants of them.
 */
class SplitPlanProperties {
  private static final Path FIXTURES =
      Path.of(System.getProperty("trailproof.root", "."), "fixtures", "terraform");

  private static final int SMALLEST = 256;
  private static final int MUTANTS_OF_EACH = 3;

  /** Half of all types, and those that decide nothing of them. */
  private static final List<Predicate<String>> WANTED =
      List.of(type -> true, type -> type.hashCode() % 2 == 0, type -> false);

  private static List<Path> plans() throws IOException {
    try (Stream<Path> fixtures = Files.list(FIXTURES)) {
      return Stream.concat(
              fixtures.sorted().map(folder -> folder.resolve("plan.json")).filter(Files::exists),
              Corpus.plans().stream())
          .toList();
    }
  }

  private static SourceFile file(byte[] bytes) throws UnreadableSource {
    return SourceFile.of("plan.json", bytes);
  }

  /** The same both ways; or refused both ways, and then in the same words. */
  private static void assertSame(SourceFile file, Predicate<String> wanted, int window) {
    PlanDocument scanned;
    try {
      scanned = PlanReader.scan(file, wanted);
    } catch (BrokenJson e) {
      assertThrows(BrokenJson.class, () -> PlanReader.split(file, wanted, window), file::text);
      Diagnostic split =
          assertThrows(BrokenJson.class, () -> PlanReader.read(file, wanted, 0, window))
              .diagnostic();
      assertEquals(e.diagnostic(), split);
      return;
    }
    try {
      assertTrue(scanned.equals(PlanReader.split(file, wanted, window)), file::text);
    } catch (BrokenJson e) {
      throw new AssertionError(e.diagnostic().message() + " in " + file.text(), e);
    }
  }

  @Test
  void everyPlanIsSplitAsItIsScanned() throws Exception {
    for (Path plan : plans()) {
      SourceFile file = file(Files.readAllBytes(plan));
      for (Predicate<String> wanted : WANTED) {
        for (int window : List.of(SMALLEST, 1000, 1 << 16)) {
          assertSame(file, wanted, window);
        }
      }
    }
  }

  @Test
  void howItIsWrittenChangesNothing() throws Exception {
    Random random = new Random(11);
    for (Path plan : plans()) {
      String text = Files.readString(plan);
      for (int i = 0; i < MUTANTS_OF_EACH; i++) {
        String rewritten = Rewriting.of(text, random);
        byte[] bytes = encoded(rewritten, random.nextInt(4));
        assertSame(file(bytes), WANTED.get(random.nextInt(3)), SMALLEST + random.nextInt(500));
      }
    }
  }

  private static byte[] encoded(String text, int encoding) {
    return switch (encoding) {
      case 0 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
      case 2 -> text.getBytes(StandardCharsets.UTF_16); // with a mark
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  @Test
  void aCutIsNoticedWhereverItIs() throws Exception {
    List<Path> smallest =
        plans().stream()
            .sorted(Comparator.comparingLong(one -> one.toFile().length()))
            .limit(4)
            .toList();
    assertEquals(4, smallest.size());
    for (Path plan : plans()) {
      byte[] bytes = Files.readString(plan).strip().getBytes(StandardCharsets.UTF_8);
      boolean isEach = smallest.contains(plan);
      Random random = new Random(bytes.length);
      for (int i = 1; i < (isEach ? bytes.length : 8); i++) {
        int length = isEach ? i : 1 + random.nextInt(bytes.length - 1);
        SourceFile cut = file(upToCharacter(bytes, length));
        for (Predicate<String> wanted : WANTED) {
          assertThrows(BrokenJson.class, () -> PlanReader.split(cut, wanted, SMALLEST), cut::text);
        }
      }
    }
  }

  /** A file of which half of a character is the end is refused before it is read as a plan. */
  private static byte[] upToCharacter(byte[] bytes, int length) {
    int end = length;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return Arrays.copyOf(bytes, Math.max(1, end));
  }

  @Test
  void aMutantThatIsSoundIsReadAlikeAndABrokenOneInTheSameWords() throws Exception {
    Random random = new Random(12);
    int looser = 0;
    for (Path plan : plans()) {
      byte[] bytes = Files.readAllBytes(plan);
      for (int i = 0; i < MUTANTS_OF_EACH; i++) {
        SourceFile mutant = SourceFile.ofText("plan.json", mutated(bytes, random));
        Predicate<String> wanted = WANTED.get(random.nextInt(3));
        Object scanned = outcome(() -> PlanReader.scan(mutant, wanted));
        Object split = outcome(() -> PlanReader.read(mutant, wanted, 0, SMALLEST));
        boolean isLooser = scanned instanceof Diagnostic && split instanceof PlanDocument;
        looser += isLooser ? 1 : 0;
        assertTrue(isLooser || Objects.equals(scanned, split), () -> plan + " " + mutant.text());
      }
    }
    assertTrue(looser > 0, "what nobody wants is looked at");
  }

  /** A reading of a plan. */
  private interface Reading {
    PlanDocument plan() throws BrokenJson;
  }

  private static Object outcome(Reading reading) {
    try {
      return reading.plan();
    } catch (BrokenJson e) {
      return e.diagnostic();
    }
  }

  private static String mutated(byte[] bytes, Random random) {
    String signs = "{}[]:,\"\\ \n\0é0-t";
    StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
      default -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }

  @Test
  void upToABoundEveryTokenIsRead() throws Exception {
    String text =
        "{'format_version':'1.2','planned_values':{'root_module':{'resources':["
            + "{'type':'a','values':[1}}]}},'configuration':{'root_module':{}}}";
    SourceFile file = SourceFile.ofText("plan.json", text.replace('\'', '"'));
    assertThrows(BrokenJson.class, () -> PlanReader.read(file, type -> false));
    assertThrows(
        BrokenJson.class, () -> PlanReader.read(file, type -> false, file.length(), SMALLEST));
    assertFalse(PlanReader.read(file, type -> false, file.length() - 1, SMALLEST).errored());
    assertThrows(
        BrokenJson.class, () -> PlanReader.read(file, type -> true, file.length() - 1, SMALLEST));
  }

  /** As a large file is: on the disk, with elements larger than what is held of it. */
  @Test
  void anElementLargerThanTheWindowIsReadAgain() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        "{\"format_version\":\"1.2\",\"values\":{\"root_module\":{\"resources\":["
            .getBytes(StandardCharsets.UTF_8));
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String value = "é\\\"}".repeat(1 + i * 37);
      elements.add(
          "{\"values\":{\"v\":\""
              + value
              + "\"},\"address\":\"t"
              + i % 3
              + ".n"
              + i
              + "\",\"type\":\"t"
              + i % 3
              + "\"}");
    }
    out.writeBytes(String.join(",", elements).getBytes(StandardCharsets.UTF_8));
    out.writeBytes("]}}}".getBytes(StandardCharsets.UTF_8));
    Predicate<String> wanted = "t1"::equals;
    SourceFile file = file(out.toByteArray());
    for (int window = SMALLEST; window < SMALLEST + 130; window++) {
      assertSame(file, wanted, window);
    }
    assertEquals(13, PlanReader.split(file, wanted, SMALLEST).values().size());
  }
}
