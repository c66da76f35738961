package io.trailproof.cli;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Resource;
import io.trailproof.input.Declared;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.declared.DeclaredReader;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code trailproof.yaml} states.
 *
 * @param unread the name of the file if it could not be read
 */
record Configuration(Declared declared, List<Diagnostic> diagnostics, Optional<String> unread) {
  private static final Configuration NONE =
      new Configuration(Declared.NONE, List.of(), Optional.empty());

  Configuration {
    diagnostics = List.copyOf(diagnostics);
  }

  /** That of a named file, or of the one where the program runs; none where there is none. */
  static Configuration read(Optional<String> named, Catalog catalog, ReadSettings settings) {
    String name = named.orElse(DeclaredReader.FILE);
    try {
      Path path = Path.of(name);
      if (named.isEmpty() && !Files.exists(path)) {
        return NONE;
      }
      Outcome<List<Resource>> read =
          new DeclaredReader(catalog, settings).read(SourceFile.open(name, path));
      return read.value()
          .map(some -> new Configuration(new Declared(some), read.diagnostics(), Optional.empty()))
          .orElseGet(() -> failed(name, read.diagnostics()));
    } catch (UnreadableSource e) {
      return failed(name, List.of(Inputs.unreadable(name, e)));
    } catch (InvalidPathException e) {
      return failed(
          name, List.of(Diagnostic.errorWithoutPlace("unreadable-input", "not a path", name)));
    }
  }

  private static Configuration failed(String name, List<Diagnostic> why) {
    return new Configuration(Declared.NONE, why, Optional.of(name));
  }

  /** What could not be read of a deployment: what the file would have declared may be missing. */
  List<String> with(List<String> others) {
    List<String> all = new ArrayList<>(others);
    unread.ifPresent(all::add);
    return all;
  }
}
