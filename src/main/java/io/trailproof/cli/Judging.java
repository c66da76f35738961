package io.trailproof.cli;

import io.trailproof.check.result.DeploymentResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.CommonNotes;
import io.trailproof.input.InputFormat;
import io.trailproof.input.configuration.Configuration;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.remedy.Wishes;
import io.trailproof.rule.Rule;
import io.trailproof.sequence.SideBySide;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Judges deployments, several at once; what comes of them comes in their order. */
final class Judging {
  private final Ground ground;
  private final CommonNotes notes = new CommonNotes();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * What every deployment is judged by.
   *
   * @param chosen the rules where a deployment states none
   */
  record Ground(
      Wiring wiring,
      CheckOptions options,
      Configuration configuration,
      RulesOfRun rules,
      List<Rule> chosen,
      CountingWays ways,
      Timings timings) {}

  Judging(
      Wiring wiring,
      CheckOptions options,
      Configuration configuration,
      RulesOfRun rules,
      Timings timings) {
    this.ground =
        new Ground(
            wiring,
            options,
            configuration,
            rules,
            rules.chosen(),
            new CountingWays(options.ways(), configuration),
            timings);
  }

  /** What comes of some deployments. */
  List<DeploymentResult> judge(List<DeploymentFiles> deployments) {
    List<DeploymentResult> results = new ArrayList<>();
    try (SideBySide<List<DeploymentFiles>, Judged> work =
        sideBySide(judged -> results.addAll(taken(judged)))) {
      add(deployments, work);
      work.finish();
    }
    return results;
  }

  /**
   * Judges what is handed to it.
   *
   * @param results takes what comes of each, on the thread that hands it over
   */
  SideBySide<List<DeploymentFiles>, Judged> sideBySide(Consumer<Judged> results) {
    return new SideBySide<>(
        unit -> new DeploymentJudging(ground).judge(unit), results, ground.wiring().threads());
  }

  /** Hands deployments over; those of the plans of one file together. */
  void add(List<DeploymentFiles> deployments, SideBySide<List<DeploymentFiles>, Judged> work) {
    saySamePlans(deployments);
    List<DeploymentFiles> unit = new ArrayList<>();
    for (DeploymentFiles one : deployments) {
      if (!unit.isEmpty()
          && !(one.sharing().isPresent() && one.sharing().equals(unit.get(0).sharing()))) {
        work.add(List.copyOf(unit));
        unit.clear();
      }
      unit.add(one);
    }
    if (!unit.isEmpty()) {
      work.add(List.copyOf(unit));
    }
  }

  /** The results of what was judged, whose diagnostics are taken in. */
  List<DeploymentResult> taken(Judged judged) {
    judged.said().forEach(this::take);
    return judged.results();
  }

  private void take(Judged.Said said) {
    diagnostics.addAll(
        said.formats().isEmpty()
            ? said.diagnostics()
            : notes.without(said.formats(), said.diagnostics()));
  }

  /** What can be done for what fails in a deployment. */
  Fixes fix(DeploymentFiles deployment, Wishes wishes) {
    return new FixJudging(ground).fix(deployment, wishes);
  }

  /** What reading had to say. */
  List<Diagnostic> diagnostics() {
    return Stream.concat(diagnostics.stream(), notes.all().stream()).toList();
  }

  /** What it had to say since this was last asked, but for what holds only if all say it. */
  List<Diagnostic> newDiagnostics() {
    List<Diagnostic> since = List.copyOf(diagnostics);
    diagnostics.clear();
    return since;
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
      if (files.size() > 1) {
        new DeploymentJudging(ground).clashing(files).forEach(this::take);
      }
    }
  }

  private static String folder(SourceFile file) {
    return file.name().substring(0, file.name().lastIndexOf('/') + 1);
  }
}
