package io.trailproof.input.terraform.sources;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.PlanSource;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A root module on disk, with the modules below it. Nothing outside of the folder is ever opened,
 * also not through links.
 */
public final class SourceFolder implements SourceTree {
  private final String name;
  private final boolean named;
  private final Path folder;
  private final Path real;
  private final Allowance allowance = new Allowance();

  private SourceFolder(String name, boolean named, Path folder, Path real) {
    this.name = name;
    this.named = named;
    this.folder = folder;
    this.real = real;
  }

  /** A folder that the user names. */
  public static Outcome<SourceFolder> open(String name) {
    try {
      Path folder = Path.of(name);
      if (Files.isDirectory(folder)) {
        return Outcome.of(new SourceFolder(name, true, folder, folder.toRealPath()));
      }
    } catch (IOException | InvalidPathException e) {
      // Said below.
    }
    return Outcome.failed(SourceNote.UNREADABLE_FOLDER.of(name));
  }

  /** The working folder, if it holds Terraform's files. */
  public static Optional<SourceFolder> working(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> FileNames.isSource(last(file)))
          ? Optional.of(
              new SourceFolder("the working folder", false, Path.of(""), folder.toRealPath()))
          : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return named ? "`" + name + "`" : name;
  }

  @Override
  public PlanSource.From from() {
    return named ? PlanSource.From.FOLDER : PlanSource.From.WORKING_FOLDER;
  }

  /** Local sources only: others are somewhere else. */
  @Override
  public Optional<String> called(String caller, String call, Optional<String> source) {
    return source
        .filter(text -> text.startsWith("./") || text.startsWith("../"))
        .flatMap(text -> below(caller, text));
  }

  private static Optional<String> below(String caller, String source) {
    try {
      Path location = Path.of(caller).resolve(source).normalize();
      return location.isAbsolute() || location.startsWith("..")
          ? Optional.empty()
          : Optional.of(location.toString());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<SourceFile> files(String location, FileNames names) {
    List<SourceFile> files = new ArrayList<>();
    for (String file : names.read(names(real.resolve(location)))) {
      open(location, file).ifPresent(files::add);
    }
    return files;
  }

  private List<String> names(Path module) {
    if (!isInside(module)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(module)) {
      return files
          .map(SourceFolder::last)
          .filter(FileNames::isSource)
          .limit(Allowance.MODULE_FILES)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private Optional<SourceFile> open(String location, String file) {
    Path path = real.resolve(location).resolve(file);
    try {
      if (!isInside(path) || !Files.isRegularFile(path) || !allowance.take(Files.size(path))) {
        return Optional.empty();
      }
      String shown = folder.resolve(location).resolve(file).normalize().toString();
      return Optional.of(SourceFile.open(shown.replace('\\', '/'), path));
    } catch (IOException | UnreadableSource e) {
      return Optional.empty();
    }
  }

  private boolean isInside(Path path) {
    try {
      return path.toRealPath().startsWith(real);
    } catch (IOException e) {
      return false;
    }
  }

  private static String last(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
