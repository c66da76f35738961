package io.trailproof.cli;

import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.check.Checker;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.Declared;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.input.opening.Selection;
import io.trailproof.pattern.TriedRecord;
import io.trailproof.rule.Event;
import io.trailproof.rule.Rule;
import io.trailproof.source.Limits;
import io.trailproof.source.ReadProgress;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import io.trailproof.trace.PatternMatch;
import io.trailproof.trace.RecordTrace;
import io.trailproof.trace.TracedDeployments;
import io.trailproof.trace.TracedDeployments.Part;
import io.trailproof.trace.TracedDeployments.RuleBeside;
import io.trailproof.trace.TracedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of {@code trailproof trace}, from paths to traces. */
final class TraceRun {
  private static final String STANDARD_INPUT = "-";

  private final Wiring wiring;
  private final Terminal terminal;

  TraceRun(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  /** A record, and the line where it begins. */
  private record Found(long line, TracedRecord record) {}

  /** A deployment as it was read, and what a check by the rules makes of it. */
  private record Read(DeploymentFiles files, DeploymentGraphs graphs, List<RuleResult> checked) {}

  /**
   * What there is to report.
   *
   * @param checked each deployment as a check by the rules has it
   */
  record Followed(List<TracedDeployments> traces, List<DeploymentResult> checked) {}

  /**
   * Follows the records of a file through some inputs; without a value if one of them cannot be
   * read.
   *
   * @param rules of which those are checked that are about one of the records
   */
  Outcome<Followed> follow(
      String file,
      List<Rule> rules,
      Selection.Request inputs,
      List<InputFormat> formats,
      ReadSettings settings) {
    Outcome<List<Found>> records = records(file);
    if (records.value().isEmpty()) {
      return new Outcome<>(null, records.diagnostics());
    }
    List<Found> found = records.value().get();
    List<Rule> about =
        rules.stream()
            .filter(rule -> found.stream().anyMatch(one -> isAbout(rule, one.record())))
            .toList();
    Selection selection =
        Selection.of(
            inputs, List.of(), formats, terminal.in(), ReadProgress.NONE, wiring.threads());
    List<Diagnostic> faults = new ArrayList<>(selection.diagnostics());
    List<Read> read = new ArrayList<>();
    for (DeploymentFiles one : selection.deployments()) {
      Outcome<DeploymentGraphs> graphs =
          new DeploymentReader(wiring.catalog(), Declared.NONE)
              .read(one.files(), one.unread(), settings);
      faults.addAll(graphs.diagnostics());
      graphs.value().ifPresent(value -> read.add(new Read(one, value, checked(about, value))));
    }
    faults.removeIf(one -> !one.isError());
    return faults.isEmpty()
        ? Outcome.of(
            new Followed(
                found.stream().map(record -> traced(record, read)).toList(),
                read.stream().map(TraceRun::result).toList()))
        : new Outcome<>(null, faults);
  }

  private List<RuleResult> checked(List<Rule> rules, DeploymentGraphs graphs) {
    Checker checker = new Checker(wiring.catalog());
    return rules.stream().map(rule -> checker.check(rule, graphs)).toList();
  }

  private static DeploymentResult result(Read read) {
    return new DeploymentResult(
        read.files().name(),
        read.files().inputs(),
        Optional.empty(),
        Optional.empty(),
        read.graphs().sources(),
        read.checked());
  }

  private TracedDeployments traced(Found found, List<Read> deployments) {
    List<Part> parts = new ArrayList<>();
    for (Read one : deployments) {
      RecordTrace trace = RecordTrace.of(found.record(), one.graphs(), wiring.catalog().standIns());
      parts.add(
          new Part(one.files().name(), one.files().inputs(), trace, beside(found.record(), one)));
    }
    return new TracedDeployments(found.line(), found.record(), parts);
  }

  /** What a check says of the events that a record is one of. */
  private static List<RuleBeside> beside(TracedRecord record, Read read) {
    List<RuleBeside> beside = new ArrayList<>();
    for (RuleResult result : read.checked()) {
      for (EventProof proof : result.proofs()) {
        if (isOne(record, proof.event())) {
          beside.add(
              new RuleBeside(result.rule().id(), proof.event().name(), proof.verdict().word()));
        }
      }
    }
    return beside;
  }

  private static boolean isAbout(Rule rule, TracedRecord record) {
    return rule.events().stream().anyMatch(event -> isOne(record, event));
  }

  private static boolean isOne(TracedRecord record, Event event) {
    boolean isFailure = record.fields().members().containsKey("errorCode");
    return PatternMatch.of(event.asPattern(), record).matches().isYes()
        && !(isFailure && event.outcome() == CallOutcome.SUCCESS);
  }

  private Outcome<List<Found>> records(String name) {
    try {
      SourceFile file =
          name.equals(STANDARD_INPUT)
              ? SourceFile.read(name, terminal.in(), Limits.PATTERN_BYTES)
              : SourceFile.open(name);
      List<Found> found = new ArrayList<>();
      for (TriedRecord tried : TriedRecord.of(file)) {
        Optional<TracedRecord> record = TracedRecord.of(tried.message());
        if (record.isEmpty()) {
          return refused(InputError.NO_RECORD.of(name, tried.line()));
        }
        found.add(new Found(tried.line(), record.get()));
      }
      return found.isEmpty() ? refused(InputError.NO_RECORD.of(name, 1)) : Outcome.of(found);
    } catch (UnreadableSource e) {
      return refused(InputError.unreadable(name, e));
    } catch (IOException e) {
      return refused(InputError.BROKEN_OFF.of(name));
    }
  }

  private static <T> Outcome<T> refused(Diagnostic why) {
    return new Outcome<>(null, List.of(why));
  }
}
