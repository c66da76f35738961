package io.trailproof.rule.own;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.PathName;
import io.trailproof.source.Span;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
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
 * @param tested true if it is named for the tests in it, so that there need be no rule
 */
public record OwnFolder(String name, Optional<Span> stated, boolean tested) {
  /** Files and folders that are looked at. */
  static final int MOST = 2_000;

  /**
   * What stands before the ending of a file's name and tells what it holds; nothing in a rule's.
   */
  static final String CHAIN = ".chain";

  static final String CATALOG = ".catalog";
  static final String TEST = ".test";

  /** One that the command line names. */
  public static OwnFolder named(String name) {
    return new OwnFolder(name, Optional.empty(), false);
  }

  /** One that a configuration names. */
  public static OwnFolder stated(String name, Span span) {
    return new OwnFolder(name, Optional.of(span), false);
  }

  /** A folder or a file whose tests are asked for; what else is there is own rules. */
  public static OwnFolder tested(String name) {
    return new OwnFolder(name, Optional.empty(), true);
  }

  /** Its files of YAML but those of tests, sorted; what is wrong with it is added to a list. */
  List<Path> files(List<Diagnostic> problems) {
    return found(problems).stream().filter(file -> !isTest(file)).toList();
  }

  /** Its files of tests, sorted; what is wrong with it is said elsewhere. */
  public List<Path> tests() {
    return found(new ArrayList<>()).stream().filter(this::isTest).toList();
  }

  private boolean isTest(Path file) {
    return tested && isNamed(file, TEST);
  }

  private List<Path> found(List<Diagnostic> problems) {
    Optional<Path> named = PathName.of(name);
    if (named.isEmpty()) {
      problems.add(say(OwnRuleError.NOT_READABLE, name));
      return List.of();
    }
    Path folder = named.get();
    try {
      if (stated.isEmpty() && isNamed(folder, "") && Files.isRegularFile(folder)) {
        return List.of(folder);
      }
      if (name.isEmpty() || !Files.isDirectory(folder)) {
        problems.add(say(tested ? OwnRuleError.NOTHING : OwnRuleError.NO_FOLDER, name));
      } else if (stated.isPresent() && !isInside(folder)) {
        problems.add(say(OwnRuleError.OUTSIDE, name));
      } else {
        Walk walk = new Walk(tested);
        Files.walkFileTree(folder, walk);
        return result(walk, problems);
      }
    } catch (IOException e) {
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
    if (walk.files.isEmpty() && walk.links.isEmpty() && !tested) {
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
        && folder.toRealPath().startsWith(PathName.HERE.toRealPath());
  }

  private Diagnostic say(Code code, Object... arguments) {
    return stated.map(span -> code.at(span, arguments)).orElseGet(() -> code.of(name, arguments));
  }

  /** What lies below the folder; links are listed and not followed, hidden things passed over. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final boolean tested;
    private int seen;

    Walk(boolean tested) {
      this.tested = tested;
    }

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
      boolean counts = !isHidden(file) && (tested || !isNamed(file, TEST));
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
    return isNamed(String.valueOf(file.getFileName()), before);
  }

  /** The same of a name, which need not be one that the system takes back. */
  static boolean isNamed(String last, String before) {
    return last.endsWith(before + ".yaml") || last.endsWith(before + ".yml");
  }
}
