package io.trailproof.trace;

import io.trailproof.catalog.StandIns;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One record followed through a deployment.
 *
 * @param record the record
 * @param courses what becomes of it, for each way in which the deployment can turn out
 * @param outcome whether somebody is told
 */
public record RecordTrace(TracedRecord record, List<Course> courses, Truth outcome) {
  public RecordTrace {
    courses = List.copyOf(courses);
  }

  /**
   * What becomes of the record in one of the ways.
   *
   * @param when what makes it so; empty where nothing is open
   * @param steps where it begins: at trails, or at what may stand in for one
   */
  public record Course(String when, List<Hop> steps, Truth outcome) {
    public Course {
      steps = List.copyOf(steps);
    }
  }

  /** Follows a record through what some inputs come to. */
  public static RecordTrace of(TracedRecord record, DeploymentGraphs graphs, StandIns standIns) {
    List<Course> courses = new ArrayList<>();
    for (Hypothesis<ResourceGraph> one : graphs.hypotheses()) {
      List<String> when = one.when().stream().map(Hypothesis.Answer::words).toList();
      courses.add(course(String.join(" and ", when), record, one.then(), standIns));
    }
    if (courses.isEmpty()) {
      courses.add(course("", record, graphs.graph(), standIns));
    }
    Truth outcome = courses.get(0).outcome();
    for (Course course : courses) {
      outcome = outcome.agree(course.outcome());
    }
    return new RecordTrace(record, courses, outcome);
  }

  private static Course course(
      String when, TracedRecord record, ResourceGraph graph, StandIns standIns) {
    Surroundings around = new Surroundings(graph, standIns);
    Optional<Gap> total =
        graph.gaps().stream().filter(gap -> gap.extent() == Gap.Extent.EVERYTHING).findFirst();
    List<Hop> steps =
        total.isPresent()
            ? List.of(Hop.last("input", "", around.sayings().unknown(total.get().message())))
            : new Walk(around, record).fromTheTrails();
    Truth best = Truth.NO;
    for (Hop step : steps) {
      best = best.or(step.outcome());
    }
    return new Course(when, steps, best);
  }
}
