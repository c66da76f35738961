package io.trailproof.input.declared;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Resource;
import io.trailproof.input.Declared;
import io.trailproof.input.Opener;
import io.trailproof.input.ReadSettings;
import io.trailproof.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code trailproof.yaml} states.
 *
 * @param unread the name of the file if it could not be read
 */
public record DeclaredFile(
    Declared declared, List<Diagnostic> diagnostics, Optional<String> unread) {
  private static final DeclaredFile NONE =
      new DeclaredFile(Declared.NONE, List.of(), Optional.empty());

  public DeclaredFile {
    diagnostics = List.copyOf(diagnostics);
  }

  /** That of a named file, or of the one where the program runs; none where there is none. */
  public static DeclaredFile read(Optional<String> named, Catalog catalog, ReadSettings settings) {
    String name = named.orElse(DeclaredReader.FILE);
    if (named.isEmpty() && !Files.exists(Path.of(name))) {
      return NONE;
    }
    Outcome<SourceFile> file = Opener.open(name);
    if (file.built() == null) {
      return failed(name, file.diagnostics());
    }
    Outcome<List<Resource>> read = new DeclaredReader(catalog, settings).read(file.built());
    return read.value()
        .map(some -> new DeclaredFile(new Declared(some), read.diagnostics(), Optional.empty()))
        .orElseGet(() -> failed(name, read.diagnostics()));
  }

  private static DeclaredFile failed(String name, List<Diagnostic> why) {
    return new DeclaredFile(Declared.NONE, why, Optional.of(name));
  }

  /** What could not be read of a deployment: what the file would have declared may be missing. */
  public List<String> with(List<String> others) {
    List<String> all = new ArrayList<>(others);
    unread.ifPresent(all::add);
    return all;
  }
}
