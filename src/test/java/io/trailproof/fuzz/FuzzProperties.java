package io.trailproof.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to what is read: no fault of ours, no secret, nothing that steers a runner, and
 * no certainty turned round. A few cases of each target in {@code verify}; more by hand, as
 * CONTRIBUTING.md says.
 */
final class FuzzProperties {
  private static final FuzzSettings SETTINGS = FuzzSettings.read();

  @TempDir static Path folder;

  @TestFactory
  List<DynamicTest> nothingThatIsReadBreaksTheProgram() throws IOException {
    List<FuzzTarget> targets =
        new FuzzTargets(Seeds.found())
            .all().stream().filter(one -> SETTINGS.only().matcher(one.name()).matches()).toList();
    assertTrue(!targets.isEmpty(), "no target is named so");
    List<DynamicTest> tests = new ArrayList<>();
    for (FuzzTarget target : targets) {
      tests.add(dynamicTest(target.name(), () -> holds(target, targets.size())));
    }
    return tests;
  }

  private static void holds(FuzzTarget target, int targets) throws IOException {
    FuzzRun run = new FuzzRun(target, SETTINGS, folder.resolve("case"));
    if (SETTINGS.minutes() > 0) {
      run.until(System.nanoTime() + SETTINGS.minutes() * 60_000_000_000L / targets);
    } else {
      run.cases(SETTINGS.cases() > 0 ? SETTINGS.cases() : target.cases());
    }
    if (SETTINGS.isByHand()) {
      Path table = Files.createDirectories(Path.of("target", "fuzz")).resolve("table.md");
      Files.writeString(
          table, run.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    assertTrue(run.isClean(), () -> run.line() + "\n" + run.found());
  }
}
