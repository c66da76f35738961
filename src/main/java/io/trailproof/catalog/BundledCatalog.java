package io.trailproof.catalog;

import io.trailproof.document.PackedFile;

/** The catalog that is packed into the jar, as it stands in {@code rules/catalog}. */
public final class BundledCatalog {
  private BundledCatalog() {}

  /**
   * Reads it.
   *
   * @throws IllegalStateException if it is not as the tests left it
   */
  public static Catalog read() {
    Catalog.Draft draft = new Catalog.Draft(Closing.PACKED);
    for (String path : PackedFile.index("catalog")) {
      PackedFile.sound(path, draft.read(PackedFile.read(path)));
    }
    return draft.finish();
  }
}
