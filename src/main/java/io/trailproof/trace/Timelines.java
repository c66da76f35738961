package io.trailproof.trace;

import io.trailproof.kleene.Truth;
import io.trailproof.report.html.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Traces for the page: a timeline for each record and deployment. */
public final class Timelines {
  /** Steps whose way onward was told. */
  private final Set<List<Hop>> told = Collections.newSetFromMap(new IdentityHashMap<>());

  private Timelines() {}

  /** The timelines of some records. */
  public static List<Timeline> of(List<TracedDeployments> records) {
    List<Timeline> all = new ArrayList<>();
    for (TracedDeployments traced : records) {
      for (TracedDeployments.Part part : traced.parts()) {
        all.add(new Timelines().of(traced, part));
      }
    }
    return all;
  }

  private Timeline of(TracedDeployments traced, TracedDeployments.Part part) {
    String where = traced.parts().size() > 1 ? " in " + part.deployment() : "";
    List<Timeline.Way> ways = new ArrayList<>();
    for (RecordTrace.Course course : part.trace().courses()) {
      told.clear();
      ways.add(new Timeline.Way(course.when(), steps(course.steps())));
    }
    Truth outcome = part.trace().outcome();
    return new Timeline(
        "A record of %s by %s%s, followed"
            .formatted(traced.record().event(), traced.record().source(), where),
        outcome,
        switch (outcome) {
          case YES -> "Somebody is told";
          case NO -> "Nobody is told";
          case UNKNOWN -> "Whether somebody is told cannot be told";
        },
        ways,
        part.rules().stream().map(rule -> rule.words(part.trace())).toList());
  }

  private List<Timeline.Step> steps(List<Hop> hops) {
    List<Timeline.Step> steps = new ArrayList<>();
    for (Hop hop : hops) {
      boolean isNew = hop.onward().isEmpty() || told.add(hop.onward());
      List<Timeline.Line> lines =
          hop.sayings().stream().map(one -> new Timeline.Line(one.passes(), one.text())).toList();
      steps.add(
          new Timeline.Step(
              hop.passes(),
              hop.kind(),
              hop.address(),
              lines,
              isNew ? steps(hop.onward()) : List.of(),
              !isNew));
    }
    return steps;
  }
}
