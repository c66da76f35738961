package io.trailproof.cli;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Handbook;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code trailproof explain}: what stands behind a word of a report. */
final class ExplainCommand implements Command {
  private static final Pattern FACT = Pattern.compile("F[0-9]{1,3}");

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof explain",
            "Explains a rule, a requirement, or another code of a report.",
            "Exit codes: 0 explained, 2 usage, 3 unreadable rule, 70 internal error.");
    usage.words(
        "CODE",
        Usage.Count.ONE_OR_NONE,
        "as a report shows it: iam-policy-changes, iam-policy-changes/alarm-threshold,"
            + " alarm-threshold, subscriber-confirms, invalid-json, F71");
    RulesAtHand.option(usage);
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String code = arguments.word(0).orElse("");
    if (code.isEmpty()) {
      throw new Misuse("say what to explain: a rule, a requirement, or another code of a report");
    }
    RulesAtHand all = RulesAtHand.of(arguments);
    if (!all.broken().isEmpty()) {
      return all.refuse(terminal);
    }
    List<String> lines = new ArrayList<>();
    explain(all.choice().renamed(code).orElse(code), all.rules(), lines);
    if (lines.isEmpty()) {
      throw new Misuse("nothing is called `" + code + "`; " + help(code, all.rules()));
    }
    lines.forEach(line -> terminal.out().append(terminal.bare().plain(line)).append('\n'));
    return ExitCode.PROVEN;
  }

  /** The pages of all that has the name; a requirement of several chains has several. */
  static void explain(String code, List<Rule> rules, List<String> lines) {
    CodePages pages = new CodePages(rules, Handbook.packed(), lines);
    int slash = code.indexOf('/');
    String last = code.substring(slash + 1);
    List<Rule> asked =
        slash < 0
            ? rules
            : rules.stream().filter(rule -> rule.id().equals(code.substring(0, slash))).toList();
    if (slash < 0) {
      rules.stream().filter(rule -> rule.id().equals(code)).forEach(pages::rule);
    }
    pages.requirement(last, asked);
    if (lines.isEmpty() && !asked.isEmpty()) {
      pages.ofTheChecker(last);
    }
    if (lines.isEmpty() && slash < 0) {
      pages.told(code);
      if (FACT.matcher(code).matches()) {
        pages.fact(code);
      }
    }
  }

  private static String help(String code, List<Rule> rules) {
    Set<String> known = new LinkedHashSet<>(rules.stream().map(Rule::id).toList());
    rules.forEach(
        rule -> CodePages.requirements(rule).stream().map(Requirement::id).forEach(known::add));
    known.addAll(CodePages.OF_THE_CHECKER.keySet());
    known.addAll(Handbook.packed().codes());
    known.addAll(Arrays.stream(Assumed.values()).map(Assumed::code).toList());
    Optional<String> near = DidYouMean.nearest(code.substring(code.indexOf('/') + 1), known);
    return near.map(one -> "did you mean `" + one + "`?")
        .orElse("`trailproof rules` lists the rules, and docs/rules what they demand");
  }
}
