package io.trailproof.input.terraform;

import io.trailproof.catalog.Catalog;
import io.trailproof.document.YamlReader;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A catalog that hands the properties over under Terraform's own names. */
final class StubCatalog {
  private StubCatalog() {}

  static Catalog catalog() {
    try (InputStream in = StubCatalog.class.getResourceAsStream("raw-catalog.yaml")) {
      SourceFile file = SourceFile.of("raw-catalog.yaml", in.readAllBytes());
      return Catalog.of(Optional.empty(), List.of(YamlReader.read(file).value().orElseThrow()))
          .value()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnreadableSource e) {
      throw new IllegalStateException(e);
    }
  }
}
