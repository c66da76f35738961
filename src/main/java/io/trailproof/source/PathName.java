package io.trailproof.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a text names in the file system. Not every text can be a name: NUL is in none, and which
 * letters are depends on the system and its locale. What can name no file names none, wherever it
 * was written, so that nobody has to think of it again.
 */
public final class PathName {
  /** The folder where the program runs. */
  public static final Path HERE = Path.of("");

  private PathName() {}

  /** The path that a text names, if it can be one. */
  public static Optional<Path> of(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What a text names, seen from a folder. */
  public static Optional<Path> from(Path folder, String text) {
    return of(text).map(folder::resolve);
  }

  /** True if the last steps of a path are called so. */
  public static boolean isCalled(Path file, String text) {
    return of(text).filter(file::endsWith).isPresent();
  }

  /** True if no step from a folder to what is below it is hidden, as {@code .git} is. */
  public static boolean isOpen(Path folder, Path below) {
    for (Path step : folder.relativize(below)) {
      if (step.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
