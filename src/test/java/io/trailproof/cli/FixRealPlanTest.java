package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.corpus.Corpus;
import io.trailproof.edit.EditedFile;
import io.trailproof.edit.PlanFix;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What mends a plan is written into its Terraform files, and Terraform plans them anew: that plan
 * is proven, and nothing is left to mend. Runs where there is a Terraform.
 */
final class FixRealPlanTest {
  /** What stays as it is, and why. */
  private static final Map<String, String> OPEN =
      new TreeMap<>(
          Map.of(
              "accounts-two", "its module is called as `module.staging` too",
              "role-path", "no change is known",
              "trail-bucket-name", "no change is known",
              "corpus/bad-destroy", "no change is known",
              "corpus/bad-ignore-changes-pattern", "`ignore_changes` of its `lifecycle`",
              "corpus/bad-module-count-zero", "is of another module, which it is not handed"));

  /** Of what this Terraform cannot plan as it is, nobody can tell. */
  private static final String NO_PLAN = "no plan of it as it is";

  private static Stream<Path> plans() throws IOException {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> own = Files.list(Path.of("fixtures/terraform"))) {
      own.sorted().forEach(folders::add);
    }
    Corpus.folder()
        .ifPresent(
            corpus -> {
              try (Stream<Path> others = Files.list(corpus.resolve("terraform"))) {
                others.sorted().forEach(folders::add);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    return folders.stream().filter(one -> Files.exists(one.resolve("plan.json")));
  }

  private static String name(Path folder) {
    return (folder.startsWith("fixtures") ? "" : "corpus/") + folder.getFileName();
  }

  @Test
  void whatIsWrittenIsProvenByTerraform(@TempDir Path temporary) throws Exception {
    Map<String, String> results = new ConcurrentSkipListMap<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (InstalledTerraform terraform = InstalledTerraform.orSkip()) {
      List<Future<?>> all = new ArrayList<>();
      for (Path folder : plans().toList()) {
        Path copy = temporary.resolve(name(folder).replace('/', '-'));
        all.add(
            threads.submit(
                () -> {
                  copy(folder, copy);
                  if (isBroken(copy)) {
                    results.put(name(folder), mended(terraform, folder, copy));
                  }
                  return "";
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    results.values().removeIf(NO_PLAN::equals);
    Set<String> proven = new TreeSet<>();
    results.forEach((name, why) -> proven.addAll(why.isEmpty() ? Set.of(name) : Set.of()));
    results.keySet().removeAll(proven);
    Set<String> expected = new TreeSet<>(OPEN.keySet());
    expected.removeIf(name -> name.startsWith("corpus/") && Corpus.folder().isEmpty());
    assertEquals(expected, results.keySet(), results::toString);
    results.forEach((name, why) -> assertTrue(why.contains(OPEN.getOrDefault(name, "?")), why));
    assertTrue(proven.size() >= 50, proven::toString);
  }

  private static boolean isBroken(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(FixRealPlanTest::isSource)
          && PlanFix.check(folder.resolve("plan.json"), folder).verdict() == Verdict.FAIL;
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".tf") || file.toString().endsWith(".tf.json");
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path one : files.toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else if (isSource(one) || one.endsWith("plan.json")) {
          Files.copy(one, target);
        }
      }
    }
  }

  /** What is wrong after the edits; nothing if all is well. */
  static String mended(InstalledTerraform terraform, Path folder, Path copy) throws Exception {
    PlanFix fix = PlanFix.of(copy.resolve("plan.json"), copy);
    if (!fix.isProven()) {
      return "no change is known";
    }
    if (!fix.edits().unwritten().isEmpty()) {
      return "unwritten: " + fix.edits().unwritten().get(0);
    }
    Set<Path> formatted = new TreeSet<>();
    for (EditedFile one : EditedFile.of(fix.edits().edits())) {
      Path file = Path.of(one.file().name());
      if (!file.toString().endsWith(".json") && terraform.isFormatted(file)) {
        formatted.add(file);
      }
    }
    fix.write();
    for (Path file : formatted) {
      if (!terraform.isFormatted(file)) {
        return "not as fmt has it: " + file + "\n" + Files.readString(file);
      }
    }
    Path plan = copy.resolve("new.json");
    try {
      Files.writeString(plan, terraform.planOfNew(copy, "us-east-1"));
    } catch (AssertionError e) {
      Path asItWas = copy.resolveSibling(copy.getFileName() + "-as-it-was");
      copy(folder, asItWas);
      return isPlanned(terraform, asItWas) ? "terraform: " + e.getMessage() : NO_PLAN;
    }
    Verdict verdict = PlanFix.check(plan, copy).verdict();
    if (verdict != Verdict.PASS) {
      return "not proven: " + verdict + PlanFix.check(plan, copy).findings();
    }
    return PlanFix.of(plan, copy).changes().isEmpty() ? "" : "more to do";
  }

  private static boolean isPlanned(InstalledTerraform terraform, Path folder) throws Exception {
    try {
      return !terraform.planOfNew(folder, "us-east-1").isEmpty();
    } catch (AssertionError e) {
      return false;
    }
  }
}
