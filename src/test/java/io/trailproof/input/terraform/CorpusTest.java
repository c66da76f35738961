package io.trailproof.input.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trailproof.corpus.Corpus;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.JsonStream;
import io.trailproof.input.Outline;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {
  @Test
  void everyPlanAndStateYieldsResources() throws Exception {
    List<Path> plans = Corpus.plans();
    assumeTrue(!plans.isEmpty(), "no corpus beside this checkout");
    TerraformFormat format = new TerraformFormat(StubCatalog.catalog());
    String dump = System.getProperty("trailproof.dump", "");
    for (Path plan : plans) {
      SourceFile file = SourceFile.open("plan.json", plan);
      Outline outline = new Outline(true, JsonStream.outline(file, some -> false));
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
}
