package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.check.result.AccountProofs;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.OtherWay;
import io.trailproof.check.result.PathStep;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Verdict;
import io.trailproof.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a result in JSON says of the events of a rule, and of the ways that they go. */
final class JsonEvents {
  private final RuleResult rule;
  private final JsonGenerator json;

  JsonEvents(RuleResult rule, JsonGenerator json) {
    this.rule = rule;
    this.json = json;
  }

  /** The ways that the rule may be met by: which count, and what the others would do. */
  void ways() throws IOException {
    json.writeObjectFieldStart("ways");
    json.writeStringField("asked", rule.rule().chain().way());
    PrettyJson.strings("counting", names(rule.rule().ways().counting()), json);
    PrettyJson.strings(
        "needed", rule.needing().stream().map(one -> one.chain().way()).distinct().toList(), json);
    json.writeArrayFieldStart("others");
    for (Chain way : rule.rule().ways().others()) {
      json.writeStartObject();
      json.writeStringField("way", way.way());
      json.writeNumberField("takes", count(way, Verdict.PASS));
      json.writeNumberField("may", count(way, Verdict.UNKNOWN));
      json.writeStringField("option", WayLines.option(List.of(way)));
      json.writeStringField("configuration", WayLines.configuration(rule, List.of(way)));
      PrettyJson.strings("settledBy", settledBy(way), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("chains");
    chain(rule.rule().chain(), json);
    for (Chain way : rule.rule().ways().besides()) {
      chain(way, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The words for a way; the links of the one that is asked for stand with the rule. */
  private void chain(Chain way, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("way", way.way());
    json.writeStringField("title", way.title());
    boolean isGone =
        rule.rule().ways().added().contains(way)
            || rule.otherWays().stream().anyMatch(one -> one.chain().equals(way));
    if (isGone) {
      json.writeArrayFieldStart("links");
      JsonBasis.links(way, json);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static List<String> names(List<Chain> ways) {
    return ways.stream().map(Chain::way).toList();
  }

  private List<String> settledBy(Chain way) {
    return rule.otherWays().stream()
        .filter(one -> one.chain().equals(way))
        .flatMap(one -> one.settledBy().stream())
        .toList();
  }

  private int count(Chain way, Verdict verdict) {
    return rule.otherWays().stream()
        .filter(one -> one.chain().equals(way))
        .mapToInt(one -> one.of(rule.proofs(), "", verdict).size())
        .sum();
  }

  /** Every event; of a deployment of several accounts, of the account that is worst off. */
  void all() throws IOException {
    events(rule.proofs(), "");
  }

  /** The events of each account, where there are several. */
  void accounts() throws IOException {
    if (rule.accounts().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("accounts");
    for (AccountProofs account : rule.accounts()) {
      json.writeStartObject();
      json.writeStringField("account", account.account());
      json.writeStringField("words", account.words());
      json.writeStringField("verdict", account.verdict().word());
      events(account.proofs(), account.account());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void events(List<EventProof> proofs, String account) throws IOException {
    json.writeArrayFieldStart("events");
    for (EventProof proof : proofs) {
      json.writeStartObject();
      json.writeStringField("event", proof.event().name());
      verdict(proof);
      broken(proof);
      if (proof.verdict() != Verdict.PASS) {
        otherWays(proof, account);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void otherWays(EventProof proof, String account) throws IOException {
    json.writeArrayFieldStart("otherWays");
    for (OtherWay way : rule.otherWays()) {
      json.writeStartObject();
      EventProof other = way.of(proof, account);
      verdict(other);
      broken(other);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void verdict(EventProof proof) throws IOException {
    json.writeStringField("verdict", proof.verdict().word());
    json.writeStringField("way", proof.chain().way());
    json.writeArrayFieldStart("path");
    for (PathStep step : proof.path().steps()) {
      json.writeStartObject();
      json.writeStringField("link", step.link().name());
      json.writeStringField("verdict", step.verdict().word());
      Optional<Resource> resource = step.resource();
      if (resource.isPresent()) {
        json.writeStringField("address", resource.get().address());
        JsonPlace.of(
            Optional.ofNullable(resource.get().span()).map(span -> new Label(span, "")), json);
      } else {
        json.writeNullField("address");
        json.writeNullField("location");
      }
      if (resource.isPresent()) {
        standing(resource.get(), json);
      }
      unmet(step, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What else is to be known of a resource on a path. */
  private static void standing(Resource resource, JsonGenerator json) throws IOException {
    json.writeStringField("type", resource.type());
    String input = resource.id().input();
    Span span = resource.span();
    if (!input.equals(span == null ? "" : span.file().name())) {
      json.writeStringField("input", input);
    }
    if (resource.existence() == Existence.DECLARED) {
      json.writeBooleanField("declared", true);
    }
  }

  /** The requirements that are not met at a step, or of which nobody can tell. */
  private static void unmet(PathStep step, JsonGenerator json) throws IOException {
    if (step.verdict() != Verdict.PASS) {
      PrettyJson.strings(
          "unmet",
          step.judged(step.verdict()).stream().map(one -> one.requirement().id()).toList(),
          json);
    }
  }

  private void broken(EventProof proof) throws IOException {
    Optional<PathStep> step = proof.path().broken();
    if (step.isEmpty()) {
      json.writeNullField("broken");
      return;
    }
    Judged judged = step.get().judged(proof.verdict()).get(0);
    json.writeObjectFieldStart("broken");
    json.writeStringField("link", step.get().link().name());
    json.writeStringField("requirement", judged.requirement().id());
    json.writeStringField("message", judged.judgement().why());
    json.writeEndObject();
  }
}
