package io.trailproof.input.opening;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files below a folder that may be inputs; links are not followed. */
final class InputFinder extends SimpleFileVisitor<Path> {
  private static final Set<String> SKIPPED =
      Set.of("node_modules", "target", "build", "dist", "vendor", "__pycache__");
  private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml", ".template");
  private static final Set<String> NEVER = Set.of("node_modules", "__pycache__");
  private static final String GIT = ".git";
  private static final List<String> TERRAFORM = List.of(".tf", ".tf.json", ".tofu", ".tofu.json");

  private final Path named;

  /** The folder, or what a link that is named as one leads to. */
  private final Path root;

  private final Set<String> skipped;
  private final boolean heedsGit;
  private final List<Path> found = new ArrayList<>();
  private final Deque<Rules> rules = new ArrayDeque<>();
  private int ignored;
  private boolean terraform;

  /** What a folder and those around it ignore, the innermost last. */
  private record Rules(List<GitIgnore> all) {}

  /**
   * What there is below a folder.
   *
   * @param files by name
   * @param ignored how many files and folders the rules of git leave out
   * @param terraform true if there are files that Terraform makes plans from
   */
  record Found(List<Path> files, int ignored, boolean terraform) {}

  private InputFinder(Path folder, Set<String> skipped, boolean heedsGit, List<GitIgnore> around) {
    this.named = folder;
    this.root = Files.isSymbolicLink(folder) ? folder.resolve(".") : folder;
    this.skipped = skipped;
    this.heedsGit = heedsGit;
    rules.push(new Rules(around));
  }

  /**
   * The files below a folder. One that git ignores whole by the rules around it is looked into all
   * the same, as it was named.
   *
   * @throws IOException if the folder itself cannot be read
   */
  static Found below(Path folder) throws IOException {
    List<GitIgnore> around = around(folder);
    Found found = below(folder, around);
    boolean isIgnoredWhole = found.files().isEmpty() && found.ignored() > 0;
    return isIgnoredWhole && !around.isEmpty() ? below(folder, List.of()) : found;
  }

  private static Found below(Path folder, List<GitIgnore> around) throws IOException {
    InputFinder finder = new InputFinder(folder, SKIPPED, true, around);
    List<Path> files = finder.walked();
    return new Found(files, finder.ignored, finder.terraform);
  }

  /**
   * The files below a folder that a configuration states: nothing is left out because git ignores
   * it, as it does plans.
   *
   * @throws IOException if the folder cannot be read
   */
  static List<Path> stated(Path folder) throws IOException {
    return new InputFinder(folder, NEVER, false, List.of()).walked();
  }

  /**
   * The files below a folder, with those that git ignores.
   *
   * @throws IOException if the folder cannot be read
   */
  static List<Path> withIgnored(Path folder) throws IOException {
    return new InputFinder(folder, SKIPPED, false, List.of()).walked();
  }

  /** A link that is itself named is followed, as none is below it. */
  private List<Path> walked() throws IOException {
    Files.walkFileTree(root, this);
    if (!root.equals(named)) {
      found.replaceAll(file -> named.resolve(root.relativize(file)));
    }
    found.sort(null);
    return found;
  }

  /** The rules of the folders above, up to that of the repository; none outside of one. */
  private static List<GitIgnore> around(Path folder) {
    List<GitIgnore> above = new ArrayList<>();
    for (Path at = absolute(folder); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(GIT))) {
        GitIgnore.ofClone(at).ifPresent(one -> above.add(0, one));
        return List.copyOf(above);
      }
      Optional.ofNullable(at.getParent())
          .flatMap(GitIgnore::in)
          .ifPresent(one -> above.add(0, one));
    }
    return List.of();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Path name = folder.getFileName();
    if (!folder.equals(root)
        && name != null
        && (name.toString().startsWith(".")
            || skipped.contains(name.toString())
            || isAsset(folder, name.toString()))) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (!folder.equals(root) && isIgnored(folder, true)) {
      ignored++;
      return FileVisitResult.SKIP_SUBTREE;
    }
    Optional<GitIgnore> own = heedsGit ? GitIgnore.in(absolute(folder)) : Optional.empty();
    List<GitIgnore> all = rules.getFirst().all();
    rules.push(new Rules(Stream.concat(all.stream(), own.stream()).toList()));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException cause) throws IOException {
    rules.pop();
    return super.postVisitDirectory(folder, cause);
  }

  private boolean isIgnored(Path path, boolean isFolder) {
    return GitIgnore.isIgnored(rules.getFirst().all(), absolute(path), isFolder);
  }

  /** The CDK copies what functions and images are made of beside the templates. */
  private static boolean isAsset(Path folder, String name) {
    return name.startsWith("asset.") && Files.exists(folder.resolveSibling("cdk.out"));
  }

  /** True if the ending of a name is one that plans and templates have. */
  static boolean mayBeInput(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = file.getFileName().toString();
    terraform |= TERRAFORM.stream().anyMatch(name::endsWith);
    if (attributes.isRegularFile() && !name.startsWith(".") && mayBeInput(name)) {
      if (isIgnored(file, false)) {
        ignored++;
      } else {
        found.add(file);
      }
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
