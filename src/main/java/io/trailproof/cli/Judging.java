package io.trailproof.cli;

import io.trailproof.check.Checker;
import io.trailproof.check.Disagreement;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.PlanSource;
import io.trailproof.input.Clash;
import io.trailproof.input.CommonNotes;
import io.trailproof.input.Declared;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.configuration.RuleSettings;
import io.trailproof.input.configuration.StatedDeployment;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.rule.Rule;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads deployments and judges each by its rules. */
final class Judging {
  private final Wiring wiring;
  private final CheckOptions options;
  private final Configuration configuration;
  private final RulesOfRun rules;
  private final Timings timings;
  private final CountingWays ways;
  private final CommonNotes notes = new CommonNotes();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Judging(
      Wiring wiring,
      CheckOptions options,
      Configuration configuration,
      RulesOfRun rules,
      Timings timings) {
    this.wiring = wiring;
    this.options = options;
    this.configuration = configuration;
    this.rules = rules;
    this.timings = timings;
    this.ways = new CountingWays(options.ways(), configuration);
  }

  /** What comes of some deployments; plans of the same addresses are never one. */
  List<DeploymentResult> judge(List<DeploymentFiles> deployments) {
    saySamePlans(deployments);
    List<DeploymentResult> results = new ArrayList<>();
    for (DeploymentFiles deployment : deployments) {
      confined(deployment, () -> apart(deployment, files(deployment)))
          .orElse(List.of(deployment))
          .forEach(one -> results.add(judged(one)));
    }
    requireOneOfEachFile(deployments, results);
    return results;
  }

  /** Of several plans in a file that was named, one at least must have a verdict. */
  private void requireOneOfEachFile(
      List<DeploymentFiles> deployments, List<DeploymentResult> results) {
    Map<String, List<DeploymentFiles>> shared = new LinkedHashMap<>();
    for (DeploymentFiles one : deployments) {
      one.sharing()
          .ifPresent(file -> shared.computeIfAbsent(file, any -> new ArrayList<>()).add(one));
    }
    for (List<DeploymentFiles> plans : shared.values()) {
      Set<String> names = new LinkedHashSet<>();
      plans.forEach(one -> names.add(one.name()));
      if (results.stream().noneMatch(one -> names.contains(one.name()) && one.isJudged())) {
        DeploymentFiles first = plans.get(0);
        results.replaceAll(one -> one.name().equals(first.name()) ? judged(first.required()) : one);
      }
    }
  }

  /** What comes of a deployment; one on which we fail is one that nobody could read. */
  private DeploymentResult judged(DeploymentFiles deployment) {
    return confined(deployment, () -> judge(deployment))
        .or(() -> confined(deployment, () -> judge(deployment.unreadable())))
        .orElseGet(() -> result(deployment, List.of(), List.of()))
        .of(deployment.inputs());
  }

  private <T> Optional<T> confined(DeploymentFiles deployment, Supplier<T> work) {
    Outcome<T> outcome =
        InternalFault.INPUT.guard(
            deployment.inputs().stream().findFirst().orElse(deployment.name()), work);
    diagnostics.addAll(outcome.diagnostics());
    return outcome.value();
  }

  /** What reading had to say. */
  List<Diagnostic> diagnostics() {
    return Stream.concat(diagnostics.stream(), notes.all().stream()).toList();
  }

  /** Plans side by side in one folder may be of yesterday and of today. */
  private void saySamePlans(List<DeploymentFiles> deployments) {
    Map<String, Map<SourceFile, InputFormat>> folders = new LinkedHashMap<>();
    deployments.stream()
        .filter(one -> one.stated().isEmpty() && one.files().size() == 1)
        .forEach(
            one ->
                one.files()
                    .forEach(
                        (file, format) ->
                            folders
                                .computeIfAbsent(folder(file), any -> new LinkedHashMap<>())
                                .put(file, format)));
    for (Map<SourceFile, InputFormat> files : folders.values()) {
      String first = files.keySet().iterator().next().name();
      diagnostics.addAll(InternalFault.INPUT.guard(first, () -> clashes(files)).diagnostics());
    }
  }

  private static String folder(SourceFile file) {
    return file.name().substring(0, file.name().lastIndexOf('/') + 1);
  }

  private List<DeploymentFiles> apart(
      DeploymentFiles deployment, Map<SourceFile, InputFormat> files) {
    Set<SourceFile> clashing = clashes(files);
    return clashing.isEmpty() ? List.of(deployment) : deployment.apart(List.copyOf(clashing));
  }

  /** The files that cannot be of one deployment with another of them; says so of each pair. */
  private Set<SourceFile> clashes(Map<SourceFile, InputFormat> files) {
    Map<InputFormat, List<SourceFile>> byFormat = new LinkedHashMap<>();
    files.forEach(
        (file, format) -> byFormat.computeIfAbsent(format, any -> new ArrayList<>()).add(file));
    Set<SourceFile> clashing = new LinkedHashSet<>();
    byFormat.forEach(
        (format, some) -> {
          for (Clash clash : format.clashes(some)) {
            clashing.add(clash.one());
            clashing.add(clash.other());
            diagnostics.add(
                InputError.PLANNED_TWICE.of(
                    clash.other().name(),
                    clash.one().name(),
                    clash.other().name(),
                    clash.address()));
          }
        });
    return clashing;
  }

