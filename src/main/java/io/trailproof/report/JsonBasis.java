package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.InputFile;
import io.trailproof.check.result.Tally;
import io.trailproof.diagnostic.Severity;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.control.Control;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a result in JSON says of the run as a whole: what decided, what was left out, how many. */
final class JsonBasis {
  private JsonBasis() {}

  /** What decides beside the inputs, and what was not judged, where there is such. */
  static void beside(CheckResult result, JsonGenerator json) throws IOException {
    basis(result, json);
    files(result.files(), json);
    leftOut(result, json);
  }

  /** What decides beside the inputs. */
  static void basis(CheckResult result, JsonGenerator json) throws IOException {
    CheckResult.Basis basis = result.basis();
    Optional<String> configuration = basis.configuration();
    if (configuration.isPresent()) {
      json.writeObjectFieldStart("configuration");
      json.writeStringField("file", configuration.get());
      json.writeBooleanField("foundByItself", basis.foundByItself());
      json.writeNumberField("declared", basis.declared());
      json.writeNumberField("accepted", basis.accepted());
      if (!basis.set().equals(CheckResult.RulesSet.NONE)) {
        json.writeNumberField("rulesOff", basis.set().off());
        json.writeNumberField("severities", basis.set().severities());
        json.writeNumberField("parameters", basis.set().parameters());
      }
      json.writeEndObject();
    }
    gate(result.gate(), json);
    if (!basis.controls().isEmpty()) {
      PrettyJson.strings("askedFor", basis.controls(), json);
    }
    if (!basis.stated().isEmpty()) {
      json.writeObjectFieldStart("stated");
      for (Map.Entry<String, String> pair : basis.stated().entrySet()) {
        json.writeStringField(pair.getKey(), pair.getValue());
      }
      json.writeEndObject();
    }
  }

  /** The bytes that were judged. */
  static void files(List<InputFile> files, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("files");
    for (InputFile file : files) {
      json.writeStartObject();
      json.writeStringField("path", file.path());
      json.writeStringField("kind", file.kind());
      json.writeNumberField("bytes", file.bytes());
      json.writeStringField("sha256", file.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What was found, and not judged, where there is such. */
  static void leftOut(CheckResult result, JsonGenerator json) throws IOException {
    CheckResult.LeftOut leftOut = result.leftOut();
    if (!leftOut.equals(CheckResult.LeftOut.NONE)) {
      json.writeObjectFieldStart("leftOut");
      json.writeNumberField("others", leftOut.others());
      json.writeNumberField("ignored", leftOut.ignored());
      json.writeEndObject();
    }
  }

  /** What a rule is about: its subject, the controls it serves, the links of its chain. */
  static void about(Rule rule, JsonGenerator json) throws IOException {
    if (rule.subject().isPresent()) {
      json.writeStringField("subject", rule.subject().get());
    }
    json.writeArrayFieldStart("controls");
    for (Control control : rule.controls()) {
      json.writeStartObject();
      JsonControl.fields(control, json);
      if (rule.asked().contains(control)) {
        json.writeBooleanField("asked", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("chain");
    links(rule.chain(), json);
    json.writeEndArray();
  }

  /** The links of a chain with the words for them, and for what stands there under others. */
  static void links(Chain chain, JsonGenerator json) throws IOException {
    for (ChainLink link : chain.links()) {
      json.writeStartObject();
      json.writeStringField("link", link.name());
      json.writeStringField("title", link.title());
      if (link.hasOtherTitles()) {
        json.writeObjectFieldStart("titles");
        for (int i = 0; i < link.types().size(); i++) {
          if (!link.titles().get(i).equals(link.title())) {
            json.writeStringField(link.types().get(i), link.titles().get(i));
          }
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
  }

  /** What makes the run fail. */
  static void gate(Gate gate, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("gate");
    json.writeStringField("failOn", gate.failOn().map(Severity::word).orElse("never"));
    json.writeStringField("unknown", gate.unknown().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("regression", gate.regression());
    json.writeEndObject();
  }

  /** Where a deployment is, as far as a configuration states it. */
  static void place(DeploymentResult deployment, JsonGenerator json) throws IOException {
    if (deployment.account().isPresent()) {
      json.writeStringField("account", deployment.account().get());
    }
    if (deployment.region().isPresent()) {
      json.writeStringField("region", deployment.region().get());
    }
  }

  /** How many rules have which verdict. */
  static void summary(Tally result, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("pass", result.count(Verdict.PASS));
    json.writeNumberField("fail", result.count(Verdict.FAIL));
    json.writeNumberField("unknown", result.count(Verdict.UNKNOWN));
    json.writeNumberField("notApplicable", result.notApplicable());
    json.writeNumberField("informational", result.informational());
    json.writeEndObject();
  }
}
