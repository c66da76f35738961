package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.document.Knowledge;
import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.document.PackedReader;
import io.trailproof.document.PackedWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rules that are packed into the jar, as they stand in {@code rules}. */
public final class BundledRules {
  /** The section of the rules that are on by default, as {@link #packOn} packs them. */
  public static final String ON = "rules on";

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
    return read(reader, BundledRules::listed);
  }

  private static Map<String, Node> listed(String kind) {
    Map<String, Node> files = new LinkedHashMap<>();
    for (String path : PackedFile.index(kind)) {
      files.put(path, PackedFile.read(path));
    }
    return files;
  }

  /**
   * The same of files that are not packed yet.
   *
   * @param listed the files of a kind, in the order in which {@code index.yaml} lists them
   * @throws IllegalStateException if anything is wrong with one
   */
  public static List<Rule> read(RuleReader reader, Function<String, Map<String, Node>> listed) {
    listed
        .apply("controls")
        .forEach((path, file) -> PackedFile.sound(path, reader.readControls(file)));
    listed.apply("chains").forEach((path, file) -> PackedFile.sound(path, reader.readChain(file)));
    List<Rule> rules = new ArrayList<>();
    listed
        .apply("rules")
        .forEach(
            (path, file) -> {
              Rule rule = PackedFile.sound(path, reader.readRule(file));
              rules.add(rule);
              rules.addAll(rule.ofOtherWays());
            });
    reader.endControls();
    return List.copyOf(rules);
  }

  /**
   * Those that are on by default, and what these are compared with: all that a run needs which
   * names no rules.
   *
   * @throws IllegalStateException if they are not as the build left them
   */
  public static List<Rule> readOn(List<Predicate> predicates) {
    PackedReader packed = Knowledge.packed().values(ON).orElseThrow();
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : PackedRules.unpack(packed, predicates)) {
      rules.add(rule);
      rules.addAll(rule.ofOtherWays());
    }
    return List.copyOf(rules);
  }

  /** What is packed for {@link #readOn}. */
  public static PackedWriter packOn(List<Rule> all) {
    Set<String> on = new HashSet<>();
    List<Rule> some = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) { // what a rule is compared with stands before it
      Rule rule = all.get(i);
      if (rule.byDefault() || on.contains(rule.id())) {
        rule.comparedWith().ifPresent(other -> on.add(other.id()));
        some.add(0, rule);
      }
    }
    return PackedRules.pack(some);
  }
}
