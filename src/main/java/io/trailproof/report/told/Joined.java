package io.trailproof.report.told;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.InputFile;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.diagnostic.SaidOnce;
import io.trailproof.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Results of the parts of a run, put together to what the run would have come to in one piece. What
 * decided must be the same for all of them; what was judged must not be twice.
 */
public final class Joined {
  private final List<ToldRun> runs;
  private final Map<List<Object>, String> deployments = new HashMap<>();
  private final Map<String, InputFile> files = new LinkedHashMap<>();
  private final Map<String, String> fileOf = new HashMap<>();

  private Joined(List<ToldRun> runs) {
    this.runs = runs;
  }

  /**
   * The whole result.
   *
   * @param runs in the order of their deployments
   * @param unread what is wrong with results that could not be read
   */
  public static Outcome<CheckResult> of(List<ToldRun> runs, List<Diagnostic> unread) {
    return runs.isEmpty() ? Outcome.of(CheckResult.of(unread)) : new Joined(runs).together(unread);
  }

  private Outcome<CheckResult> together(List<Diagnostic> unread) {
    for (ToldRun run : runs) {
      Optional<Diagnostic> conflict = conflict(runs.get(0), run).or(() -> taken(run));
      if (conflict.isPresent()) {
        return Outcome.failed(conflict.get());
      }
    }
    List<Diagnostic> diagnostics = new ArrayList<>(unread);
    SaidOnce said = new SaidOnce();
    int others = 0;
    int ignored = 0;
    List<DeploymentResult> all = new ArrayList<>();
    for (ToldRun run : runs) {
      all.addAll(run.result().deployments());
      run.result().diagnostics().stream().filter(said::isNew).forEach(diagnostics::add);
      others = sum(others, run.result().leftOut().others());
      ignored = sum(ignored, run.result().leftOut().ignored());
    }
    return Outcome.of(
        new CheckResult(
            all.size() == 1 || runs.size() == 1 ? all : all.stream().map(Joined::apart).toList(),
            diagnostics,
            runs.get(0).result().gate(),
            basis(),
            new CheckResult.LeftOut(others, ignored),
            new ArrayList<>(files.values())));
  }

  /** One that is the only one in its part has no name, and among others that of its first input. */
  private static DeploymentResult apart(DeploymentResult one) {
    return one.isDefault() && !one.inputs().isEmpty() ? one.called(one.inputs().get(0)) : one;
  }

  private static int sum(int one, int other) {
    return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
  }

  private static Optional<Diagnostic> conflict(ToldRun one, ToldRun other) {
    if (!one.version().equals(other.version())) {
      return Optional.of(
          ResultError.OTHER_VERSION.of(
              other.name(), one.name(), one.version(), other.name(), other.version()));
    }
    if (!one.result().gate().equals(other.result().gate())) {
      return Optional.of(
          ResultError.OTHER_GATE.of(
              other.name(),
              one.name(),
              words(one.result().gate()),
              other.name(),
              words(other.result().gate())));
    }
    String configuration = configuration(one.result().basis());
    String another = configuration(other.result().basis());
    return configuration.equals(another)
        ? Optional.empty()
        : Optional.of(
            ResultError.OTHER_CONFIGURATION.of(
                other.name(), one.name(), configuration, other.name(), another));
  }

  private static String words(Gate gate) {
    return "`--fail-on "
        + gate.failOn().map(Severity::word).orElse("never")
        + " --unknown "
        + ToldBasis.word(gate.unknown())
        + (gate.regression() ? " --gate regression" : "")
        + "`";
  }

  /** What a configuration is to all parts; how many findings it accepts is of each part. */
  private static String configuration(CheckResult.Basis basis) {
    return basis
        .configuration()
        .map(
            file ->
                "`"
                    + file
                    + "` ("
                    + basis.declared()
                    + " declared, "
                    + basis.set().off()
                    + " rules off, "
                    + basis.set().severities()
                    + " severities and "
                    + basis.set().parameters()
                    + " parameters set)")
        .orElse("none");
  }

  /** Takes in the deployments and files of a result, unless an earlier one stands against them. */
  private Optional<Diagnostic> taken(ToldRun run) {
    Map<List<Object>, String> own = new HashMap<>();
    for (DeploymentResult one : run.result().deployments()) {
      List<Object> key = List.of(one.name(), one.inputs());
      String earlier = deployments.get(key);
      if (earlier != null) {
        return Optional.of(ResultError.TWICE.of(run.name(), one.name(), earlier, run.name()));
      }
      own.put(key, run.name()); // several plans in one input are deployments of one name
    }
    deployments.putAll(own);
    for (InputFile file : run.result().files()) {
      InputFile earlier = files.putIfAbsent(file.path(), file);
      if (earlier != null && !earlier.equals(file)) {
        return Optional.of(
            ResultError.OTHER_BYTES.of(
                run.name(), file.path(), fileOf.getOrDefault(file.path(), ""), run.name()));
      }
      fileOf.putIfAbsent(file.path(), run.name());
    }
    return Optional.empty();
  }

  /** What decided for all parts, and what any of them was asked for or is said to be. */
  private CheckResult.Basis basis() {
    CheckResult.Basis first = runs.get(0).result().basis();
    boolean foundByItself = false;
    int accepted = 0;
    Set<String> controls = new LinkedHashSet<>();
    Map<String, Set<String>> stated = new LinkedHashMap<>();
    for (ToldRun run : runs) {
      CheckResult.Basis basis = run.result().basis();
      foundByItself |= basis.foundByItself();
      accepted = sum(accepted, basis.accepted());
      controls.addAll(basis.controls());
      basis
          .stated()
          .forEach(
              (key, value) -> stated.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(value));
    }
    Map<String, String> together = new LinkedHashMap<>();
    stated.forEach((key, values) -> together.put(key, String.join(", ", values)));
    return new CheckResult.Basis(
        first.configuration(),
        foundByItself,
        first.declared(),
        accepted,
        first.set(),
        List.copyOf(controls),
        together);
  }
}
