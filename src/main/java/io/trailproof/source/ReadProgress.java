package io.trailproof.source;

/** Is told how far a large file has been read. */
@FunctionalInterface
public interface ReadProgress {
  /** Nobody wants to know. */
  ReadProgress NONE = (name, bytes, length) -> {};

  /**
   * More of a file has been read.
   *
   * @param name the name as the user gave it
   * @param bytes how much has been read since it was opened
   * @param length how much there is
   */
  void read(String name, long bytes, long length);
}
