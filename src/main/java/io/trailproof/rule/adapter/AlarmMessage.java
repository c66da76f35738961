package io.trailproof.rule.adapter;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an alarm publishes when it goes into ALARM, as far as the input tells (F186, table T10). */
public final class AlarmMessage {
  private static final Json LATER = new Json.Unknown("told by the message alone");

  /** Of other statistics nobody has recorded how they are written. */
  private static final Set<String> STATISTICS = Set.of("Sum", "Average", "Minimum", "Maximum");

  private final ResourceGraph graph;
  private final JsonAdapter values;
  private final Resource alarm;

  private AlarmMessage(ResourceGraph graph, Resource alarm) {
    this.graph = graph;
    this.values = new JsonAdapter(graph);
    this.alarm = alarm;
  }

  /**
   * The bodies that the message may have; several where it is not documented how something is
   * written.
   *
   * @param alarm the alarm whose action publishes; empty if the input does not show it
   */
  public static List<Json> of(ResourceGraph graph, Optional<Resource> alarm) {
    Optional<Resource> shown =
        alarm.filter(
            one ->
                one.existence() != Existence.UNSEEN
                    && one.existence() != Existence.NAMED
                    && one.existence() != Existence.EXISTING);
    return shown
        .map(one -> new AlarmMessage(graph, one).bodies())
        .orElseGet(() -> List.of(new Json.Obj(Map.of("NewStateValue", alarmed()), false)));
  }

  private static Json alarmed() {
    return new Json.Str("ALARM");
  }

  private List<Json> bodies() {
    boolean composite = alarm.type().equals("aws.cloudwatch.CompositeAlarm");
    Map<String, Json> body = new LinkedHashMap<>();
    body.put("AlarmName", text("name"));
    body.put("AlarmDescription", orNull("description"));
    body.put("AWSAccountId", values.given(alarm.place().account()));
    body.put("NewStateValue", alarmed());
    body.put("NewStateReason", LATER);
    body.put("StateChangeTime", LATER);
    body.put("AlarmArn", values.given(alarm.property("arn")));
    body.put("OldStateValue", composite ? LATER : before());
    body.put("OKActions", composite ? LATER : actions("okActions"));
    body.put("AlarmActions", actions("actions"));
    body.put("InsufficientDataActions", composite ? LATER : actions("insufficientDataActions"));
    body.put("ActionExecutedAfterMuteWindow", LATER);
    // F188: what alarms say of tags has not been recorded.
    body.put("Tags", LATER);
    body.put("AlarmTags", LATER);
    if (composite) {
      body.put("AlarmRule", text("rule"));
      body.put("TriggeringChildren", LATER);
    } else if (alarm.type().equals("aws.cloudwatch.LogAlarm")) {
      return List.of(ofLogAlarm(body));
    } else {
      body.put("AlarmConfigurationUpdatedTimestamp", LATER);
      body.put("Trigger", trigger());
    }
    List<String> names =
        graph.resolve(alarm.place().region()).asText().map(RegionNames::of).orElse(List.of());
    return names.isEmpty()
        ? List.of(with(body, LATER))
        : names.stream().map(name -> with(body, new Json.Str(name))).toList();
  }

  /** F231: what else the message of a log alarm holds has not been recorded. */
  private static Json ofLogAlarm(Map<String, Json> body) {
    Map<String, Json> told = new LinkedHashMap<>();
    for (String name : List.of("AlarmName", "AlarmDescription", "AWSAccountId", "NewStateValue")) {
      told.put(name, body.getOrDefault(name, LATER));
    }
    return new Json.Obj(told, false);
  }

  /** F238: how the tags that an alarm passes on are written is not documented. */
  private Json with(Map<String, Json> body, Json region) {
    Map<String, Json> all = new LinkedHashMap<>(body);
    all.put("Region", region);
    return new Json.Obj(all, alarm.property("tagsPropagation").isAbsent());
  }

  private Json text(String property) {
    return values.given(graph.property(alarm, property));
  }

  private Json orNull(String property) {
    Value value = graph.property(alarm, property);
    return value.isAbsent() ? Json.Null.NULL : values.given(value);
  }

  private Json actions(String property) {
    Value value = graph.property(alarm, property);
    return value.isAbsent() ? new Json.Arr(List.of()) : values.json(value);
  }

  private Json trigger() {
    Map<String, Json> trigger = new LinkedHashMap<>();
    trigger.put("Period", number("period"));
    trigger.put("EvaluationPeriods", number("evaluationPeriods"));
    if (!alarm.property("datapointsToAlarm").isAbsent()) {
      trigger.put("DatapointsToAlarm", number("datapointsToAlarm"));
    }
    trigger.put("ComparisonOperator", text("comparisonOperator"));
    trigger.put("Threshold", threshold());
    trigger.put("TreatMissingData", LATER);
    trigger.put("EvaluateLowSampleCountPercentile", LATER);
    Value metric = graph.property(alarm, "metricName");
    if (metric.isAbsent()) {
      trigger.put("Metrics", LATER);
      return new Json.Obj(trigger, false);
    }
    trigger.put("MetricName", values.given(metric));
    trigger.put("Namespace", text("namespace"));
    trigger.put("Unit", orNull("unit"));
    trigger.put("Dimensions", dimensions());
    Optional<String> statistic = graph.property(alarm, "statistic").asText();
    if (statistic.filter(STATISTICS::contains).isEmpty()) {
      return new Json.Obj(trigger, false);
    }
    trigger.put("StatisticType", new Json.Str("Statistic"));
    trigger.put("Statistic", new Json.Str(statistic.get().toUpperCase(Locale.ROOT)));
    return new Json.Obj(trigger);
  }

  private Json dimensions() {
    Value dimensions = graph.property(alarm, "dimensions");
    if (dimensions.isAbsent()) {
      return new Json.Arr(List.of());
    }
    if (!(dimensions instanceof Value.Fields all)) {
      return LATER;
    }
    List<Json> pairs = new ArrayList<>();
    all.fields()
        .forEach(
            (name, value) ->
                pairs.add(
                    new Json.Obj(
                        Map.of("value", values.given(value), "name", new Json.Str(name)))));
    return new Json.Arr(pairs);
  }

  private Json number(String property) {
    return graph.property(alarm, property).asText().<Json>map(Json.Num::new).orElse(LATER);
  }

  /** A whole number is written with one zero behind the point. */
  private Json threshold() {
    return graph
        .property(alarm, "threshold")
        .asText()
        .filter(text -> text.matches("-?[0-9]+"))
        .<Json>map(text -> new Json.Num(text + ".0"))
        .orElse(LATER);
  }

  /** The state that an alarm is in between two events, of one metric that its filter feeds. */
  private Json before() {
    Optional<String> missing = graph.property(alarm, "missingData").asText();
    if (missing.filter("notBreaching"::equals).isPresent()) {
      return new Json.Str("OK");
    }
    List<Resource> feeding =
        ResourceIndex.of(graph)
            .having("aws.logs.MetricFilter", "metricName", alarm.property("metricName"));
    boolean sparse =
        missing.filter("missing"::equals).isPresent()
            && feeding.size() == 1
            && feeding.get(0).property("defaultValue").isAbsent()
            && !alarm.property("metricName").isAbsent();
    return sparse ? new Json.Str("INSUFFICIENT_DATA") : LATER;
  }
}