  /** The files with the formats as the deployment has their options. */
  private Map<SourceFile, InputFormat> files(DeploymentFiles deployment) {
    if (deployment.stated().isEmpty()) {
      return deployment.files();
    }
    Outcome<List<InputFormat>> formats =
        wiring.formats(Wiring.given(options.given(), deployment.stated().get()));
    diagnostics.addAll(formats.diagnostics());
    Map<SourceFile, InputFormat> files = new LinkedHashMap<>();
    deployment
        .files()
        .forEach(
            (file, format) ->
                files.put(
                    file,
                    formats.value().orElseThrow().stream()
                        .filter(one -> one.id().equals(format.id()))
                        .findFirst()
                        .orElse(format)));
    return files;
  }

  private DeploymentResult judge(DeploymentFiles deployment) {
    long began = timings.now();
    Map<SourceFile, InputFormat> files = files(deployment);
    Outcome<DeploymentGraphs> graph =
        new DeploymentReader(wiring.catalog(), new Declared(configuration.declared()))
            .read(
                files,
                Stream.concat(deployment.unread().stream(), configuration.unread().stream())
                    .toList(),
                settings(deployment));
    diagnostics.addAll(notes.without(files.values(), graph.diagnostics()));
    Checker checker = new Checker(wiring.catalog(), options.strict());
    DeploymentGraphs read = startingFrom(files, deployment, graph.value().orElseThrow());
    timings.ended(Timings.Phase.READING, began);
    boolean isRequired = deployment.isRequired();
    List<RuleResult> results =
        asked(deployment).stream().map(rule -> judge(checker, rule, read, isRequired)).toList();
    DeploymentResult result =
        result(
            deployment,
            read.sources(),
            Disagreement.noted(results, rule -> judge(checker, rule, read, isRequired)));
    timings.doneWith(deployment.inputs(), began);
    return result;
  }

  private static DeploymentResult result(
      DeploymentFiles deployment, List<PlanSource> sources, List<RuleResult> results) {
    return new DeploymentResult(
        deployment.name(),
        deployment.inputs(),
        deployment.stated().flatMap(StatedDeployment::account),
        deployment.stated().flatMap(StatedDeployment::region),
        sources,
        results);
  }

  /** The graphs with what was there before, where a folder holds the inputs as they were. */
  private DeploymentGraphs startingFrom(
      Map<SourceFile, InputFormat> files, DeploymentFiles deployment, DeploymentGraphs read) {
    boolean fromNothing = options.gate().regression() && read.sources().size() == files.size();
    if (read.before().isPresent() || (options.before().isEmpty() && !fromNothing)) {
      return read;
    }
    Map<SourceFile, InputFormat> was = new LinkedHashMap<>();
    if (options.before().isPresent()) {
      Outcome<Map<SourceFile, InputFormat>> before =
          new FilesBefore(options.before().get()).of(files);
      diagnostics.addAll(before.diagnostics());
      was.putAll(before.value().orElseThrow());
    }
    Outcome<DeploymentGraphs> before =
        new DeploymentReader(wiring.catalog(), new Declared(configuration.declared()))
            .read(was, List.of(), settings(deployment));
    return read.after(before.value().orElseThrow().graph());
  }

  /** What a deployment states of its place goes before what the command line says of all. */
  private ReadSettings settings(DeploymentFiles deployment) {
    Optional<StatedDeployment> stated = deployment.stated();
    return new ReadSettings(
        stated.flatMap(StatedDeployment::region).or(() -> options.settings().region()),
        stated.flatMap(StatedDeployment::account).or(() -> options.settings().account()));
  }

  private List<Rule> asked(DeploymentFiles deployment) {
    return deployment.stated().map(rules::chosen).orElseGet(rules::chosen);
  }

  /** Of what a folder or a hook turns up, most is about something else. */
  private RuleResult judge(
      Checker checker, Rule asked, DeploymentGraphs graphs, boolean isRequired) {
    long began = timings.now();
    RuleResult result = judged(checker, asked, graphs, isRequired);
    timings.judged(asked.id(), began);
    return result;
  }

  private RuleResult judged(
      Checker checker, Rule asked, DeploymentGraphs graphs, boolean isRequired) {
    Rule rule = set(ways.of(asked));
    if (!isRequired && !checker.isAbout(rule, graphs)) {
      return RuleResult.notApplicable(rule);
    }
    RuleResult result = checker.check(rule, graphs);
    return ways.leftAside(asked).map(result::noting).orElse(result);
  }

  /** A rule as the configuration sets it. */
  private Rule set(Rule rule) {
    RuleSettings settings = configuration.settings(rule.id());
    return settings.severity().map(rule::of).orElse(rule).with(settings.parameters());
  }
}
