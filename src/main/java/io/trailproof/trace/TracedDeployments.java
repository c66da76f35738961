package io.trailproof.trace;

import io.trailproof.kleene.Truth;
import java.util.List;

/**
 * What becomes of one record in all deployments that were looked at.
 *
 * @param line where it begins in its file
 */
public record TracedDeployments(long line, TracedRecord record, List<Part> parts) {
  public TracedDeployments {
    parts = List.copyOf(parts);
  }

  /** What becomes of it in one of them, beside what rules say of its event. */
  public record Part(
      String deployment, List<String> inputs, RecordTrace trace, List<RuleBeside> rules) {
    public Part {
      inputs = List.copyOf(inputs);
      rules = List.copyOf(rules);
    }
  }

  /**
   * What a check says of the event that the record is one of.
   *
   * @param verdict {@code pass}, {@code fail} or {@code unknown}
   */
  public record RuleBeside(String rule, String event, String verdict) {
    /** False if the event is proven and the record is stopped: then one of us is wrong. */
    public boolean agrees(RecordTrace trace) {
      return !verdict.equals("pass") || !trace.outcome().isNo();
    }

    String words(RecordTrace trace) {
      return "rule `%s` says of %s: %s%s"
          .formatted(
              rule,
              event,
              verdict,
              agrees(trace) ? "" : ", which contradicts this: please report it");
    }
  }

  /** Whether somebody is told by way of one of them. */
  public Truth outcome() {
    Truth best = Truth.NO;
    for (Part part : parts) {
      best = best.or(part.trace().outcome());
    }
    return best;
  }
}
