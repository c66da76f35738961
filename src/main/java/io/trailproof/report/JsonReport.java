package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.check.result.Acceptance;
import io.trailproof.check.result.Before;
import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Outlook;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.PlanSource;
import io.trailproof.report.text.Located;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The contract of {@code docs/result.schema.json}: every other format is a view of the same. */
final class JsonReport implements Reporter {
  private final String version;
  private final int exitCode;

  /** A report that states the version of the tool and the exit code of the run. */
  JsonReport(String version, int exitCode) {
    this.version = version;
    this.exitCode = exitCode;
  }

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    PrettyJson.write(out, json -> result(result, json));
  }

  private void result(CheckResult result, JsonGenerator json) throws IOException {
    json.writeStringField("format", Format.CONTRACT);
    tool(version, json);
    json.writeArrayFieldStart("deployments");
    for (DeploymentResult deployment : result.deployments()) {
      deployment(deployment, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("before");
    for (DeploymentResult deployment : result.deployments()) {
      before(deployment, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : result.diagnostics()) {
      diagnostic(diagnostic, json);
    }
    json.writeEndArray();
    JsonBasis.beside(result, json);
    JsonBasis.summary(result.tally(), json);
    json.writeNumberField("exitCode", exitCode);
  }

  static void tool(String version, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "trailproof");
    json.writeStringField("version", version);
    json.writeEndObject();
  }

  static void deployment(DeploymentResult deployment, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", deployment.name());
    PrettyJson.strings("inputs", deployment.inputs(), json);
    JsonBasis.place(deployment, json);
    sources(deployment.sources(), json);
    json.writeArrayFieldStart("rules");
    for (RuleResult rule : deployment.rules()) {
      rule(rule, deployment, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Where the Terraform files of each plan were read. */
  private static void sources(List<PlanSource> sources, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sources");
    for (PlanSource source : sources) {
      json.writeStartObject();
      json.writeStringField("input", source.input());
      json.writeStringField("from", source.from().word());
      if (!source.name().isEmpty()) {
        json.writeStringField("name", source.name());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rule(RuleResult rule, DeploymentResult deployment, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.rule().id());
    json.writeStringField("title", rule.rule().title());
    json.writeStringField("description", rule.rule().description());
    json.writeStringField("claim", rule.rule().claim());
    json.writeStringField("severity", rule.rule().severity().word());
    json.writeStringField("verdict", rule.word());
    JsonBasis.about(rule.rule(), json);
    JsonEvents events = new JsonEvents(rule, json);
    events.ways();
    events.all();
    events.accounts();
    json.writeArrayFieldStart("assumptions");
    for (Assumption assumption : rule.assumptions()) {
      json.writeStartObject();
      json.writeStringField("code", assumption.code());
      json.writeStringField("message", assumption.message());
      json.writeStringField("address", assumption.address());
      json.writeStringField("confirm", assumption.confirm());
      PrettyJson.strings("facts", assumption.facts(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    notes(rule.notes(), json);
    json.writeArrayFieldStart("findings");
    for (Finding finding : rule.findings()) {
      finding(finding, deployment.filesOf(finding), json);
    }
    json.writeEndArray();
    outlooks(rule, json);
    json.writeEndObject();
  }

  private static void outlooks(RuleResult rule, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("outlooks");
    for (Outlook outlook : rule.outlooks()) {
      json.writeStartObject();
      PrettyJson.strings("when", outlook.when(), json);
      json.writeStringField("verdict", outlook.verdict().word());
      PrettyJson.strings("broken", outlook.broken(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void notes(List<Note> notes, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("notes");
    for (Note note : notes) {
      json.writeStartObject();
      json.writeStringField("code", note.code());
      json.writeStringField("message", note.message());
      json.writeStringField("address", note.address());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What came of the rules before a plan, for plans that start from something. */
  static void before(DeploymentResult deployment, JsonGenerator json) throws IOException {
    for (RuleResult rule : deployment.rules()) {
      if (rule.before().isPresent()) {
        before(rule.before().get(), rule.rule(), deployment, json);
      }
    }
  }

  private static void before(
      Before before, Rule rule, DeploymentResult deployment, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("deployment", deployment.name());
    json.writeStringField("rule", rule.id());
    json.writeStringField("verdict", before.verdict().word());
    json.writeArrayFieldStart("events");
    for (int i = 0; i < before.events().size(); i++) {
      json.writeStartObject();
      json.writeStringField("event", rule.events().get(i).name());
      json.writeStringField("verdict", before.events().get(i).word());
      json.writeEndObject();
    }
    json.writeEndArray();
    PrettyJson.strings("lost", before.lost(), json);
    json.writeEndObject();
  }

  private static void finding(Finding finding, List<String> files, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("code", finding.code());
    json.writeStringField("link", finding.link());
    json.writeStringField("verdict", finding.verdict().word());
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("message", finding.message());
    json.writeStringField("address", finding.address());
    if (!finding.input().isEmpty()) {
      json.writeStringField("input", finding.input());
    }
    if (finding.labels().isEmpty() && !files.isEmpty()) {
      JsonPlace.of(Located.atStart(files.get(0)), json);
    } else {
      JsonPlace.of(finding.primary(), json);
    }
    JsonPlace.related(finding.labels(), json);
    JsonPlace.excerpt(finding.labels(), json);
    PrettyJson.strings("reasons", finding.reasons(), json);
    PrettyJson.strings("events", finding.events(), json);
    PrettyJson.strings("help", finding.help(), json);
    PrettyJson.strings("facts", finding.facts(), json);
    Optional<Acceptance> acceptance = finding.acceptance();
    if (acceptance.isPresent()) {
      json.writeObjectFieldStart("suppressed");
      json.writeStringField("reason", acceptance.get().reason());
      json.writeStringField("until", acceptance.get().until().toString());
      json.writeEndObject();
    } else {
      json.writeNullField("suppressed");
    }
    json.writeEndObject();
  }

  static void diagnostic(Diagnostic diagnostic, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", diagnostic.code());
    json.writeStringField("severity", diagnostic.severity().word());
    json.writeStringField("message", diagnostic.message());
    json.writeStringField("input", diagnostic.input());
    JsonPlace.of(Optional.ofNullable(diagnostic.primary()), json);
    json.writeArrayFieldStart("related");
    for (Label label : diagnostic.secondary()) {
      json.writeStartObject();
      JsonPlace.of(Optional.of(label), json);
      json.writeStringField("message", label.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonPlace.excerpt(diagnostic.labels(), json);
    PrettyJson.strings("help", diagnostic.help(), json);
    json.writeEndObject();
  }
}
