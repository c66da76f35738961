package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Severity;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.FindingPlace;
import io.trailproof.report.text.Located;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A GitLab Code Quality report: an entry for each finding of the rules that count, and for each
 * input that could not be read.
 *
 * <p>Source: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format": fingerprints
 * are unique, paths have no leading {@code ./}, lines begin at 1.
 */
final class GitlabReport implements Reporter {
  private final Set<String> fingerprints = new HashSet<>();

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    fingerprints.clear();
    PrettyJson.writeList(out, json -> entries(result, json));
  }

  private void entries(CheckResult result, JsonGenerator json) throws IOException {
    for (Diagnostic diagnostic : result.diagnostics()) {
      if (diagnostic.isError()) {
        unreadable(diagnostic, json);
      }
    }
    for (DeploymentResult deployment : result.readable()) {
      for (RuleResult rule : deployment.rules()) {
        if (!result.informs(rule)) {
          for (Finding finding : rule.findings()) {
            finding(deployment, rule, finding, json);
          }
        }
      }
    }
  }

  private void unreadable(Diagnostic diagnostic, JsonGenerator json) throws IOException {
    Located at =
        Optional.ofNullable(diagnostic.primary())
            .map(Located::of)
            .orElse(Located.atStart(diagnostic.input()));
    entry(
        diagnostic.message(),
        diagnostic.code(),
        Fingerprint.of(diagnostic.code(), diagnostic.input(), diagnostic.message()),
        "blocker",
        at,
        json);
  }

  private void finding(
      DeploymentResult deployment, RuleResult rule, Finding finding, JsonGenerator json)
      throws IOException {
    String asked = ControlWords.asked(rule.rule());
    String accepted =
        finding.acceptance().map(word -> " (accepted until " + word.until() + ")").orElse("");
    String help = finding.help().isEmpty() ? "" : ". To do: " + finding.help().get(0);
    entry(
        finding.message() + (asked.isEmpty() ? "" : ", " + asked) + accepted + help,
        finding.code(),
        Fingerprint.of(deployment, finding),
        finding.isAccepted() ? "info" : severity(finding.severity()),
        FindingPlace.of(deployment, finding),
        json);
  }

  private void entry(
      String description,
      String check,
      String fingerprint,
      String severity,
      Located at,
      JsonGenerator json)
      throws IOException {
    String unique = fingerprint;
    for (int again = 2; !fingerprints.add(unique); again++) {
      unique = Fingerprint.of(fingerprint, Integer.toString(again));
    }
    json.writeStartObject();
    json.writeStringField("description", CleanText.line(description));
    json.writeStringField("check_name", check);
    json.writeStringField("fingerprint", unique);
    json.writeStringField("severity", severity);
    json.writeObjectFieldStart("location");
    json.writeStringField("path", at.path());
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", at.line());
    json.writeNumberField("end", Math.max(at.line(), at.endLine()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case NOTE -> "info";
      case LOW -> "minor";
      case MEDIUM -> "major";
      case HIGH -> "critical";
      case CRITICAL, ERROR -> "blocker";
    };
  }
}
