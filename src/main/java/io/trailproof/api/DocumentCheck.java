package io.trailproof.api;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.Checker;
import io.trailproof.check.Disagreement;
import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.InputFile;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.diagnostic.SaidOnce;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.Clash;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.input.cloudformation.EmbeddedTemplates;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.input.opening.Grouping;
import io.trailproof.input.opening.Opener;
import io.trailproof.input.terraform.TerraformFormat;
import io.trailproof.rule.Rule;
import io.trailproof.source.ReadProgress;
import io.trailproof.source.SourceFile;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The check of one document, beside which there is nothing. */
final class DocumentCheck {
  private final Catalog catalog;
  private final List<Rule> rules;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  DocumentCheck(Catalog catalog, List<Rule> rules) {
    this.catalog = catalog;
    this.rules = rules;
  }

  /** What comes of it; it holds one deployment, or one for each of its plans. */
  CheckResult of(String name, byte[] content) {
    Opener opener =
        new Opener(
            List.of(
                TerraformFormat.alone(catalog, EmbeddedTemplates.alone(catalog)),
                CloudFormationFormat.alone(catalog)),
            InputStream.nullInputStream(),
            false,
            ReadProgress.NONE);
    opener.add(name, content);
    Grouping grouping = new Grouping(opener.files(), opener.diagnostics(), false);
    List<DeploymentFiles> deployments = grouping.each();
    diagnostics.addAll(opener.diagnostics());
    diagnostics.addAll(grouping.faults());
    saySamePlans(deployments);
    List<DeploymentResult> results = new ArrayList<>();
    deployments.forEach(one -> results.add(judged(one)));
    requireOne(deployments, results);
    return new CheckResult(
        results,
        diagnostics.stream().filter(new SaidOnce()::isNew).toList(),
        Gate.STRICT,
        CheckResult.Basis.INPUTS,
        CheckResult.LeftOut.NONE,
        files(deployments));
  }

  /** Plans in one document may be of yesterday and of today. */
  private void saySamePlans(List<DeploymentFiles> deployments) {
    if (deployments.size() < 2) {
      return;
    }
    List<SourceFile> files =
        deployments.stream().flatMap(one -> one.files().keySet().stream()).toList();
    InputFormat format = deployments.get(0).files().values().iterator().next();
    Outcome<List<Clash>> clashes =
        InternalFault.INPUT.guard(files.get(0).name(), () -> format.clashes(files));
    diagnostics.addAll(clashes.diagnostics());
    for (Clash clash : clashes.value().orElse(List.of())) {
      String other = clash.other().name();
      diagnostics.add(
          InputError.PLANNED_TWICE.of(other, clash.one().name(), other, clash.address()));
    }
  }

  /** Of several plans one at least must have a verdict; if none has, the first is to blame. */
  private void requireOne(List<DeploymentFiles> deployments, List<DeploymentResult> results) {
    if (deployments.isEmpty()
        || deployments.get(0).sharing().isEmpty()
        || results.stream().anyMatch(DeploymentResult::isJudged)) {
      return;
    }
    results.set(0, judged(deployments.get(0).required()));
  }

  /** What comes of a deployment; one on which we fail is one that nobody could read. */
  private DeploymentResult judged(DeploymentFiles deployment) {
    return confined(deployment, () -> judge(deployment))
        .or(() -> confined(deployment, () -> judge(deployment.unreadable())))
        .orElseGet(() -> result(deployment, Optional.empty(), List.of()))
        .of(deployment.inputs());
  }

  private <T> Optional<T> confined(DeploymentFiles deployment, Supplier<T> work) {
    Outcome<T> outcome = InternalFault.INPUT.guard(deployment.name(), work);
    diagnostics.addAll(outcome.diagnostics());
    return outcome.value();
  }

  private DeploymentResult judge(DeploymentFiles deployment) {
    Outcome<DeploymentGraphs> read =
        new DeploymentReader(catalog)
            .read(deployment.files(), deployment.unread(), ReadSettings.NONE);
    diagnostics.addAll(read.diagnostics());
    DeploymentGraphs graphs = read.value().orElseThrow();
    Checker checker = new Checker(catalog);
    boolean isRequired = deployment.isRequired();
    List<RuleResult> results =
        rules.stream().map(rule -> judge(checker, rule, graphs, isRequired)).toList();
    return result(
        deployment,
        Optional.of(graphs),
        Disagreement.noted(results, rule -> judge(checker, rule, graphs, isRequired)));
  }

  private static RuleResult judge(
      Checker checker, Rule asked, DeploymentGraphs graphs, boolean isRequired) {
    Rule rule = asked.letting(List.of());
    return isRequired || checker.isAbout(rule, graphs)
        ? checker.check(rule, graphs)
        : RuleResult.notApplicable(rule);
  }

  private static DeploymentResult result(
      DeploymentFiles deployment, Optional<DeploymentGraphs> graphs, List<RuleResult> results) {
    return new DeploymentResult(
        deployment.name(),
        deployment.inputs(),
        Optional.empty(),
        Optional.empty(),
        graphs.map(DeploymentGraphs::sources).orElse(List.of()),
        results);
  }

  private static List<InputFile> files(List<DeploymentFiles> deployments) {
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (DeploymentFiles deployment : deployments) {
      deployment
          .files()
          .forEach(
              (file, format) ->
                  files.computeIfAbsent(file.name(), any -> InputFile.of(file, format.id())));
    }
    return List.copyOf(files.values());
  }
}
