package io.trailproof.cli;

/** The version that the build wrote into the jar. */
final class Version {
  private Version() {}

  static String current() {
    String written = Version.class.getPackage().getImplementationVersion();
    return written == null ? "development" : written;
  }
}
