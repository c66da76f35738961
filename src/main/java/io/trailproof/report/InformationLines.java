package io.trailproof.report;

import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.report.text.Style;
import io.trailproof.rule.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of rules that only inform, in a few lines; once for those that say the same. */
final class InformationLines {
  private static final int REASONS = 3;

  private final Style style;
  private final VerdictText verdicts;

  InformationLines(Style style) {
    this.style = style;
    this.verdicts = new VerdictText(style);
  }

  void of(List<RuleResult> rules, List<String> lines) {
    List<RuleResult> applicable = rules.stream().filter(RuleResult::isApplicable).toList();
    if (applicable.isEmpty()) {
      return;
    }
    lines.add("for information, in full with `--rule`:");
    Map<List<String>, List<RuleResult>> alike = new LinkedHashMap<>();
    for (RuleResult rule : applicable) {
      List<String> all = new ArrayList<>(said(rule));
      all.add(0, verdicts.word(rule.rule(), rule.verdict()));
      alike.computeIfAbsent(all, any -> new ArrayList<>()).add(rule);
    }
    alike.forEach((said, those) -> rules(those, said, lines));
    lines.add("");
  }

  private void rules(List<RuleResult> those, List<String> said, List<String> lines) {
    String ids = those.stream().map(one -> one.rule().id()).collect(Collectors.joining(", "));
    lines.add("  " + verdicts.mark(those.get(0).verdict()) + " " + ids + ": " + said.get(0));
    said.subList(1, said.size()).forEach(line -> lines.add("      " + line));
  }

  private List<String> said(RuleResult rule) {
    List<String> said = new ArrayList<>();
    List<Finding> findings = rule.findings();
    for (Finding finding : findings.subList(0, Math.min(REASONS, findings.size()))) {
      said.add(style.plain(finding.message()));
    }
    if (findings.size() > REASONS) {
      said.add("and " + (findings.size() - REASONS) + " more");
    }
    for (Note note : rule.notes()) {
      said.add(style.plain(note.message()));
    }
    return said;
  }
}
