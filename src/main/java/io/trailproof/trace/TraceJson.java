package io.trailproof.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.kleene.Truth;
import io.trailproof.report.PrettyJson;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Traces for machines. */
public final class TraceJson {
  private static final String FORMAT = "trailproof-trace/1";

  /** Steps whose way onward was written. */
  private final Set<List<Hop>> written = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Writes some traces. */
  public static void write(List<TracedDeployments> records, Appendable out) throws IOException {
    TraceJson traces = new TraceJson();
    PrettyJson.write(
        out,
        json -> {
          json.writeStringField("format", FORMAT);
          json.writeArrayFieldStart("records");
          for (TracedDeployments one : records) {
            traces.record(one, json);
          }
          json.writeEndArray();
        });
  }

  private void record(TracedDeployments traced, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", traced.line());
    json.writeStringField("event", traced.record().event());
    json.writeStringField("source", traced.record().source());
    json.writeStringField("outcome", told(traced.outcome()));
    json.writeArrayFieldStart("deployments");
    for (TracedDeployments.Part part : traced.parts()) {
      json.writeStartObject();
      json.writeStringField("name", part.deployment());
      PrettyJson.strings("inputs", part.inputs(), json);
      json.writeStringField("outcome", told(part.trace().outcome()));
      json.writeArrayFieldStart("ways");
      for (RecordTrace.Course course : part.trace().courses()) {
        json.writeStartObject();
        json.writeStringField("when", course.when());
        json.writeStringField("outcome", told(course.outcome()));
        written.clear();
        steps("steps", course.steps(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("rules");
      for (TracedDeployments.RuleBeside rule : part.rules()) {
        json.writeStartObject();
        json.writeStringField("rule", rule.rule());
        json.writeStringField("event", rule.event());
        json.writeStringField("verdict", rule.verdict());
        json.writeBooleanField("agrees", rule.agrees(part.trace()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What follows a step that several lead to stands at the first of them. */
  private void steps(String name, List<Hop> steps, JsonGenerator json) throws IOException {
    boolean isNew = steps.isEmpty() || written.add(steps);
    json.writeArrayFieldStart(name);
    for (Hop hop : isNew ? steps : List.<Hop>of()) {
      json.writeStartObject();
      json.writeStringField("kind", hop.kind());
      json.writeStringField("address", hop.address());
      json.writeStringField("passes", passes(hop.passes()));
      json.writeStringField("outcome", told(hop.outcome()));
      json.writeArrayFieldStart("says");
      for (Saying saying : hop.sayings()) {
        json.writeStartObject();
        json.writeStringField("passes", passes(saying.passes()));
        json.writeStringField("text", saying.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      steps("onward", hop.onward(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!isNew) {
      json.writeBooleanField("onwardAbove", true);
    }
  }

  private static String passes(Truth truth) {
    return switch (truth) {
      case YES -> "passed";
      case NO -> "stopped";
      case UNKNOWN -> "unknown";
    };
  }

  private static String told(Truth truth) {
    return truth.isYes() ? "told" : passes(truth);
  }
}
