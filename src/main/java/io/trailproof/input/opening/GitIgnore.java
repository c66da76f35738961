package io.trailproof.input.opening;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The rules of one {@code .gitignore}, or of one clone, for what lies below its folder
 * (gitignore(5)); of several that fit, the last decides.
 */
final class GitIgnore {
  private static final String FILE = ".gitignore";
  private static final String OF_CLONE = ".git/info/exclude";
  private static final String MARK = "\uFEFF";
  private static final long LONGEST = 1 << 20;

  private final Path folder;
  private final List<Line> lines;

  private record Line(Pattern pattern, boolean ignores, boolean foldersOnly) {}

  private GitIgnore(Path folder, List<Line> lines) {
    this.folder = folder;
    this.lines = lines;
  }

  /** The rules of a folder, if it has any that can be read; a link is not followed. */
  static Optional<GitIgnore> in(Path folder) {
    return of(folder, folder.resolve(FILE));
  }

  /** The rules that a clone has for itself, which every other goes before. */
  static Optional<GitIgnore> ofClone(Path repository) {
    return of(repository, repository.resolve(OF_CLONE));
  }

  private static Optional<GitIgnore> of(Path folder, Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      String bare = text.startsWith(MARK) ? text.substring(1) : text;
      List<Line> lines = bare.lines().flatMap(line -> line(line).stream()).toList();
      return lines.isEmpty() ? Optional.empty() : Optional.of(new GitIgnore(folder, lines));
    } catch (IOException e) {
      return Optional.empty(); // what cannot be read ignores nothing
    }
  }

  /** Whether something below the folder is ignored; empty if no rule is about it. */
  Optional<Boolean> ignores(Path path, boolean isFolder) {
    if (!path.startsWith(folder) || path.equals(folder)) {
      return Optional.empty();
    }
    String below = folder.relativize(path).toString().replace(File.separatorChar, '/');
    Optional<Boolean> answer = Optional.empty();
    for (Line line : lines) {
      if ((isFolder || !line.foldersOnly()) && line.pattern().matcher(below).matches()) {
        answer = Optional.of(line.ignores());
      }
    }
    return answer;
  }

  private static Optional<Line> line(String written) {
    String text = trimmed(written);
    if (text.startsWith("#")) {
      return Optional.empty();
    }
    boolean ignores = !text.startsWith("!");
    text = ignores ? text : text.substring(1);
    boolean foldersOnly = text.endsWith("/");
    text = foldersOnly ? text.substring(0, text.length() - 1) : text;
    boolean anchored = text.contains("/");
    text = text.startsWith("/") ? text.substring(1) : text;
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      String pattern = (anchored ? "" : "(?:.*/)?") + Glob.regex(text);
      return Optional.of(new Line(Pattern.compile(pattern, Pattern.DOTALL), ignores, foldersOnly));
    } catch (PatternSyntaxException e) {
      return Optional.empty(); // what makes no sense matches nothing
    }
  }

  /** Without blanks at the end, unless a backslash stands before one. */
  private static String trimmed(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !isEscaped(line, end - 1)) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isEscaped(String line, int at) {
    int slashes = 0;
    while (slashes < at && line.charAt(at - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /** Of the rules of some folders, the innermost last, what they say of a path. */
  static boolean isIgnored(List<GitIgnore> rules, Path path, boolean isFolder) {
    List<GitIgnore> innermostFirst = new ArrayList<>(rules);
    Collections.reverse(innermostFirst);
    return innermostFirst.stream()
        .flatMap(one -> one.ignores(path, isFolder).stream())
        .findFirst()
        .orElse(false);
  }
}
