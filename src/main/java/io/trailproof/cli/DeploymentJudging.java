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
import io.trailproof.input.Amendment;
import io.trailproof.input.Clash;
import io.trailproof.input.Declared;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
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

/**
 * Reads the files of one deployment and judges them by the rules. Nothing of it is shared, so that
 * several may be judged at once.
 */
final class DeploymentJudging {
  private final Judging.Ground ground;
  private final List<Judged.Said> said = new ArrayList<>();

  DeploymentJudging(Judging.Ground ground) {
    this.ground = ground;
  }

  /**
   * What comes of a deployment; plans of the same addresses are never one.
   *
   * @param unit one, or those of the plans that one file holds
   */
  Judged judge(List<DeploymentFiles> unit) {
    List<DeploymentResult> results = new ArrayList<>();
    for (DeploymentFiles deployment : unit) {
      confined(deployment, () -> apart(deployment, files(deployment)))
          .orElse(List.of(deployment))
          .forEach(one -> results.add(judged(one)));
    }
    requireOneOf(unit, results);
    return new Judged(unit, results, said);
  }

  /** What reading had to say. */
  List<Diagnostic> diagnostics() {
    return said.stream().flatMap(one -> one.diagnostics().stream()).toList();
  }

  /** The clashes of plans that are not of one deployment. */
  List<Judged.Said> clashing(Map<SourceFile, InputFormat> files) {
    String first = files.keySet().iterator().next().name();
    say(InternalFault.INPUT.guard(first, () -> clashes(files)).diagnostics());
    return said;
  }

  private void say(List<Diagnostic> diagnostics) {
    said.add(new Judged.Said(List.of(), diagnostics));
  }

  /** Of several plans in a file that was named, one at least must have a verdict. */
  private void requireOneOf(List<DeploymentFiles> unit, List<DeploymentResult> results) {
    DeploymentFiles first = unit.get(0);
    if (first.sharing().isEmpty() || results.stream().anyMatch(DeploymentResult::isJudged)) {
      return;
    }
    results.replaceAll(one -> one.name().equals(first.name()) ? judged(first.required()) : one);
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
    say(outcome.diagnostics());
    return outcome.value();
  }

  private List<DeploymentFiles> apart(
      DeploymentFiles deployment, Map<SourceFile, InputFormat> files) {
    Set<SourceFile> clashing = clashes(files);
    return clashing.isEmpty() ? List.of(deployment) : deployment.apart(List.copyOf(clashing));
  }

  /** The files that cannot be of one deployment with another of them; says so of each pair. */
  private Set<SourceFile> clashes(Map<SourceFile, InputFormat> files) {
    long began = ground.timings().now();
    Map<InputFormat, List<SourceFile>> byFormat = new LinkedHashMap<>();
    files.forEach(
        (file, format) -> byFormat.computeIfAbsent(format, any -> new ArrayList<>()).add(file));
    Set<SourceFile> clashing = new LinkedHashSet<>();
    byFormat.forEach(
        (format, some) -> {
          for (Clash clash : format.clashes(some)) {
            clashing.add(clash.one());
            clashing.add(clash.other());
            say(
                List.of(
                    InputError.PLANNED_TWICE.of(
                        clash.other().name(),
                        clash.one().name(),
                        clash.other().name(),
                        clash.address())));
          }
        });
    ground.timings().ended(Timings.Phase.READING, began);
    return clashing;
  }

