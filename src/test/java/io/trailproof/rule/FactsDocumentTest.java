package io.trailproof.rule;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of facts says of each fact what rests on it, and that is what rests on it. */
final class FactsDocumentTest {
  /** How many facts there are at least: the numbers up to here have no gap. */
  private static final int FACTS = 257;

  private static final Pattern ROW =
      Pattern.compile("\\| F(\\d+) \\| (.*) \\| ([^|]*) \\| ([^|]*) \\|");

  private static final Pattern ID = Pattern.compile("`([a-z]+(?:-[a-z0-9]+)*)`");

  /** What the checker asks of every resource, and the facts that it rests on. */
  private static final Map<String, Set<Integer>> OF_THE_CHECKER =
      Map.of(
          "refused",
          Set.of(203, 204, 206, 252, 253, 254, 255),
          "newer",
          Set.of(203),
          "elsewhere",
          Set.of(105),
          "condition",
          Set.of(108),
          "replaced",
          Set.of(31, 115, 130, 131, 134, 152, 174, 175, 200),
          "made-twice",
          Set.of(115, 129, 131, 138, 139, 151, 153, 172, 173, 174, 197, 214, 219));

  /**
   * A row of the table.
   *
   * @param requirements the ids after the colon
   * @param said the codes of notes and assumptions
   */
  private record Row(String text, Set<String> requirements, Set<String> said) {
    static Row of(String cell) {
      int says = cell.indexOf("; says ");
      String first = says < 0 ? cell : cell.substring(0, says);
      int colon = first.lastIndexOf(": `");
      return new Row(
          cell,
          ids(colon < 0 ? "" : first.substring(colon)),
          ids(says < 0 ? "" : cell.substring(says)));
    }

    private static Set<String> ids(String text) {
      return ID.matcher(text)
          .results()
          .map(found -> found.group(1))
          .collect(toCollection(TreeSet::new));
    }
  }

  private final Map<Integer, Row> rows = rows();

  private static Map<Integer, Row> rows() {
    Map<Integer, Row> rows = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(RulesFolder.CHECKOUT.resolve("docs/aws-facts.md"))) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
          Row before = rows.put(Integer.parseInt(row.group(1)), Row.of(row.group(4)));
          assertTrue(before == null, "F" + row.group(1) + " is listed twice");
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  @Test
  void everyFactIsListed() {
    assertTrue(
        rows.keySet().containsAll(IntStream.rangeClosed(1, FACTS).boxed().toList()), "a gap");
  }

  @Test
  void everyFactNamesTheRequirementsThatCiteIt() {
    Map<Integer, Set<String>> cited = new HashMap<>();
    for (Requirement one : requirements()) {
      one.facts().forEach(fact -> add(cited, Integer.parseInt(fact.substring(1)), one.id()));
    }
    OF_THE_CHECKER.forEach((id, facts) -> facts.forEach(fact -> add(cited, fact, id)));
    rows.forEach(
        (fact, row) ->
            assertEquals(cited.getOrDefault(fact, Set.of()), row.requirements(), "F" + fact));
  }

  private static void add(Map<Integer, Set<String>> to, int fact, String id) {
    to.computeIfAbsent(fact, any -> new TreeSet<>()).add(id);
  }

  @Test
  void factWithoutRequirementSaysWhy() {
    rows.forEach(
        (fact, row) ->
            assertEquals(
                row.requirements().isEmpty(),
                row.text().startsWith("no requirement: "),
                "F" + fact + ": " + row.text()));
  }

  @Test
  void whatIsSaidIsSaidByTheCode() throws IOException {
    StringBuilder code = new StringBuilder();
    for (String folder : List.of("rule", "check", "input", "diagnostic")) {
      Path root = RulesFolder.CHECKOUT.resolve("src/main/java/io/trailproof").resolve(folder);
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    rows.forEach(
        (fact, row) ->
            row.said()
                .forEach(
                    said ->
                        assertTrue(
                            code.indexOf('"' + said + '"') >= 0,
                            "F" + fact + " names `" + said + "`, which nothing says")));
  }

  /** Every note and every assumption that the code makes is in the table. */
  @Test
  void whatTheCodeSaysIsListed() throws IOException {
    Pattern made =
        Pattern.compile(
            "(?:new (?:Note|Assumption)|\\bnote)\\(\\s*(?:trail,\\s*)?\"([a-z0-9-]+)\"");
    Set<String> said =
        rows.values().stream()
            .flatMap(row -> row.said().stream())
            .collect(toCollection(TreeSet::new));
    Set<String> found = new TreeSet<>();
    for (String folder : List.of("rule", "check")) {
      Path root = RulesFolder.CHECKOUT.resolve("src/main/java/io/trailproof").resolve(folder);
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          made.matcher(Files.readString(file))
              .results()
              .map(one -> one.group(1))
              .forEach(found::add);
        }
      }
    }
    assertTrue(found.size() > 20, found.toString());
    found.removeAll(said);
    assertEquals(Set.of(), found);
  }

  @Test
  void everyRequirementRestsOnAFact() {
    for (Requirement one : requirements()) {
      assertFalse(one.facts().isEmpty(), one.id() + " rests on nothing");
      one.facts()
          .forEach(
              fact ->
                  assertTrue(
                      rows.containsKey(Integer.parseInt(fact.substring(1))),
                      one.id() + " " + fact));
    }
  }

  private static List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>();
    for (Rule rule : RulesFolder.RULES) {
      for (ChainLink link : rule.chain().links()) {
        all.add(link.missing());
        if (link.relation() instanceof Relation.Join join) {
          all.addAll(join.on());
        }
        all.addAll(link.requirements());
      }
    }
    return all;
  }
}
