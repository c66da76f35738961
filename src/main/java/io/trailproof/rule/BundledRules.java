package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.document.PackedFile;
import java.util.ArrayList;
import java.util.List;

/** The rules that are packed into the jar, as they stand in {@code rules}. */
public final class BundledRules {
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
    for (String path : PackedFile.index("chains")) {
      PackedFile.sound(path, reader.readChain(PackedFile.read(path)));
    }
    List<Rule> rules = new ArrayList<>();
    for (String path : PackedFile.index("rules")) {
      Rule rule = PackedFile.sound(path, reader.readRule(PackedFile.read(path)));
      rules.add(rule);
      rules.addAll(rule.ofOtherWays());
    }
    reader.endControls();
    return List.copyOf(rules);
  }
}
