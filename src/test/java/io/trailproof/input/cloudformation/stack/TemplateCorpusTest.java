package io.trailproof.input.cloudformation.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.catalog.BundledCatalog;
import io.trailproof.corpus.Corpus;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.graph.Gap;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.Read;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.hypothesis.Assumptions;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateFiles;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real templates: each is read, and none is refused. */
final class TemplateCorpusTest {
  @Test
  void everyRealTemplateIsReadWithoutAnError() throws Exception {
    for (Path path : templates()) {
      Read read = Read.files(ReadSettings.NONE, SourceFile.open(path.toString(), path));
      List<Diagnostic> errors = read.diagnostics().stream().filter(Diagnostic::isError).toList();
      assertEquals(List.of(), errors, path::toString);
      assertSound(read);
    }
  }

  @Test
  void loopsMakeTheResourcesOfTheTruthFile() throws Exception {
    Path folder = folder();
    for (JsonNode truth : truths()) {
      List<String> expected = new ArrayList<>();
      truth.path("expanded").path("resources").forEach(id -> expected.add(id.asText()));
      if (!expected.isEmpty()) {
        Path path = folder.resolve(truth.get("file").asText());
        Template template =
            Template.read(SourceFile.open(path.toString(), path)).value().orElseThrow();
        AssumedReading world =
            new AssumedReading(
                BundledCatalog.read(),
                ReadSettings.NONE,
                Map.of(),
                new TemplateFiles(List.of()),
                Assumptions.NONE);
        assertEquals(
            expected,
            Stack.root(world, template).resources().stream().map(DeclaredResource::id).toList());
      }
    }
  }

  private static void assertSound(Read read) {
    for (Diagnostic diagnostic : read.diagnostics()) {
      assertEquals(1, diagnostic.message().lines().count(), diagnostic.message());
      assertTrue(
          diagnostic.primary() == null
              || diagnostic.primary().span().end() <= diagnostic.primary().span().file().length());
    }
    for (Gap gap : read.reading().gaps()) {
      assertEquals(1, gap.message().lines().count(), gap.message());
    }
  }

  private static Path folder() {
    assumeTrue(Corpus.folder().isPresent(), "the corpus is not here");
    return Corpus.folder().orElseThrow().resolve("cloudformation");
  }

  private static JsonNode truths() throws IOException {
    return new ObjectMapper().readTree(folder().resolve("truth.json").toFile());
  }

  private static List<Path> templates() throws IOException {
    List<Path> templates = new ArrayList<>();
    for (JsonNode truth : truths()) {
      templates.add(folder().resolve(truth.get("file").asText()));
    }
    return templates;
  }
}
