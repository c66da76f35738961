package io.trailproof.cli;

import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Dialect;
import io.trailproof.rule.RulesFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text report says of its findings, without the source it quotes. */
record Explanations(Dialect dialect, List<List<String>> findings) {
  private static final int LINES = 4;

  private static final Pattern HEAD =
      Pattern.compile("(?:error|warning|unknown|note)\\[[a-z0-9-]+/.*");
  private static final Pattern WORD = Pattern.compile("`([A-Za-z_]+)`");

  /** Words of the language and of AWS that are spelt like a property somewhere. */
  private static final Set<String> NO_PROPERTY =
      Set.of(
          "true",
          "false",
          "missing",
          "ignore",
          "breaching",
          "Count",
          "Principal",
          "Action",
          "source");

  static Explanations of(Dialect dialect, String report) {
    List<List<String>> findings = new ArrayList<>();
    boolean open = false;
    for (String line : report.lines().toList()) {
      if (HEAD.matcher(line).matches()) {
        findings.add(new ArrayList<>(List.of(line)));
        open = true;
      } else if (line.isEmpty()) {
        open = false;
      } else if (open && line.startsWith("  = ")) {
        findings.get(findings.size() - 1).add(line);
      }
    }
    return new Explanations(dialect, findings);
  }

  /** What is wrong with them; empty if nothing is. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (List<String> finding : findings) {
      String head = finding.get(0);
      if (finding.size() > LINES) {
        faults.add(finding.size() + " lines: " + head);
      }
      boolean broken = head.startsWith("error") || head.startsWith("warning");
      boolean helps = finding.stream().anyMatch(line -> line.startsWith("  = help: "));
      if (broken && !helps) {
        faults.add("no help: " + head);
      }
      if (finding.stream()
          .anyMatch(line -> line.contains("``") || line.contains("{" + "property"))) {
        faults.add("a hole: " + finding);
      }
      for (String line : finding) {
        Matcher word = WORD.matcher(line.replaceFirst("^[^:]*: ", ""));
        while (word.find()) {
          if (isOfAnotherFormat(word.group(1))) {
            faults.add("`" + word.group(1) + "` is not how the file spells it: " + line);
          }
        }
      }
    }
    return faults;
  }

  private boolean isOfAnotherFormat(String word) {
    return !NO_PROPERTY.contains(word)
        && !spellings(dialect).contains(word)
        && Stream.of(Dialect.values())
            .filter(other -> other != dialect)
            .anyMatch(other -> spellings(other).contains(word));
  }

  private static Set<String> spellings(Dialect dialect) {
    Set<String> all = new TreeSet<>();
    for (ResourceType type : RulesFolder.CATALOG.types()) {
      for (Property property : type.properties()) {
        add(property, dialect, all);
        property.items().forEach(item -> add(item, dialect, all));
      }
    }
    return all;
  }

  private static void add(Property property, Dialect dialect, Set<String> to) {
    String spelt = property.spelt(dialect, "");
    boolean has = dialect == Dialect.CANONICAL || !spelt.equals(property.name()) || isPlain(spelt);
    if (has) {
      to.add(spelt.substring(spelt.lastIndexOf('.') + 1));
    }
  }

  /** A word that several formats share, such as {@code threshold}. */
  private static boolean isPlain(String word) {
    return word.equals(word.toLowerCase(java.util.Locale.ROOT));
  }
}
