package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.JsonAdapter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Scheduled queries over a log group that an event rule hears of: whether what it hears tells that
 * something was found, no text says (F247).
 */
final class ScheduledQueries {
  private static final Json LATER = new Json.Unknown("told by the event alone");

  private final ResourceGraph graph;
  private final Resource group;

  private ScheduledQueries(Step step) {
    this.graph = step.graph();
    this.group = step.resource();
  }

  /** Unknown if somebody may be told that a query has run over the log group. */
  static Judgement judge(Step step) {
    return new ScheduledQueries(step).judge();
  }

  private Judgement judge() {
    BusHearers hearers = new BusHearers(graph, group.place());
    for (Resource query : graph.ofType("aws.logs.ScheduledQuery")) {
      if (mayRun(query) && mayRead(query)) {
        for (Resource rule : graph.ofType("aws.events.Rule")) {
          if (hearers.mayHear(rule, event()) && hearers.mayTell(rule)) {
            return may(query, rule);
          }
        }
      }
    }
    return Judgement.pass();
  }

  private static Judgement may(Resource query, Resource rule) {
    return Judgement.unknown(
        "no metric filter reads it, but scheduled query `"
            + query.address()
            + "` does, and event rule `"
            + rule.address()
            + "` hears of its runs and may tell somebody (F247)",
        Labels.at(rule.property("pattern"), rule));
  }

  private boolean mayRun(Resource query) {
    return !graph.property(query, "state").asText().equals(Optional.of("DISABLED"));
  }

  /** Without log groups of its own the text of a query chooses them. */
  private boolean mayRead(Resource query) {
    Value groups = graph.property(query, "logGroups");
    return groups.isAbsent() || graph.namesAny(groups, group) != Truth.NO;
  }

  /** Nothing but the service that sends it is known of it. */
  private Json event() {
    JsonAdapter values = new JsonAdapter(graph);
    Map<String, Json> all = new LinkedHashMap<>();
    all.put("version", new Json.Str("0"));
    all.put("id", new Json.Varies(true));
    all.put("time", new Json.Varies(true));
    all.put("source", new Json.Str("aws.logs"));
    all.put("detail-type", LATER);
    all.put("region", values.given(group.place().region()));
    all.put("account", values.given(group.place().account()));
    all.put("resources", LATER);
    all.put("detail", LATER);
    return new Json.Obj(all);
  }
}
