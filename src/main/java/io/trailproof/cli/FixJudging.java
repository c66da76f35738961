package io.trailproof.cli;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.Checker;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.edit.EditedFile;
import io.trailproof.edit.Edits;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Refusal;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.Amendment;
import io.trailproof.input.InputFormat;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Changes;
import io.trailproof.remedy.Fixed;
import io.trailproof.remedy.Fixer;
import io.trailproof.remedy.Weakened;
import io.trailproof.remedy.Wishes;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what can be done for a deployment and what that comes to in its files, and reads what
 * templates would be once more, so that what is proven is what is written.
 */
final class FixJudging {
  private final DeploymentJudging reading;
  private final Catalog catalog;
  private final Checker checker;
  private final Changes changes;

  FixJudging(Judging.Ground ground) {
    this.reading = new DeploymentJudging(ground);
    this.catalog = ground.wiring().catalog();
    this.checker = new Checker(catalog, ground.options().strict());
    this.changes = new Changes(catalog);
  }

  /** What can be done for the rules that fail, each after what was done for those before it. */
  Fixes fix(DeploymentFiles deployment, Wishes wishes) {
    Map<SourceFile, InputFormat> files = reading.files(deployment);
    Outcome<DeploymentGraphs> asItIs = reading.read(deployment, files, Amendment.NONE);
    List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
    diagnostics.addAll(asItIs.diagnostics());
    DeploymentGraphs before = asItIs.value().orElseThrow();
    boolean isRefused =
        before.graph().resources().stream()
            .anyMatch(one -> Refusal.certain(one).or(() -> Refusal.possible(one)).isPresent());
    Fixer.Judge judge =
        (rule, some) -> {
          DeploymentGraphs graphs = some.isEmpty() ? before : amended(deployment, files, some);
          RuleResult result = checker.check(rule, graphs);
          if (isRefused && !some.isEmpty() && result.verdict() != Verdict.PASS) {
            // What is refused is refused by the text.
            result =
                rewritten(deployment, files, before.graph(), some)
                    .map(read -> checker.check(rule, read))
                    .filter(one -> one.verdict() == Verdict.PASS)
                    .orElse(result);
          }
          return new Fixer.Judgment(result, graphs.graph());
        };
    List<Rule> rules =
        reading.rules(deployment).stream()
            .filter(rule -> deployment.isRequired() || checker.isAbout(rule, before))
            .toList();
    Fixed.All fixed = new Fixer(catalog, judge, wishes).fix(rules);
    List<FixEditors.Written> written = written(before.graph(), fixed);
    boolean isConfirmed =
        written.isEmpty()
            || isConfirmed(
                deployment, files, fixed, written.get(written.size() - 1), rules, before);
    List<Edits> edits = written.stream().map(FixEditors.Written::all).toList();
    return new Fixes(deployment, fixed, before.graph(), edits, isConfirmed, diagnostics);
  }

  private DeploymentGraphs amended(
      DeploymentFiles deployment, Map<SourceFile, InputFormat> files, List<Alteration> some) {
    return reading.read(deployment, files, all -> changes.applied(all, some)).value().orElseThrow();
  }

  /** The graphs of the templates as they would be; empty where none would be another. */
  private Optional<DeploymentGraphs> rewritten(
      DeploymentFiles deployment,
      Map<SourceFile, InputFormat> files,
      ResourceGraph graph,
      List<Alteration> some) {
    return rewritten(deployment, files, new FixEditors(catalog, graph, some).of(some));
  }

  private Optional<DeploymentGraphs> rewritten(
      DeploymentFiles deployment, Map<SourceFile, InputFormat> files, FixEditors.Written written) {
    List<EditedFile> edited = EditedFile.of(written.templates().edits());
    return edited.isEmpty()
        ? Optional.empty()
        : reading
            .read(deployment, with(files, edited), all -> changes.applied(all, written.unread()))
            .value();
  }

  /** What the changes come to for each rule together with those before it. */
  private List<FixEditors.Written> written(ResourceGraph graph, Fixed.All fixed) {
    FixEditors editors = new FixEditors(catalog, graph, fixed.changes());
    List<FixEditors.Written> all = new ArrayList<>();
    List<Alteration> some = new ArrayList<>();
    for (Fixed one : fixed.rules()) {
      some.addAll(one.changes());
      all.add(editors.of(some));
    }
    return all;
  }

  /** True if the templates, read again with their edits, say what they were to say. */
  private boolean isConfirmed(
      DeploymentFiles deployment,
      Map<SourceFile, InputFormat> files,
      Fixed.All fixed,
      FixEditors.Written written,
      List<Rule> rules,
      DeploymentGraphs before) {
    Optional<DeploymentGraphs> read = rewritten(deployment, files, written);
    return read.isEmpty() || isConfirmed(fixed, rules, before, read.get());
  }

  private boolean isConfirmed(
      Fixed.All fixed, List<Rule> rules, DeploymentGraphs before, DeploymentGraphs after) {
    boolean isProven =
        fixed.rules().stream()
            .filter(one -> one.after().verdict() == Verdict.PASS)
            .allMatch(one -> verdict(one.before().rule(), after) == Verdict.PASS);
    List<String> weakened = fixed.weakened().stream().map(Weakened::rule).toList();
    return isProven
        && rules.stream()
            .filter(rule -> !weakened.contains(rule.id()))
            .noneMatch(rule -> isWorse(verdict(rule, before), verdict(rule, after)));
  }

  private Verdict verdict(Rule rule, DeploymentGraphs graphs) {
    return checker.check(rule, graphs).verdict();
  }

  private static boolean isWorse(Verdict before, Verdict after) {
    return before.and(after) != before;
  }

  /** The files with edits in their place; those that are read with others stand for themselves. */
  private static Map<SourceFile, InputFormat> with(
      Map<SourceFile, InputFormat> files, List<EditedFile> edited) {
    Map<String, EditedFile> byName = new LinkedHashMap<>();
    edited.forEach(one -> byName.put(one.file().name(), one));
    Map<SourceFile, InputFormat> all = new LinkedHashMap<>();
    files.forEach(
        (file, format) ->
            all.put(
                Optional.ofNullable(byName.remove(file.name())).map(FixJudging::read).orElse(file),
                format));
    files.values().stream()
        .filter(format -> format.id().equals(CloudFormationFormat.ID))
        .findFirst()
        .ifPresent(format -> byName.values().forEach(one -> all.put(read(one), format)));
    return all;
  }

  private static SourceFile read(EditedFile edited) {
    return SourceFile.ofText(edited.file().name(), edited.text());
  }
}
