package io.trailproof.input.terraform.hcl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HclProperties {
  private static final Path FIXTURES =
      Path.of(System.getProperty("trailproof.root", "."), "fixtures", "terraform");
  private static final String PIECES = "{}[]()\"\\\n$%#/*<-E=:,.~ a0\u00e9";

  /** Whatever is done to a file: it is read, and every place lies within it. */
  @Test
  void mutatedFilesAreReadAndEveryPlaceLiesWithinThem() throws Exception {
    byte[] good = Files.readAllBytes(FIXTURES.resolve("sources-modules").resolve("main.tf"));
    byte[] pieces = PIECES.getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = good.clone();
      for (int i = random.nextInt(20); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = pieces[random.nextInt(pieces.length)];
      }
      if (random.nextInt(3) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      SourceFile file =
          SourceFile.ofText("seed" + seed + ".tf", new String(bytes, StandardCharsets.UTF_8));
      within(file, TerraformFile.read(file));
    }
  }

  private static void within(SourceFile file, Body body) {
    for (Attribute attribute : body.attributes().values()) {
      within(file, attribute.definition());
    }
    for (Block block : body.blocks()) {
      within(file, block.header());
      within(file, block.span());
      within(file, block.body());
    }
  }

  private static void within(SourceFile file, Definition definition) {
    within(file, definition.span());
    definition.match(
        reference -> true,
        literal -> true,
        items -> {
          items.items().forEach(item -> within(file, item));
          return true;
        },
        fields -> {
          fields.fields().values().forEach(field -> within(file, field));
          return true;
        },
        computed -> true);
  }

  private static void within(SourceFile file, Span span) {
    assertTrue(
        span.file() == file && span.end() <= file.length(), () -> file.name() + " " + span.end());
  }
}
