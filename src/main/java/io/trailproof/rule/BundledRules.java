package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.document.PackedFile;
import java.util.ArrayList;
import java.util.List;

/** The rules that are packed into the jar, as they stand in {@code rules}. */
public final class BundledRules {
  /** What the build says of the rules that are on by default: their files, and their controls. */
  public static final String ON = "on.yaml";

  private BundledRules() {}

  /**
   * Reads them; after each rule follow those of its other ways.
   *
   * @throws IllegalStateException if they are not as the tests left them
   */
  public static List<Rule> read(Catalog catalog, List<Predicate> predicates) {
    return read(new RuleReader(catalog, predicates));
  }

  /**
   * The same by a reader that goes on to read rules that may name what these have.
   *
   * @throws IllegalStateException if they are not as the tests left them
   */
  public static List<Rule> read(RuleReader reader) {
    for (String path : PackedFile.index("controls")) {
      PackedFile.sound(path, reader.readControls(PackedFile.read(path)));
    }
    return read(reader, PackedFile.index("rules"));
  }

  /**
   * Those that are on by default, and what these are compared with: all that a run needs which
   * names no rules.
   *
   * @throws IllegalStateException if they are not as the tests left them
   */
  public static List<Rule> readOn(Catalog catalog, List<Predicate> predicates) {
    RuleReader reader = new RuleReader(catalog, predicates);
    PackedFile.sound(ON, reader.readRows(PackedFile.read(ON)));
    return read(reader, PackedFile.texts(ON, "rules"));
  }

  private static List<Rule> read(RuleReader reader, List<String> paths) {
    for (String path : PackedFile.index("chains")) {
      PackedFile.sound(path, reader.readChain(PackedFile.read(path)));
    }
    List<Rule> rules = new ArrayList<>();
    for (String path : paths) {
      Rule rule = PackedFile.sound(path, reader.readRule(PackedFile.read(path)));
      rules.add(rule);
      rules.addAll(rule.ofOtherWays());
    }
    reader.endControls();
    return List.copyOf(rules);
  }
}
