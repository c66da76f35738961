package io.trailproof.input;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import java.util.List;

/** One format of infrastructure description. */
public interface InputFormat {
  /** Its name, for users. */
  String id();

  /** True if the outline of a document says that it is one of these. */
  boolean recognises(Outline outline);

  /**
   * Reads all files of this format in a deployment, together, since links may cross files.
   * Unreadable parts become diagnostics, never exceptions; a file that cannot be read whole yields
   * no resources at all.
   */
  Outcome<Reading> read(List<SourceFile> files, ReadSettings settings);

  /**
   * True if a file is deployed as part of another one only, which is read with it: a nested
   * template of a CDK assembly.
   */
  default boolean isPart(SourceFile file) {
    return false;
  }
}
