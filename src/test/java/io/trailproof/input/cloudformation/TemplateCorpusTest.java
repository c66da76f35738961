package io.trailproof.input.cloudformation;

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
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Real templates: each is read, none is refused, and no mutant of them breaks the reader. */
final class TemplateCorpusTest {
  private static final int MUTANTS = Integer.getInteger("trailproof.mutants", 400);

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
        World world =
            new World(
                BundledCatalog.read(),
                ReadSettings.NONE,
                new TemplateFiles(List.of()),
                Assumptions.NONE);
        assertEquals(
            expected, Stack.root(world, template).resources().stream().map(Declared::id).toList());
      }
    }
  }

  @Test
  void noMutantBreaksTheReader() throws Exception {
    List<Path> templates = templates();
    Random random = new Random(20260917);
    for (int round = 0; round < MUTANTS; round++) {
      Path path = templates.get(random.nextInt(templates.size()));
      String mutant = mutated(Files.readString(path), random);
      assertSound(Read.files(ReadSettings.NONE, SourceFile.ofText("mutant", mutant)));
    }
  }

  private static String mutated(String text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      switch (random.nextInt(7)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
        case 2 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        case 3 -> lines.set(at, line.replaceFirst("(:\\s*)\\S.*$", "$1[1, {a: null}]"));
        case 4 -> lines.set(at, line.replaceFirst("!(Ref|Sub|GetAtt|Equals|If)", "!Join"));
        case 5 -> lines.set(at, line.replaceFirst("[A-Za-z]{3,}", "\\${AWS::Region}"));
        default -> lines.subList(at, lines.size()).clear();
      }
      if (lines.isEmpty()) {
        lines.add("Resources: {}");
      }
    }
    return String.join("\n", lines);
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
