package io.trailproof.document;

import org.jspecify.annotations.Nullable;

/**
 * The parts of {@link Knowledge}: none here, since the build puts a class of constants in the place
 * of this one.
 */
final class KnowledgeParts {
  private KnowledgeParts() {}

  /** A part by the hash of its name; null if there is none. */
  @SuppressWarnings("unused") // by the class that the build puts here it is
  static @Nullable String part(int hash) {
    return null;
  }
}
