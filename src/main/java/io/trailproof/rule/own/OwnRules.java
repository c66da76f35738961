package io.trailproof.rule.own;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.SchemaCheck;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RuleReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules of folders of users' own, read after the bundled ones by the same reader.
 *
 * @param rules each with those of its other ways after it; none if anything is wrong
 * @param files the files that were read, as users name them
 * @param diagnostics what is wrong with folders and files
 */
public record OwnRules(List<Rule> rules, List<String> files, List<Diagnostic> diagnostics) {
  /** None, where no folder is named. */
  public static final OwnRules NONE = new OwnRules(List.of(), List.of(), List.of());

  private static final String COMPARED = "compared-with";

  public OwnRules {
    rules = List.copyOf(rules);
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads them: the chains of all folders, then the rules, those that are compared with others
   * last.
   *
   * @param reader has read the bundled ones
   */
  public static OwnRules read(RuleReader reader, OwnFiles files) {
    List<Diagnostic> problems = new ArrayList<>(files.problems());
    files.chains().forEach(root -> checked("chain", root, reader::readChain, problems));
    List<Node> inOrder = new ArrayList<>(files.rules());
    inOrder.sort(Comparator.comparing(OwnRules::isCompared)); // false before true
    List<Rule> rules = new ArrayList<>();
    for (Node root : inOrder) {
      checked("rule", root, reader::readRule, problems)
          .ifPresent(
              rule -> {
                problems.addAll(EventsCheck.of(root, rule));
                rules.add(rule);
                rules.addAll(rule.ofOtherWays());
              });
    }
    return new OwnRules(
        problems.isEmpty() ? rules : List.of(),
        files.names(),
        ForeignFile.unquoted(problems, files.names()));
  }

  private static boolean isCompared(Node root) {
    return root.asMapping().flatMap(rule -> rule.get(COMPARED)).isPresent();
  }

  /** The reader says what is wrong in better words than the schema, which has the last one. */
  private static <T> Optional<T> checked(
      String schema, Node root, Function<Node, Outcome<T>> read, List<Diagnostic> problems) {
    Outcome<T> outcome = read.apply(root);
    List<Diagnostic> said = new ArrayList<>(outcome.diagnostics());
    if (said.isEmpty()) {
      said.addAll(SchemaCheck.of(schema, "invalid-" + schema).check(root));
    }
    problems.addAll(said);
    return outcome.value();
  }
}
