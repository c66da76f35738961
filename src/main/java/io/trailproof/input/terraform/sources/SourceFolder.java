package io.trailproof.input.terraform.sources;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.PlanSource;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A root module on disk, with the modules below it. Nothing outside of the folder is ever opened,
 * also not through links.
 */
public final class SourceFolder implements SourceTree {
  private static final Path UP = Path.of("..");

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
    Optional<Path> folder = PathName.of(name).filter(Files::isDirectory);
    try {
      if (folder.isPresent()) {
        return Outcome.of(new SourceFolder(name, true, folder.get(), folder.get().toRealPath()));
      }
    } catch (IOException e) {
      // Said below.
    }
    return Outcome.failed(SourceNote.UNREADABLE_FOLDER.of(name));
  }

  /** The working folder, if it holds Terraform's files. */
  public static Optional<SourceFolder> working(Path folder) {
    String[] files = folder.toAbsolutePath().toFile().list();
    try {
      return files != null && Arrays.stream(files).anyMatch(FileNames::isSource)
          ? Optional.of(
              new SourceFolder("the working folder", false, PathName.HERE, folder.toRealPath()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // as if there were none
    }
  }

  @Override
  public SourceTree forOnePlan() {
    return new SourceFolder(name, named, folder, real);
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
    return PathName.of(caller)
        .flatMap(folder -> PathName.from(folder, source))
        .map(Path::normalize)
        .filter(location -> !location.isAbsolute() && !location.startsWith(UP))
        .map(Path::toString);
  }

  @Override
  public List<SourceFile> files(String location, FileNames names) {
    List<SourceFile> files = new ArrayList<>();
    for (String file : names.read(names(location))) {
      open(location, file).ifPresent(files::add);
    }
    return files;
  }

  private List<String> names(String location) {
    Optional<Path> module = PathName.from(real, location).filter(this::isInside);
    if (module.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(module.get())) {
      for (Path file : files) {
        String each = last(file);
        if (FileNames.isSource(each)) {
          names.add(each);
        }
        if (names.size() == Allowance.MODULE_FILES) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return names;
  }

  private Optional<SourceFile> open(String location, String file) {
    Optional<Path> inside =
        PathName.from(real, location).flatMap(module -> PathName.from(module, file));
    if (inside.isEmpty()) {
      return Optional.empty();
    }
    Path path = inside.get();
    try {
      if (!isInside(path) || !Files.isRegularFile(path) || !allowance.take(Files.size(path))) {
        return Optional.empty();
      }
      String shown = folder.resolve(real.relativize(path)).normalize().toString();
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
