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
import io.trailproof.report.text.Located;
import io.trailproof.report.text.RelativeUri;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SARIF 2.1.0 as GitHub's code scanning takes it in.
 *
 * <p>One result for each finding of the rules that count; no passes, which would become alerts. All
 * rules that ran are listed, so that alerts close when nothing is found any more. Every result has
 * one physical location, or GitHub refuses the whole file (github/codeql-action#2459). With an
 * input that could not be read the run is no success, and old alerts stay.
 *
 * <p>Source: OASIS SARIF 2.1.0; docs.github.com, "SARIF support for code scanning".
 */
final class SarifReport implements Reporter {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final String version;
  private final int exitCode;

  /** A report that states the version of the tool and the exit code of the run. */
  SarifReport(String version, int exitCode) {
    this.version = version;
    this.exitCode = exitCode;
  }

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    PrettyJson.write(
        out,
        json -> {
          json.writeStringField("$schema", SCHEMA);
          json.writeStringField("version", "2.1.0");
          json.writeArrayFieldStart("runs");
          json.writeStartObject();
          run(result, json);
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  private void run(CheckResult result, JsonGenerator json) throws IOException {
    List<Rule> rules = rules(result);
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "trailproof");
    json.writeStringField("version", version);
    json.writeArrayFieldStart("rules");
    for (Rule rule : rules) {
      rule(rule, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    invocation(result, json);
    json.writeStringField("columnKind", "unicodeCodePoints");
    json.writeArrayFieldStart("results");
    for (DeploymentResult deployment : result.readable()) {
      for (RuleResult rule : deployment.rules()) {
        if (!result.informs(rule)) {
          for (Finding finding : rule.findings()) {
            if (finding.isAccepted()) {
              continue; // GitHub would open an alert: it knows no suppressed results
            }
            SarifResult.write(
                new SarifResult.Found(deployment, rule, finding, index(rules, rule.rule())),
                result.gate(),
                json);
          }
        }
      }
    }
    json.writeEndArray();
  }

  /** All rules that ran, each once. */
  private static List<Rule> rules(CheckResult result) {
    List<Rule> rules = new ArrayList<>();
    for (DeploymentResult deployment : result.deployments()) {
      for (RuleResult rule : deployment.rules()) {
        if (!result.informs(rule) && index(rules, rule.rule()) < 0) {
          rules.add(rule.rule());
        }
      }
    }
    return rules;
  }

  /** A rule is the same for whatever controls deployments ask for it. */
  private static int index(List<Rule> rules, Rule rule) {
    return rules.stream().map(Rule::id).toList().indexOf(rule.id());
  }

  private static void rule(Rule rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    text("shortDescription", rule.title(), json);
    text("fullDescription", rule.description().strip(), json);
    text(
        "help",
        "Each result names the first link of the chain that breaks, and what to do."
            + ControlWords.sentence(rule.controls()),
        json);
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(Verdict.FAIL, rule.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeStringField("security-severity", score(rule.severity()));
    PrettyJson.strings("tags", List.of("security", "monitoring"), json);
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * How much of 10, as GitHub names what it shows: above 9 critical, from 7 high, from 4 medium.
   */
  private static String score(Severity severity) {
    return switch (severity) {
      case NOTE -> "1.0";
      case LOW -> "3.0";
      case MEDIUM -> "5.5";
      case HIGH -> "8.0";
      case CRITICAL, ERROR -> "9.5";
    };
  }

  static String level(Verdict verdict, Severity severity) {
    if (verdict == Verdict.UNKNOWN) {
      return "warning";
    }
    return switch (severity) {
      case NOTE -> "note";
      case LOW -> "warning";
      case MEDIUM, HIGH, CRITICAL, ERROR -> "error";
    };
  }

  private void invocation(CheckResult result, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", !result.hasUnreadable());
    json.writeNumberField("exitCode", exitCode);
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Diagnostic diagnostic : result.diagnostics()) {
      json.writeStartObject();
      json.writeStringField("level", diagnostic.isError() ? "error" : "warning");
      message(CleanText.line(diagnostic.message()), json);
      json.writeArrayFieldStart("locations");
      location(
          Optional.ofNullable(diagnostic.primary())
              .map(Located::of)
              .orElse(Located.atStart(diagnostic.input())),
          Optional.empty(),
          json);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** A location object; with words of its own where it is one of several. */
  static void location(Located at, Optional<String> message, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    locationMembers(at, message, json);
    json.writeEndObject();
  }

  static void locationMembers(Located at, Optional<String> message, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", RelativeUri.of(at.path()));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", at.line());
    json.writeNumberField("startColumn", at.column());
    json.writeNumberField("endLine", at.endLine());
    json.writeNumberField("endColumn", at.endColumn());
    json.writeEndObject();
    json.writeEndObject();
    if (message.isPresent()) {
      message(message.get(), json);
    }
  }

  static void message(String text, JsonGenerator json) throws IOException {
    text("message", text, json);
  }

  private static void text(String field, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
