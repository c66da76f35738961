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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What mends a plan is written into its Terraform files, and Terraform plans them anew: that plan
 * is proven, and nothing is left to mend. Runs where there is a Terraform.
 */
final class FixRealPlanTest {
  /** What stays as it is, and why. */
  private static final Map<String, String> OPEN = new TreeMap<>();

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
    String only = System.getProperty("trailproof.only", "");
    return folders.stream()
        .filter(one -> one.toString().contains(only))
        .filter(one -> Files.exists(one.resolve("plan.json")));
  }

  private static String name(Path folder) {
    return (folder.startsWith("fixtures") ? "" : "corpus/") + folder.getFileName();
  }

  @Test
  void whatIsWrittenIsProvenByTerraform(@TempDir Path temporary) throws Exception {
    try (InstalledTerraform terraform = InstalledTerraform.orSkip()) {
      Set<String> proven = new TreeSet<>();
      Map<String, String> open = new TreeMap<>();
      for (Path folder : plans().toList()) {
        Path copy = temporary.resolve(name(folder).replace('/', '-'));
        copy(folder, copy);
        if (needs(copy, "awscc_") && !terraform.has("awscc")) {
          continue;
        }
        if (needs(copy, "")
            && PlanFix.check(copy.resolve("plan.json"), copy).verdict() == Verdict.FAIL) {
          String why = mended(terraform, copy);
          if (why.isEmpty()) {
            proven.add(name(folder));
          } else {
            open.put(name(folder), why);
          }
          System.out.println(name(folder) + ": " + why);
        }
      }
      System.out.println(proven.size() + " proven");
      assertEquals(OPEN.keySet(), open.keySet(), open::toString);
      assertTrue(proven.size() >= 20, proven::toString);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path one : files.toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else if (one.toString().endsWith(".tf")
            || one.toString().endsWith(".tf.json")
            || one.endsWith("plan.json")) {
          Files.copy(one, target);
        }
      }
    }
  }

  /** True if a file of the folder holds a word. */
  private static boolean needs(Path folder, String word) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path one :
          files
              .filter(
                  each -> each.toString().endsWith(".tf") || each.toString().endsWith(".tf.json"))
              .toList()) {
        if (Files.readString(one).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is wrong after the edits; nothing if all is well. */
  private static String mended(InstalledTerraform terraform, Path copy) throws Exception {
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
      return "terraform: " + e.getMessage();
    }
    Verdict verdict = PlanFix.check(plan, copy).verdict();
    if (verdict != Verdict.PASS) {
      return "not proven: " + verdict + PlanFix.check(plan, copy).findings();
    }
    return PlanFix.of(plan, copy).changes().isEmpty() ? "" : "more to do";
  }
}