  /** The files with the formats as the deployment has their ground.options(). */
  Map<SourceFile, InputFormat> files(DeploymentFiles deployment) {
    if (deployment.stated().isEmpty()) {
      return deployment.files();
    }
    Outcome<List<InputFormat>> formats =
        ground.wiring().formats(Wiring.given(ground.options().given(), deployment.stated().get()));
    say(formats.diagnostics());
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

  /** The rules that a deployment is asked for, as they are set. */
  List<Rule> rules(DeploymentFiles deployment) {
    return asked(deployment).stream().map(asked -> set(ground.ways().of(asked))).toList();
  }

  /** The graphs of some files of a deployment, with what is changed in memory. */
  Outcome<DeploymentGraphs> read(
      DeploymentFiles deployment, Map<SourceFile, InputFormat> files, Amendment amendment) {
    return new DeploymentReader(
            ground.wiring().catalog(), new Declared(ground.configuration().declared()), amendment)
        .read(
            files,
            Stream.concat(deployment.unread().stream(), ground.configuration().unread().stream())
                .toList(),
            settings(deployment));
  }

  private DeploymentResult judge(DeploymentFiles deployment) {
    long began = ground.timings().now();
    Map<SourceFile, InputFormat> files = files(deployment);
    Outcome<DeploymentGraphs> graph = read(deployment, files, Amendment.NONE);
    said.add(new Judged.Said(List.copyOf(files.values()), graph.diagnostics()));
    Checker checker = new Checker(ground.wiring().catalog(), ground.options().strict());
    DeploymentGraphs read = startingFrom(files, deployment, graph.value().orElseThrow());
    ground.timings().ended(Timings.Phase.READING, began);
    boolean isRequired = deployment.isRequired();
    List<RuleResult> results =
        asked(deployment).stream().map(rule -> judge(checker, rule, read, isRequired)).toList();
    DeploymentResult result =
        result(
            deployment,
            read.sources(),
            Disagreement.noted(results, rule -> judge(checker, rule, read, isRequired)));
    ground.timings().doneWith(deployment.inputs(), began);
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
    boolean fromNothing =
        ground.options().gate().regression() && read.sources().size() == files.size();
    if (read.before().isPresent() || (ground.options().before().isEmpty() && !fromNothing)) {
      return read;
    }
    Map<SourceFile, InputFormat> was = new LinkedHashMap<>();
    if (ground.options().before().isPresent()) {
      Outcome<Map<SourceFile, InputFormat>> before =
          new FilesBefore(ground.options().before().get()).of(files);
      say(before.diagnostics());
      was.putAll(before.value().orElseThrow());
    }
    Outcome<DeploymentGraphs> before =
        new DeploymentReader(
                ground.wiring().catalog(), new Declared(ground.configuration().declared()))
            .read(was, List.of(), settings(deployment));
    return read.after(before.value().orElseThrow().graph());
  }

  /** What a deployment states of its place goes before what the command line says of all. */
  private ReadSettings settings(DeploymentFiles deployment) {
    Optional<StatedDeployment> stated = deployment.stated();
    return new ReadSettings(
        stated.flatMap(StatedDeployment::region).or(() -> ground.options().settings().region()),
        stated.flatMap(StatedDeployment::account).or(() -> ground.options().settings().account()));
  }

  private List<Rule> asked(DeploymentFiles deployment) {
    return deployment.stated().map(ground.rules()::chosen).orElse(ground.chosen());
  }

  /** Of what a folder or a hook turns up, most is about something else. */
  private RuleResult judge(
      Checker checker, Rule asked, DeploymentGraphs graphs, boolean isRequired) {
    long began = ground.timings().now();
    RuleResult result = judged(checker, asked, graphs, isRequired);
    ground.timings().judged(asked.id(), began);
    return result;
  }

  private RuleResult judged(
      Checker checker, Rule asked, DeploymentGraphs graphs, boolean isRequired) {
    Rule rule = set(ground.ways().of(asked));
    if (!isRequired && !checker.isAbout(rule, graphs)) {
      return RuleResult.notApplicable(rule);
    }
    RuleResult result = checker.check(rule, graphs);
    return ground.ways().leftAside(asked).map(result::noting).orElse(result);
  }

  /** A rule as the configuration sets it. */
  private Rule set(Rule rule) {
    RuleSettings settings = ground.configuration().settings(rule.id());
    return settings.severity().map(rule::of).orElse(rule).with(settings.parameters());
  }
}
