package io.trailproof.repository;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a workflow may do with the repository, and with what a stranger's change holds. */
final class WorkflowsTest {
  private static final Pattern PINNED =
      Pattern.compile("([\\w.-]+/[\\w./-]+)@([0-9a-f]{40}) # (v\\d+\\.\\d+\\.\\d+)");

  /** Which has no release yet that could be pinned. */
  private static final String OURS = "trailproof/trailproof@";

  /** What a job may have beyond reading: code scanning takes results by it. */
  private static final Set<String> MORE = Set.of("security-events: write");

  /** What a job may have that only somebody who may push a tag can start. */
  private static final Set<String> RELEASING =
      Set.of("contents: write", "id-token: write", "attestations: write");

  static Stream<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.ROOT.resolve(".github/workflows"))) {
      return files.sorted().toList().stream();
    }
  }

  /** Those that run here, and the one that users copy. */
  static Stream<Path> shown() throws IOException {
    return Stream.concat(
        workflows(), Stream.of(Checkout.ROOT.resolve("docs/ci/github/workflow.yml")));
  }

  private static Map<?, ?> read(Path workflow) throws IOException {
    Object read =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(workflow));
    return (Map<?, ?>) read;
  }

  @ParameterizedTest
  @MethodSource("shown")
  void everyActionIsPinnedToACommit(Path workflow) throws Exception {
    int uses = 0;
    for (String line : Files.readAllLines(workflow)) {
      int at = line.indexOf("uses:");
      if (at >= 0) {
        String action = line.substring(at + "uses:".length()).strip();
        assertTrue(action.startsWith(OURS) || PINNED.matcher(action).matches(), action);
        uses++;
      }
    }
    assertEquals(uses, steps(read(workflow)).stream().filter(s -> s.containsKey("uses")).count());
    assertTrue(uses > 0);
  }

  @Test
  void oneActionHasOneCommitEverywhere() throws Exception {
    Map<String, String> commits = new HashMap<>();
    for (Path workflow : shown().toList()) {
      PINNED
          .matcher(Files.readString(workflow))
          .results()
          .forEach(
              use -> {
                String repository =
                    String.join("/", List.of(use.group(1).split("/")).subList(0, 2));
                String commit = use.group(2) + use.group(3);
                assertEquals(commit, commits.getOrDefault(repository, commit), repository);
                commits.put(repository, commit);
              });
    }
    assertTrue(commits.size() >= 5, commits.toString());
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void nothingMayBeWrittenButWhatAJobNeeds(Path workflow) throws Exception {
    Map<?, ?> read = read(workflow);
    assertEquals(Map.of("contents", "read"), read.get("permissions"));
    boolean isRelease =
        Map.of("push", Map.of("tags", List.of("v*")))
            .equals(read.containsKey("on") ? read.get("on") : read.get(true)); // YAML 1.1
    Set<String> more = isRelease ? RELEASING : MORE;
    for (Object job : jobs(read)) {
      Object permissions = ((Map<?, ?>) job).get("permissions");
      if (permissions != null) {
        ((Map<?, ?>) permissions)
            .forEach(
                (what, how) ->
                    assertTrue(how.equals("read") || more.contains(what + ": " + how), "" + what));
      }
    }
    assertFalse(Files.readString(workflow).contains("secrets."), "no secret is needed");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void noStrangersChangeRunsWithOurRights(Path workflow) throws Exception {
    Map<?, ?> read = read(workflow);
    Object triggers = read.containsKey("on") ? read.get("on") : read.get(true); // YAML 1.1
    assertTrue(triggers instanceof Map, "on");
    Set<?> names = ((Map<?, ?>) triggers).keySet();
    assertTrue(Set.of("push", "pull_request", "schedule").containsAll(names), names.toString());
    for (Map<?, ?> step : steps(read)) {
      assertFalse(String.valueOf(step.get("run")).contains("${{"), "a script holds text of others");
      if (String.valueOf(step.get("uses")).startsWith("actions/checkout@")) {
        assertEquals(Map.of("persist-credentials", false), step.get("with"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void noJobRunsForEverOrOnAMovingSystem(Path workflow) throws Exception {
    for (Object job : jobs(read(workflow))) {
      assertTrue(((Map<?, ?>) job).get("timeout-minutes") instanceof Integer);
      assertFalse(String.valueOf(((Map<?, ?>) job).get("runs-on")).contains("latest"));
    }
  }

  @Test
  void actionOfTheRepositoryPutsNoTextOfOthersIntoAScript() throws Exception {
    Map<?, ?> action = read(Checkout.ROOT.resolve("action.yml"));
    List<?> steps =
        (List<?>) requireNonNull(((Map<?, ?>) requireNonNull(action.get("runs"))).get("steps"));
    assertFalse(steps.isEmpty());
    for (Object step : steps) {
      assertFalse(String.valueOf(((Map<?, ?>) step).get("run")).contains("${{"));
    }
  }

  private static Collection<?> jobs(Map<?, ?> workflow) {
    return ((Map<?, ?>) requireNonNull(workflow.get("jobs"))).values();
  }

  private static List<Map<?, ?>> steps(Map<?, ?> workflow) {
    List<Map<?, ?>> all = new ArrayList<>();
    for (Object job : jobs(workflow)) {
      for (Object step : (List<?>) requireNonNull(((Map<?, ?>) job).get("steps"))) {
        all.add((Map<?, ?>) step);
      }
    }
    return all;
  }
}
