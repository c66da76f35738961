package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Resource;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.FindingPlace;
import io.trailproof.report.text.Located;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** One finding as a result in SARIF: where, what, and the chain walked step by step. */
final class SarifResult {
  /** Events that a message names. */
  private static final int MOST_EVENTS = 6;

  private SarifResult() {}

  /**
   * A finding and whose it is.
   *
   * @param index of its rule among those that the report lists
   */
  record Found(DeploymentResult deployment, RuleResult rule, Finding finding, int index) {}

  static void write(Found found, Gate gate, JsonGenerator json) throws IOException {
    Finding finding = found.finding();
    json.writeStartObject();
    json.writeStringField("ruleId", found.rule().rule().id());
    json.writeNumberField("ruleIndex", found.index());
    json.writeStringField(
        "level",
        gate.refuses(found.rule(), finding)
            ? SarifReport.level(finding.verdict(), finding.severity())
            : "warning");
    SarifReport.message(message(found), json);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    SarifReport.locationMembers(
        FindingPlace.of(found.deployment(), finding), Optional.empty(), json);
    if (!finding.address().isEmpty()) {
      json.writeArrayFieldStart("logicalLocations");
      json.writeStartObject();
      json.writeStringField("fullyQualifiedName", CleanText.line(finding.address()));
      json.writeStringField("kind", "resource");
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
    related(finding, json);
    chain(found, json);
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("trailproof/v1", Fingerprint.of(found.deployment(), finding));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeStringField("code", finding.code());
    json.writeStringField("verdict", finding.verdict().word());
    json.writeStringField("deployment", CleanText.line(found.deployment().name()));
    PrettyJson.strings("events", finding.events(), json);
    PrettyJson.strings("facts", finding.facts(), json);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The first sentence is the title of an alert. */
  private static String message(Found found) {
    Finding finding = found.finding();
    StringBuilder text = new StringBuilder(sentence(finding.message()));
    int all = found.rule().proofs().size();
    int some = finding.events().size();
    text.append(' ')
        .append(some == all ? "Concerns all " + all + " events" : "Concerns " + named(finding, all))
        .append('.');
    String asked = ControlWords.asked(found.rule().rule());
    if (!asked.isEmpty()) {
      text.append(" Asked ").append(linkless(CleanText.line(asked))).append('.');
    }
    for (String help : finding.help()) {
      text.append(" To do: ").append(linkless(CleanText.line(help))).append('.');
    }
    return text.toString();
  }

  private static String named(Finding finding, int all) {
    List<String> events = finding.events();
    List<String> first = events.subList(0, Math.min(MOST_EVENTS, events.size()));
    int more = events.size() - first.size();
    return events.size()
        + " of "
        + all
        + " events ("
        + String.join(", ", first)
        + (more > 0 ? " and " + more + " more" : "")
        + ")";
  }

  private static String sentence(String message) {
    String clean = linkless(CleanText.line(message));
    return clean.substring(0, 1).toUpperCase(Locale.ROOT) + clean.substring(1) + ".";
  }

  /** Brackets would make a link of what stands in them (SARIF 3.11.6). */
  private static String linkless(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private static void related(Finding finding, JsonGenerator json) throws IOException {
    if (finding.labels().size() < 2) {
      return;
    }
    json.writeArrayFieldStart("relatedLocations");
    int id = 1;
    for (Label label : finding.labels().subList(1, finding.labels().size())) {
      json.writeStartObject();
      json.writeNumberField("id", id);
      String words =
          label.text().isEmpty() ? "related place" : linkless(CleanText.line(label.text()));
      SarifReport.locationMembers(Located.of(label), Optional.of(words), json);
      json.writeEndObject();
      id++;
    }
    json.writeEndArray();
  }

  /** The path of the first event that the finding costs, as far as it leads. */
  private static void chain(Found found, JsonGenerator json) throws IOException {
    Optional<EventProof> proof =
        found.rule().proofs().stream()
            .filter(one -> found.finding().events().contains(one.event().name()))
            .findFirst();
    if (proof.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("codeFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("threadFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("locations");
    for (PathStep step : places(proof.get())) {
      json.writeStartObject();
      json.writeStringField(
          "importance", step.verdict() == Verdict.PASS ? "important" : "essential");
      json.writeFieldName("location");
      SarifReport.location(at(step, found.deployment()), Optional.of(words(step)), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** The steps, one for each resource in a row. */
  private static List<PathStep> places(EventProof proof) {
    List<PathStep> places = new ArrayList<>();
    for (PathStep step : proof.path().steps()) {
      int last = places.size() - 1;
      boolean again =
          last >= 0
              && step.resource().isPresent()
              && places.get(last).resource().equals(step.resource());
      if (!again) {
        places.add(step);
      } else if (step.verdict().compareTo(places.get(last).verdict()) < 0) {
        places.set(last, step);
      }
    }
    return places;
  }

  private static Located at(PathStep step, DeploymentResult deployment) {
    Optional<Resource> resource = step.resource().or(step::previous);
    return resource
        .filter(one -> one.span() != null)
        .map(one -> Located.of(Objects.requireNonNull(one.span())))
        .orElseGet(
            () ->
                Located.atStart(
                    step.input().isEmpty()
                        ? deployment.inputs().stream().findFirst().orElse(deployment.name())
                        : step.input()));
  }

  private static String words(PathStep step) {
    String title = step.resource().map(step.link()::title).orElse(step.link().title());
    String what =
        step.resource()
            .map(one -> title + " `" + linkless(CleanText.line(one.address())) + "`")
            .orElse("no " + title);
    return what
        + switch (step.verdict()) {
          case PASS -> " holds";
          case FAIL -> step.resource().isPresent() ? " breaks" : "";
          case UNKNOWN -> " is unknown";
        };
  }
}
