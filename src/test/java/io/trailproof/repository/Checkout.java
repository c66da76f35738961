package io.trailproof.repository;

import java.nio.file.Path;

/** The working copy these tests run in. */
final class Checkout {
  /** Surefire sets the property; an IDE runs tests in the root of the project. */
  static final Path ROOT = Path.of(System.getProperty("trailproof.root", "")).toAbsolutePath();

  private Checkout() {}
}
