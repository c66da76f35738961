package io.trailproof.cli;

import io.trailproof.api.Trailproof;

/** The version that the build wrote into the jar. */
final class Version {
  private Version() {}

  static String current() {
    return Trailproof.version();
  }
}
