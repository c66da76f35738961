package io.trailproof.check.result;

import io.trailproof.diagnostic.Label;
import io.trailproof.diagnostic.Severity;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * One broken requirement at one resource, whatever number of events it costs.
 *
 * @param code rule id and requirement id: {@code iam-policy-changes/alarm-threshold}
 * @param verdict fail, or unknown where the input does not tell
 * @param address the resource, or the one that lacks a relation
 * @param labels where, the telling place first
 * @param reasons every distinct reason, in the order of the events; those that differ by the event
 *     alone are one
 * @param events the events that do not arrive because of it
 * @param acceptance the word of somebody who answers for it
 */
public record Finding(
    String code,
    String link,
    Verdict verdict,
    Severity severity,
    String message,
    String address,
    String input,
    List<Label> labels,
    List<String> reasons,
    List<String> events,
    List<String> help,
    List<String> facts,
    Optional<Acceptance> acceptance) {
  public Finding {
    labels = List.copyOf(labels);
    reasons = List.copyOf(reasons);
    events = List.copyOf(events);
    help = List.copyOf(help);
    facts = List.copyOf(facts);
  }

  /** The same, said of accounts. */
  public Finding in(String accounts) {
    return new Finding(
        code,
        link,
        verdict,
        severity,
        "in " + accounts + ", " + message,
        address,
        input,
        labels,
        reasons,
        events,
        help,
        facts,
        acceptance);
  }

  /** The same, as somebody answers for it. */
  public Finding accepted(Acceptance word) {
    return new Finding(
        code,
        link,
        verdict,
        severity,
        message,
        address,
        input,
        labels,
        reasons,
        events,
        help,
        facts,
        Optional.of(word));
  }

  /** True if somebody answers for it. */
  public boolean isAccepted() {
    return acceptance.isPresent();
  }

  /** The place that tells most. */
  public Optional<Label> primary() {
    return labels.stream().findFirst();
  }
}
