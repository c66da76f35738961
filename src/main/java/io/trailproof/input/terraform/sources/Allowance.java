package io.trailproof.input.terraform.sources;

/** How much may be read from one source tree; beyond it only positions are lost. */
final class Allowance {
  /** Bytes of one file; hand-written ones stay far below. */
  static final int FILE_BYTES = 4 * 1024 * 1024;

  /** Files of one module. */
  static final int MODULE_FILES = 1_000;

  private static final long ALL_BYTES = 64L * 1024 * 1024;

  private long left = ALL_BYTES;

  /** Takes a file's bytes off what is left; false if there is not enough. */
  boolean take(long bytes) {
    if (bytes > FILE_BYTES || bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }
}
