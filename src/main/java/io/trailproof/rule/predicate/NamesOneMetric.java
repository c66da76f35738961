package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Map;

/**
 * An alarm has a metric of its own, by whose name an audit finds it: one of queries or of a learned
 * band is not among those that {@code MetricName} lists (F81, F83, F113).
 */
final class NamesOneMetric implements Predicate {
  @Override
  public String name() {
    return "names-one-metric";
  }

  @Override
  public String description() {
    return "the alarm names one metric of its own, and no queries";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource alarm = step.resource();
    Value queries = step.graph().property(alarm, "queries");
    Value metric = step.graph().property(alarm, "metricName");
    if (queries instanceof Value.Items) {
      return Judgement.fail("it reads its metric by a query", Labels.at(queries, alarm));
    }
    if (metric.isAbsent()) {
      return queries.isAbsent()
          ? Judgement.fail("it names no metric", Labels.at(metric, alarm))
          : Judgement.unknown(Shown.unknown(step, "queries", queries), queries, alarm);
    }
    return Judgement.pass();
  }
}
