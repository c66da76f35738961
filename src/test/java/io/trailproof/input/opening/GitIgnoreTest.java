package io.trailproof.input.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out of a folder is what git itself ignores. */
final class GitIgnoreTest {
  private static final List<String> FILES =
      List.of(
          "plan.json",
          "plans.json",
          "a.yaml",
          "x.yml",
          "#plan.json",
          "!plan.json",
          "p an.json",
          "end .json",
          "foo.json",
          "foo/plan.json",
          "foo/bar/plan.json",
          "foo/bar.json",
          "sub/foo.json",
          "sub/plan.json",
          "sub/deep/plan.json",
          "sub/deep/er/foo.json",
          "sub/foo/plan.json",
          "sub/keep.json",
          "q[1].json",
          "out/plan.json",
          "out/keep.json",
          "a/b/c.json",
          "a/x/y/c.json",
          "abc.template",
          "ABC.json",
          "1.json",
          "a\\b.json");

  /** Lines of one file of rules at the top, or {@code folder: lines}. */
  private static final List<String> RULES =
      List.of(
          "*.json",
          "plan.json",
          "/plan.json",
          "foo",
          "foo/",
          "/foo",
          "foo/*",
          "foo/**",
          "**/foo",
          "**/foo/",
          "sub/foo",
          "sub/**/plan.json",
          "a/**/c.json",
          "**",
          "*",
          "/*",
          "/**",
          "*/",
          "*.json\n!keep.json",
          "*.json\n!/foo/*",
          "foo\n!foo/plan.json",
          "foo/*\n!foo/plan.json",
          "#plan.json",
          "\\#plan.json",
          "!plan.json",
          "*.json\n!plan.json",
          "\\!plan.json",
          "*\n!\\!plan.json",
          "!#plan.json",
          "*.json\n!#plan.json",
          "*.json   ",
          "plan.json\t",
          "p\\ an.json",
          "p an.json",
          "end\\ .json",
          "end\\ ",
          "pla?.json",
          "pla[mn].json",
          "pla[!n].json",
          "[^p]*.json",
          "[a-z].yaml",
          "[[:upper:]]*.json",
          "[[:digit:]].json",
          "q[1].json",
          "q\\[1].json",
          "q[[]1].json",
          "pla[n.json",
          "[",
          "plan.json\\",
          "\\plan.json",
          "foo**",
          "**foo",
          "sub/f*",
          "sub/*",
          "sub/*/",
          "*/plan.json",
          "deep/plan.json",
          "deep",
          "sub/deep/\n!sub/deep/plan.json",
          "/sub/deep/*/",
          "/",
          "//",
          " plan.json",
          "plan.json\r",
          "foo.*",
          "*.y*ml",
          "*.{json,yaml}",
          "ABC*",
          "abc*",
          "a\\\\b.json",
          "sub: *.json",
          "sub: !foo.json",
          "sub: /foo.json",
          "sub: /sub/foo.json",
          "sub: deep/",
          "sub/deep: *\n!plan.json",
          "\uFEFFplan.json",
          "foo/bar/",
          "foo/bar",
          "/foo/bar.json",
          "bar.json/",
          "sub/../plan.json",
          "./plan.json",
          "out/",
          "out/*\n!out/keep.json");

  @TempDir Path folder;

  @Test
  void theSameIsIgnoredAsGitIgnores() throws IOException, InterruptedException {
    assumeTrue(git("init", "-q").isPresent(), "no git here");
    for (String file : FILES) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "{}");
    }
    Map<String, String> different = new LinkedHashMap<>();
    for (String rule : RULES) {
      Path rules = write(rule);
      Set<String> left = left();
      Set<String> gitLeaves = gitLeaves();
      if (!left.equals(gitLeaves)) {
        String more = without(left, gitLeaves) + " too many, ";
        different.put(rule, more + without(gitLeaves, left) + " too few");
      }
      Files.delete(rules);
    }
    assertEquals(Map.of(), different);
  }

  @Test
  void innerRulesAndThoseOfTheCloneAreHeldTogether() throws IOException, InterruptedException {
    assumeTrue(git("init", "-q").isPresent(), "no git here");
    for (String file : FILES) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), "{}");
    }
    Files.createDirectories(folder.resolve(".git/info"));
    Files.writeString(folder.resolve(".git/info/exclude"), "sub/deep/\nfoo.json\n");
    Files.writeString(folder.resolve(".gitignore"), "plan.json\n!/sub/foo.json\n");
    Files.writeString(folder.resolve("sub/.gitignore"), "!plan.json\nkeep.json\n");
    assertEquals(gitLeaves(), left());
    Set<String> below = new TreeSet<>();
    gitLeaves().stream().filter(one -> one.startsWith("sub/")).forEach(below::add);
    assertEquals(below, left(InputFinder.below(folder.resolve("sub")).files()));
  }

  private Path write(String rule) throws IOException {
    int colon = rule.indexOf(": ");
    Path file = folder.resolve(colon < 0 ? "" : rule.substring(0, colon)).resolve(".gitignore");
    return Files.writeString(file, (colon < 0 ? rule : rule.substring(colon + 2)) + "\n");
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private Set<String> left() throws IOException {
    return left(InputFinder.below(folder).files());
  }

  private Set<String> left(List<Path> files) {
    Set<String> names = new TreeSet<>();
    files.forEach(file -> names.add(folder.relativize(file).toString()));
    return names;
  }

  /** What git would add, of the files that may be inputs. */
  private Set<String> gitLeaves() throws IOException, InterruptedException {
    Set<String> names = new TreeSet<>();
    String listed = git("ls-files", "-z", "--others", "--exclude-standard").orElseThrow();
    Pattern.compile("\0")
        .splitAsStream(listed)
        .filter(name -> InputFinder.mayBeInput(name) && !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  private Optional<String> git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of("-c", "core.excludesFile=/dev/null"));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (InputStream out = git.getInputStream()) {
        String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? Optional.of(text) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
