package io.trailproof.input;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;

/** A file that an option names. */
public final class NamedFile {
  private NamedFile() {}

  /** The file of a name, or why it cannot be opened. */
  public static Outcome<SourceFile> open(String name) {
    try {
      return Outcome.of(SourceFile.open(name));
    } catch (UnreadableSource e) {
      return Outcome.failed(InputError.unreadable(name, e));
    }
  }
}
