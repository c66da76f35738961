package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inputs of a deployment as they were before, in another folder by the same paths. */
final class FilesBefore {
  private final String folder;

  /** The files below a folder. */
  FilesBefore(String folder) {
    this.folder = folder;
  }

  /** Those that were there already, under the names that they have now. */
  Outcome<Map<SourceFile, InputFormat>> of(Map<SourceFile, InputFormat> files) {
    Map<SourceFile, InputFormat> before = new LinkedHashMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<Path> root =
        PathName.of(folder)
            .filter(named -> !folder.isEmpty())
            .map(Path::normalize)
            .filter(Files::isDirectory);
    if (root.isEmpty()) {
      diagnostics.add(InputError.FOLDER.of(folder));
    }
    files.forEach(
        (file, format) -> {
          Optional<Path> path =
              root.flatMap(
                  top ->
                      PathName.from(top, file.name())
                          .map(Path::normalize)
                          .filter(one -> one.startsWith(top) && Files.isRegularFile(one)));
          try {
            if (path.isPresent()) {
              before.put(SourceFile.open(file.name(), path.get()), format);
            }
          } catch (UnreadableSource why) {
            diagnostics.add(InputError.unreadable(folder + "/" + file.name(), why));
          }
        });
    return new Outcome<>(before, diagnostics);
  }
}
