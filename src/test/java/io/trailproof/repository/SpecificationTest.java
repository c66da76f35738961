package io.trailproof.repository;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What code and rules cite stands in this repository, and the glossary speaks of what is there. */
final class SpecificationTest {
  private static final Path ROOT = Path.of(System.getProperty("trailproof.root", "."));

  private static final Pattern SECTION = Pattern.compile("§\\s?(\\d+(?:\\.\\d+)?)");

  /** Four digits are a technique of MITRE ATT&CK, which controls are called by. */
  private static final Pattern TABLE =
      Pattern.compile("(?<![\\w<,.$])(T\\d{1,2}(?:\\.\\d+)?)\\b(?![>\\w])");

  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (\\d+(?:\\.\\d+)?)\\.? ");
  private static final Pattern TABLE_HEADING =
      Pattern.compile("(?m)^(?:### |- \\*\\*)(T\\d+(?:\\.\\d+)?)\\b");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| `([a-z.]+)\\.([A-Z]\\w*)` \\|$");

  @Test
  void everySectionThatIsCitedIsWritten() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/filter-patterns.md"));
    assertEquals(Set.of(), cited(SECTION, found(HEADING, page)));
  }

  @Test
  void everyTableThatIsCitedIsWritten() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/aws-facts.md"));
    assertEquals(Set.of(), cited(TABLE, found(TABLE_HEADING, page)));
  }

  @Test
  void whoCitesThePatternsPageSaysWhichSection() throws IOException {
    List<String> vague = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      Matcher mention =
          Pattern.compile("filter-patterns(?!\\.md`?\\)?:)\\s*(?:\\*\\s*)?(.)").matcher(text);
      while (mention.find()) {
        if (!mention.group(1).equals("§")) {
          vague.add(ROOT.relativize(file) + ": " + mention.group());
        }
      }
    }
    assertEquals(List.of(), vague);
  }

  @Test
  void everyEntryOfTheGlossaryNamesAType() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/glossary.md"));
    List<String> gone = new ArrayList<>();
    Matcher entry = ENTRY.matcher(page);
    int entries = 0;
    while (entry.find()) {
      entries++;
      Path file =
          ROOT.resolve("src/main/java/io/trailproof")
              .resolve(entry.group(3).replace('.', '/'))
              .resolve(entry.group(4) + ".java");
      if (!Files.exists(file)) {
        gone.add(entry.group(1) + ": " + entry.group(3) + "." + entry.group(4));
      }
    }
    assertEquals(List.of(), gone);
    long rows = page.lines().filter(line -> line.startsWith("| ")).count() - 1;
    assertEquals(rows, entries, "a row of the glossary that names no type");
    assertFalse(entries == 0);
  }

  /** What is cited and is not among {@code written}, with where. */
  private static Set<String> cited(Pattern pattern, Set<String> written) throws IOException {
    Set<String> unwritten = new TreeSet<>();
    boolean any = false;
    for (Path file : sources()) {
      Matcher citation = pattern.matcher(Files.readString(file));
      while (citation.find()) {
        any = true;
        if (!written.contains(citation.group(1))) {
          unwritten.add(ROOT.relativize(file) + " cites " + citation.group(1));
        }
      }
    }
    assertFalse(!any, "nothing is cited: the pattern is wrong");
    return unwritten;
  }

  private static Set<String> found(Pattern pattern, String page) {
    return pattern
        .matcher(page)
        .results()
        .map(one -> one.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("src/main", "rules")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files.filter(Files::isRegularFile).forEach(all::add);
      }
    }
    return all;
  }
}
