package io.trailproof.catalog;

import io.trailproof.document.Node;
import io.trailproof.document.PackedWriter;
import java.util.List;
import java.util.Map;

/** The catalog that is packed into the jar, as it stands in {@code rules/catalog}. */
public final class BundledCatalog {
  private BundledCatalog() {}

  /**
   * Opens it; a type is read when it is asked for.
   *
   * @throws IllegalStateException then or later, if it is not as the tests left it
   */
  public static Catalog read() {
    return new Catalog(new PackedTypes());
  }

  /**
   * What is packed of the files of the catalog, by sections.
   *
   * @param files as {@code rules/index.yaml} lists them
   */
  public static Map<String, PackedWriter> sections(List<Node> files) {
    return PackedTypes.sections(files);
  }
}
