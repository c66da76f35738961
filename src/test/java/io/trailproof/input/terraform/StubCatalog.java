package io.trailproof.input.terraform;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;

/** The catalog that the tests of this package read plans with. */
final class StubCatalog {
  private StubCatalog() {}

  static Catalog catalog() {
    return BundledCatalog.read();
  }
}
