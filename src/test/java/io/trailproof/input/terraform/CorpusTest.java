package io.trailproof.input.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.JsonOutline;
import io.trailproof.input.Outline;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("trailproof.root", "."), "..", "shared", "corpus");

  @Test
  void everyPlanAndStateYieldsResources() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus beside this checkout");
    TerraformFormat format = new TerraformFormat(StubCatalog.catalog());
    String dump = System.getProperty("trailproof.dump", "");
    for (Path plan : plans()) {
      SourceFile file = SourceFile.open("plan.json", plan);
      Outline outline = new Outline(true, JsonOutline.scan(file, TerraformFormat.DECISIVE_KEYS));
      assertEquals(true, format.recognises(outline), plan.toString());
      Outcome<Reading> outcome = format.read(List.of(file), ReadSettings.NONE);
      assertEquals(List.of(), outcome.diagnostics(), plan.toString());
      Reading reading = outcome.value().orElseThrow();
      boolean destroyed = plan.toString().contains("bad-destroy");
      assertEquals(destroyed, reading.resources().isEmpty(), plan.toString());
      if (!dump.isEmpty()) {
        Files.writeString(
            Path.of(dump, plan.getName(plan.getNameCount() - 2) + ".txt"), Shown.of(reading));
      }
    }
  }

  private static List<Path> plans() throws IOException {
    try (Stream<Path> all = Files.walk(CORPUS)) {
      List<Path> plans =
          all.filter(path -> path.endsWith("plan.json") || path.endsWith("state.json"))
              .filter(path -> path.toString().contains("terraform"))
              .sorted()
              .toList();
      assertFalse(plans.isEmpty());
      return plans;
    }
  }
}
