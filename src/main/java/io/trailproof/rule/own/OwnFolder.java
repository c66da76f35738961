package io.trailproof.rule.own;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.Span;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of own rules as it was named; on the command line it may be a file of one.
 *
 * @param name the folder as users write it
 * @param stated where a configuration names it; empty for the command line, which may name any
 */
public record OwnFolder(String name, Optional<Span> stated) {
  /** Files and folders that are looked at. */
  static final int MOST = 2_000;

  /** Its files of YAML but those of tests, sorted; what is wrong with it is added to a list. */
  List<Path> files(List<Diagnostic> problems) {
    try {
      Path folder = Path.of(name);
      if (stated.isEmpty() && isNamed(folder, "") && Files.isRegularFile(folder)) {
        return List.of(folder);
      }
      if (name.isEmpty() || !Files.isDirectory(folder)) {
        problems.add(say(OwnRuleError.NO_FOLDER, name));
      } else if (stated.isPresent() && !isInside(folder)) {
        problems.add(say(OwnRuleError.OUTSIDE, name));
      } else {
        Walk walk = new Walk();
        Files.walkFileTree(folder, walk);
        return result(walk, problems);
      }
    } catch (InvalidPathException | IOException e) {
      problems.add(say(OwnRuleError.NOT_READABLE, name));
    }
    return List.of();
  }

  private List<Path> result(Walk walk, List<Diagnostic> problems) {
    if (walk.seen > MOST) {
      problems.add(say(OwnRuleError.TOO_MANY, name, MOST));
      return List.of();
    }
    walk.links.stream()
        .sorted()
        .forEach(link -> problems.add(OwnRuleError.LINK.of(shown(link), shown(link))));
    if (walk.files.isEmpty() && walk.links.isEmpty()) {
      problems.add(say(OwnRuleError.EMPTY, name));
    }
    return walk.files.stream().sorted().toList();
  }

  /** A path as reports show it, with slashes. */
  static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static boolean isInside(Path folder) throws IOException {
    return !folder.isAbsolute()
        && folder.equals(folder.normalize())
        && folder.toRealPath().startsWith(Path.of("").toRealPath());
  }

  private Diagnostic say(Code code, Object... arguments) {
    return stated.map(span -> code.at(span, arguments)).orElseGet(() -> code.of(name, arguments));
  }

  /** What lies below the folder; links are listed and not followed, hidden things passed over. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private int seen;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      seen++;
      return seen > 1 && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : seen > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      seen++;
      boolean counts = !isHidden(file) && !isNamed(file, ".test");
      if (counts && attributes.isSymbolicLink()) {
        if (isNamed(file, "") || Files.isDirectory(file)) {
          links.add(file);
        }
      } else if (counts && isNamed(file, "")) {
        files.add(file);
      }
      return seen > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }
  }

  /** True for a file of YAML whose name has that before the ending. */
  static boolean isNamed(Path file, String before) {
    String last = String.valueOf(file.getFileName());
    return last.endsWith(before + ".yaml") || last.endsWith(before + ".yml");
  }
}
