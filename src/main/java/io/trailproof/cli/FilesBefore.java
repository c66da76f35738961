package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    if (!Files.isDirectory(Path.of(folder))) {
      diagnostics.add(InputError.FOLDER.of(folder));
    }
    files.forEach(
        (file, format) -> {
          try {
            Path path = Path.of(folder).resolve(file.name()).normalize();
            if (path.startsWith(Path.of(folder).normalize()) && Files.isRegularFile(path)) {
              before.put(SourceFile.open(file.name(), path), format);
            }
          } catch (UnreadableSource why) {
            diagnostics.add(InputError.unreadable(folder + "/" + file.name(), why));
          } catch (InvalidPathException e) {
            return; // what has no path was not there
          }
        });
    return new Outcome<>(before, diagnostics);
  }
}
