package io.trailproof.report.told;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.diagnostic.Severity;
import io.trailproof.document.BrokenJson;
import java.util.List;

/** What a result says of an input, or of what decides beside the inputs. */
final class ToldDiagnostic {
  private static final Severity[] SEVERITIES = {Severity.NOTE, Severity.ERROR};

  private ToldDiagnostic() {}

  static Diagnostic of(Members told) throws BrokenJson {
    List<Label> labels = ToldPlace.labels(told);
    return new Diagnostic(
        told.own("code"),
        told.oneOf("severity", SEVERITIES, Severity::word),
        told.said("message"),
        told.said("input"),
        labels.isEmpty() ? null : labels.get(0),
        labels.isEmpty() ? labels : labels.subList(1, labels.size()),
        told.texts("help"));
  }
}
