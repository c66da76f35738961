package io.trailproof.cli;

import io.trailproof.source.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The files that a run reads: no report may take their place. */
final class FilesRead {
  /** What Terraform and git read, and we with them. */
  private static final List<String> SOURCES =
      List.of(
          ".tf",
          ".tf.json",
          ".tofu",
          ".tofu.json",
          ".tfvars",
          ".tfvars.json",
          ".gitignore",
          "modules.json");

  /** What a CDK assembly holds beside its templates. */
  private static final List<String> OF_ASSEMBLY =
      List.of("manifest.json", ".assets.json", "tree.json", "cdk.out");

  /** Of a file with several plans in it, each has the name of the file and its line. */
  private static final Pattern LINE = Pattern.compile(":[0-9]+$");

  private final Set<Path> paths = new LinkedHashSet<>();

  /** Takes in a file by its name. */
  void add(String name) {
    PathName.of(name).ifPresent(paths::add);
    if (name.indexOf(':') >= 0) {
      PathName.of(LINE.matcher(name).replaceFirst("")).ifPresent(paths::add);
    }
  }

  /** Takes in files by their names. */
  void addAll(Collection<String> names) {
    names.forEach(this::add);
  }

  /** Takes in files. */
  void addPaths(Collection<Path> files) {
    paths.addAll(files);
  }

  /** True if a file is one of them, by whatever name, or one that is read with such. */
  boolean has(String name) {
    Optional<Path> path = PathName.of(name).filter(Files::isRegularFile);
    if (path.isEmpty()) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return SOURCES.stream().anyMatch(lower::endsWith)
        || paths.stream().anyMatch(one -> isSame(one, path.get()))
        || (OF_ASSEMBLY.stream().anyMatch(lower::endsWith) && isBesideOne(path.get()));
  }

  private boolean isBesideOne(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    return paths.stream()
        .map(one -> one.toAbsolutePath().normalize().getParent())
        .anyMatch(one -> one != null && one.equals(folder));
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return true; // nobody can tell, so it stays as it is
    }
  }
}
