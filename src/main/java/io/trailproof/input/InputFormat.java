package io.trailproof.input;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.BrokenJson;
import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One format of infrastructure description. */
public interface InputFormat {
  /** How many bytes tell what a file is that is no text. */
  int HEAD = 4;

  /** Its name, for users. */
  String id();

  /** True if the outline of a document says that it is one of these; false decides nothing. */
  boolean recognises(Outline outline);

  /** True if a document that was read whole is one of these, where its outline did not say so. */
  default boolean recognises(Node.Mapping root) {
    return false;
  }

  /**
   * True if a sound JSON document, whose outline did not say so, is one of these; false decides
   * nothing.
   *
   * @param document stands on an object
   */
  default boolean recognises(JsonStream document) throws BrokenJson {
    return false;
  }

  /**
   * Why a file of this format that is no text is not read; empty for all that may be text.
   *
   * @param head its first bytes, at most {@link #HEAD}
   */
  default Optional<Diagnostic> refusal(byte[] head, String input) {
    return Optional.empty();
  }

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

  /**
   * The files that a file of this format takes in as parts of itself, which are no inputs of their
   * own: what a template includes. Their paths are absolute and normal.
   */
  default Set<Path> takenIn(SourceFile file) {
    return Set.of();
  }

  /**
   * Which of some files, found in a folder, belong to one deployment, as they themselves tell; each
   * by itself if they tell nothing.
   */
  default List<List<SourceFile>> groups(List<SourceFile> files) {
    return files.stream().map(List::of).toList();
  }

  /** Which of some files cannot be of one deployment. */
  default List<Clash> clashes(List<SourceFile> files) {
    return List.of();
  }

  /** The codes of notes that hold only if every deployment with files of this format has them. */
  default Set<String> commonNotes() {
    return Set.of();
  }
}
