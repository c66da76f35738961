package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.edit.PlanFix;
import io.trailproof.rule.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Terraform files with several faults, written in ways that the fixtures have none of: Terraform
 * plans them, they are mended, and it plans them again. Runs where there is a Terraform.
 */
final class FixRealSourcesTest {
  private static final Path SOURCES = Path.of("src/test/resources/io/trailproof/cli/fix");

  @ParameterizedTest
  @ValueSource(strings = {"counted", "document", "each", "input", "json"})
  void whatIsWrittenIsProven(String name, @TempDir Path temporary) throws Exception {
    try (InstalledTerraform terraform = InstalledTerraform.orSkip()) {
      Path copy = temporary.resolve(name);
      FixRealPlanTest.copy(SOURCES.resolve(name), copy);
      Path plan = copy.resolve("plan.json");
      Files.writeString(plan, terraform.planOfNew(copy, "us-east-1"));
      assertEquals(Verdict.FAIL, PlanFix.check(plan, copy).verdict());
      assertEquals("", FixRealPlanTest.mended(terraform, SOURCES.resolve(name), copy));
    }
  }
}
