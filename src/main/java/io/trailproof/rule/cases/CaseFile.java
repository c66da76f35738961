package io.trailproof.rule.cases;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Message;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.document.SchemaCheck;
import io.trailproof.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A test file: a rule, and the cases of it. */
public record CaseFile(Rule rule, List<RuleCase> cases) {
  /** The id of all that is said of such a file. */
  static final String ID = "invalid-test";

  public CaseFile {
    cases = List.copyOf(cases);
  }

  private enum Fault implements Code {
    NO_RULE("there is no rule `%s`");

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    @Override
    public Message message() {
      return Message.error(ID, text, "`--rules` names files and folders of own rules");
    }
  }

  /**
   * Reads one; none comes of a file with an error.
   *
   * @param rules those that it may be about
   */
  public static Outcome<CaseFile> read(Node root, Catalog catalog, List<Rule> rules) {
    List<Diagnostic> problems = new ArrayList<>();
    String id = new MappingReader(root, ID, problems).need("rule");
    Optional<Rule> rule = rules.stream().filter(one -> one.id().equals(id)).findFirst();
    if (rule.isEmpty() && problems.isEmpty()) {
      List<String> ids = rules.stream().map(Rule::id).toList();
      problems.add(
          Fault.NO_RULE
              .at(root.asMapping().flatMap(file -> file.get("rule")).orElse(root).span(), id)
              .withHelp(DidYouMean.help(id, ids)));
    }
    Optional<Outcome<List<RuleCase>>> cases =
        rule.map(one -> new RuleCaseReader(catalog, one).read(root));
    cases.ifPresent(read -> problems.addAll(read.diagnostics()));
    if (problems.isEmpty()) {
      problems.addAll(SchemaCheck.of("test", ID).check(root));
    }
    return problems.isEmpty()
        ? Outcome.of(new CaseFile(rule.orElseThrow(), cases.orElseThrow().value().orElseThrow()))
        : new Outcome<>(null, problems);
  }
}
