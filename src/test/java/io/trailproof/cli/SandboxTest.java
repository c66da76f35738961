package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run makes no connection, starts no process and writes no file but those it is told to. A
 * boundary says so, of Java where it has one still, and of the system where it lends one to
 * everybody.
 */
final class SandboxTest {
  /** The newest Java in which a program may guard itself. */
  private static final int LAST_WITH_A_GUARD = 23;

  @TempDir Path folder;

  @BeforeEach
  void inputs() throws IOException {
    Path terraform = Path.of("fixtures/terraform/compliant");
    Files.copy(terraform.resolve("plan.json"), folder.resolve("plan.json"));
    Files.createDirectories(folder.resolve("sources"));
    if (Files.exists(terraform.resolve("main.tf"))) {
      Files.copy(terraform.resolve("main.tf"), folder.resolve("sources/main.tf"));
    }
    Files.copy(
        Path.of("fixtures/cloudformation/compliant-json/template.json"),
        folder.resolve("template.json"));
    Path assembly = Files.createDirectories(folder.resolve("cdk/cdk.out"));
    try (Stream<Path> files = Files.list(Path.of("fixtures/cloudformation/cdk-nested"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, assembly.resolve(file.getFileName().toString()));
      }
    }
    Files.writeString(folder.resolve("broken.json"), "{\"planned_values\": ");
    Files.writeString(folder.resolve("p.json"), "{\"Parameters\": {\"A\": \"b\"}}");
  }

  /** What may be written, and the arguments of a run. */
  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Format format : Format.values()) {
      String word = format.word();
      String summary = format == Format.GITHUB ? "summary.md" : "";
      lines.add(summary + "|check -f " + word + " plan.json template.json broken.json");
      lines.add(
          summary + ",o." + word + "|check --each -f " + word + " -o o." + word + " plan.json");
    }
    lines.addAll(
        List.of(
            "|check -",
            "|check .",
            "|check --each --skip-unrecognised plan.json template.json broken.json p.json",
            "|check --source sources plan.json",
            "|check --parameters p.json template.json",
            "|check --rule * --ways all cdk",
            "|check --before cdk --gate regression plan.json",
            "o.html,o.sarif|check -f html=o.html -f sarif=o.sarif -f json plan.json",
            "|pattern {$.eventName=DeletePolicy}",
            "|pattern --suggest -",
            "|pattern --record plan.json x",
            "|rules",
            "|explain iam-policy-changes",
            "|schema result",
            "|test rules/none",
            "trailproof.yaml|accept iam-policy-changes/alarm a --reason r --until 2027-03-31",
            "|check plan.json",
            "|check --help",
            "|init config",
            "|--version",
            "|no-such-command"));
    return lines;
  }

  @Test
  void theGuardOfJavaHasNothingToForbid() throws IOException, InterruptedException {
    assumeTrue(
        Runtime.version().feature() <= LAST_WITH_A_GUARD,
        "this Java has no guard within a process");
    List<String> lines = new ArrayList<>(lines());
    // What shows that the guard is awake: a report that nobody allowed.
    lines.add("|check -o forbidden.json plan.json");
    Files.write(folder.resolve("lines"), lines);
    Set<String> before = files();
    Invocation.Ended ended =
        new Program(folder, List.of("-Djava.security.manager=allow"), Guarded.class)
            .shell("exec \"$@\"", "lines");
    List<String> told = ended.out().lines().toList();
    assertEquals(lines.size(), told.size(), ended.out() + ended.err());
    String last = told.get(told.size() - 1);
    assertTrue(last.contains("DENIED write"), last);
    for (String one : told.subList(0, told.size() - 1)) {
      assertFalse(one.contains("DENIED") || one.startsWith("70"), one);
    }
    Set<String> made = files();
    made.removeAll(before);
    Set<String> expected =
        new TreeSet<>(Set.of("summary.md", "o.html", "o.sarif", "trailproof.yaml"));
    Stream.of(Format.values()).forEach(format -> expected.add("o." + format.word()));
    assertEquals(expected, made);
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !name.startsWith(".std"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** No network at all, and a folder that cannot be written: everything is as it was. */
  @Test
  void withoutNetworkAndOnADiskThatIsReadOnlyNothingChanges()
      throws IOException, InterruptedException {
    String within =
        "exec unshare -rmn sh -c 'mount --bind . . && mount -o remount,bind,ro . && cd \"$PWD\""
            + " && ! touch x 2>/dev/null && exec \"$@\"' sh \"$@\"";
    Program program = new Program(folder);
    assumeTrue(
        program.shell(within, "--version").status() == 0, "nobody may make a namespace here");
    for (String line :
        List.of(
            "check -f json plan.json template.json cdk",
            "check --each --rule * .",
            "check --source sources plan.json",
            "pattern --suggest {$.eventName=DeletePolicy}",
            "explain iam-policy-changes")) {
      Invocation.Ended free = program.shell("exec \"$@\"", line.split(" "));
      Invocation.Ended confined = program.shell(within, line.split(" "));
      assertEquals(free, confined, line);
    }
  }
}
