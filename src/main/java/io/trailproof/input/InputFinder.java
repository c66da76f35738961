package io.trailproof.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the files below a folder that may be inputs; links are not followed. */
public final class InputFinder {
  private static final Set<String> SKIPPED =
      Set.of("node_modules", "target", "build", "dist", "vendor", "__pycache__");
  private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml", ".template");

  private InputFinder() {}

  /**
   * The files, by name.
   *
   * @throws IOException if the folder itself cannot be read
   */
  public static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(folder, new Walk(folder, found));
    found.sort(null);
    return found;
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found;

    Walk(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path name = folder.getFileName();
      boolean skip =
          !folder.equals(root)
              && name != null
              && (name.toString().startsWith(".")
                  || SKIPPED.contains(name.toString())
                  || isAsset(folder, name.toString()));
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    /** The CDK copies what functions and images are made of beside the templates. */
    private static boolean isAsset(Path folder, String name) {
      return name.startsWith("asset.") && Files.exists(folder.resolveSibling("cdk.out"));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (attributes.isRegularFile()
          && !name.startsWith(".")
          && ENDINGS.stream().anyMatch(name::endsWith)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
      if (file.equals(root)) {
        throw cause;
      }
      found.add(file); // opening it says what is wrong: there may be an input in it
      return FileVisitResult.CONTINUE;
    }
  }
}
