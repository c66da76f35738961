package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What docs/at-scale.md shows is what is run. */
final class AtScalePageTest {
  private static final Path PROGRAM =
      Path.of(
          "benchmarks/spark/src/main/java/io/trailproof/benchmarks/spark/TemplatesInSpark.java");
  private static final Pattern JAVA = Pattern.compile("```java\n(  .*?)```", Pattern.DOTALL);
  private static final Pattern SHARD =
      Pattern.compile("awk 'NR % (\\d+) == \\$\\{\\{ matrix.shard }}'");

  @TempDir Path folder;

  private static String page() throws IOException {
    return Files.readString(Checkout.ROOT.resolve("docs/at-scale.md"));
  }

  @Test
  void theProgramIsThatOfTheBenchmark() throws IOException {
    Matcher block = JAVA.matcher(page());
    assertTrue(block.find(), "the page shows the program");
    String program = Files.readString(Checkout.ROOT.resolve(PROGRAM));
    assertTrue(program.contains(block.group(1)), block.group(1));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void everyInputIsInOneShard() throws IOException, InterruptedException {
    String page = page();
    Matcher shard = SHARD.matcher(page);
    assertTrue(shard.find(), "the page shows how a list is split");
    int shards = Integer.parseInt(shard.group(1));
    assertTrue(page.contains("matrix: { shard: [0, 1, 2, 3] }"), "one job for each shard");
    assertEquals(4, shards);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 4 * shards + 1; i++) {
      names.add("a template " + i + ".yaml");
    }
    Path list = Files.write(folder.resolve("templates.list"), names);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      String script = shard.group().replace("${{ matrix.shard }}", String.valueOf(i));
      Process awk = new ProcessBuilder("sh", "-c", script).redirectInput(list.toFile()).start();
      List<String> some =
          new String(awk.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertEquals(0, awk.waitFor());
      assertTrue(some.size() >= names.size() / shards, "the shards are equally long");
      all.addAll(some);
    }
    all.sort(null);
    names.sort(null);
    assertEquals(names, all);
  }
}
