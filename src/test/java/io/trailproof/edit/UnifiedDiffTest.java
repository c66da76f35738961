package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnifiedDiffTest {
  private static String diff(String old, String now) {
    return UnifiedDiff.between("t.yaml", old, now).text();
  }

  @Test
  void whatIsTheSameHasNone() {
    assertEquals("", diff("a\nb\n", "a\nb\n"));
  }

  @Test
  void threeLinesStandAround() {
    assertEquals(
        """
        --- a/t.yaml
        +++ b/t.yaml
        @@ -2,6 +2,7 @@
         2
         3
         4
        +new
         5
         6
         7
        """,
        diff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nnew\n5\n6\n7\n8\n"));
  }

  @Test
  void whatIsFarApartStandsApart() {
    String old = "a\n1\n2\n3\n4\n5\n6\n7\nb\n";
    assertEquals(
        2, diff(old, old.replace('a', 'A').replace('b', 'B')).split("@@ -", -1).length - 1);
    String near = "a\n1\n2\n3\n4\n5\n6\nb\n";
    assertEquals(
        1, diff(near, near.replace('a', 'A').replace('b', 'B')).split("@@ -", -1).length - 1);
  }

  @Test
  void aMissingLastLineEndIsSaid() {
    assertEquals(
        """
        --- a/t.yaml
        +++ b/t.yaml
        @@ -1 +1,2 @@
        -a
        \\ No newline at end of file
        +a
        +b
        \\ No newline at end of file
        """,
        diff("a", "a\nb"));
  }

  @Test
  void carriageReturnsStay() {
    assertTrue(diff("a\r\nb\r\n", "a\r\nc\r\n").contains("-b\r\n+c\r\n"));
  }

  @Test
  void aNameIsOneBelowTheFolder() {
    assertTrue(UnifiedDiff.between("./x/t.yaml", "a", "b").text().startsWith("--- a/x/t.yaml\n"));
    assertTrue(UnifiedDiff.between("/x/t.yaml", "a", "b").text().startsWith("--- a/x/t.yaml\n"));
    assertTrue(UnifiedDiff.between("x y", "a", "b").text().startsWith("--- a/x y\t\n"));
  }

  @Test
  void patchTakesIt(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(isThere("patch"));
    applied(folder, List.of("patch", "-p1", "--quiet", "-i"));
  }

  @Test
  void gitTakesIt(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(isThere("git"));
    applied(folder, List.of("git", "apply", "--whitespace=nowarn"));
  }

  private static void applied(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      String end = i % 3 == 0 ? "\r\n" : "\n";
      List<String> old = lines(random, i * 2);
      List<String> now = changed(random, old);
      String before = text(old, end, random);
      String after = text(now, end, random);
      Path file = Files.writeString(folder.resolve("a file.yaml"), before);
      String diff = UnifiedDiff.between("a file.yaml", before, after).text();
      if (!diff.isEmpty() && !before.isEmpty() && !after.isEmpty()) {
        Path patch = Files.writeString(folder.resolve("the.patch"), diff);
        List<String> line = new ArrayList<>(command);
        line.add(patch.toString());
        assertEquals(0, run(folder, line), diff);
        assertEquals(after, Files.readString(file), diff);
      }
    }
  }

  private static List<String> lines(Random random, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add("  line " + random.nextInt(12));
    }
    return lines;
  }

  private static List<String> changed(Random random, List<String> old) {
    List<String> now = new ArrayList<>(old);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      int at = random.nextInt(now.size() + 1);
      if (random.nextBoolean() || at == now.size()) {
        now.add(at, "new " + i);
      } else {
        now.remove(at);
      }
    }
    return now;
  }

  private static String text(List<String> lines, String end, Random random) {
    return String.join(end, lines) + (lines.isEmpty() || random.nextBoolean() ? "" : end);
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return run(Path.of("."), List.of(program, "--version")) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_CEILING_DIRECTORIES", folder.toAbsolutePath() + "/..");
    Process process = builder.start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    return process.exitValue();
  }
}
