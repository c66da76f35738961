package io.trailproof.edit;

import io.trailproof.source.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/** Tells of files that were written after the plan that was made of them, by their times. */
public final class SourcesNewer {
  private SourcesNewer() {}

  /** The names of the files that some edits touch and that are newer than a plan. */
  public static List<String> than(String plan, List<TextEdit> edits) {
    Optional<FileTime> made = time(plan);
    return made.isEmpty()
        ? List.of()
        : edits.stream()
            .map(one -> one.where().file().name())
            .distinct()
            .filter(name -> time(name).filter(one -> one.compareTo(made.get()) > 0).isPresent())
            .toList();
  }

  private static Optional<FileTime> time(String name) {
    Optional<Path> file = PathName.of(name).filter(Files::isRegularFile);
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(Files.getLastModifiedTime(file.get()));
    } catch (IOException e) {
      return Optional.empty(); // as if nothing were known
    }
  }
}
