package io.trailproof.input;

import io.trailproof.graph.Gap;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.PlanSource;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.input.identity.Course;
import java.util.List;
import java.util.Optional;

/**
 * What a format found in its files.
 *
 * @param resources everything that may be there; what is not certain says so itself
 * @param course what a run does to these, and what it takes away
 * @param gaps what the files certainly do not show
 * @param before what is there before a plan is applied, if the file tells
 * @param hypotheses every way in which the files can turn out, each without the doubts of the
 *     others; empty where there is only one, or where there are too many to tell apart
 * @param premises what some resources rest on that the files do not show
 * @param sources where the Terraform files of plans were read
 */
public record Reading(
    List<Resource> resources,
    Course course,
    Optional<List<Resource>> before,
    List<Gap> gaps,
    List<Hypothesis<Reading>> hypotheses,
    Premises premises,
    List<PlanSource> sources) {
  public Reading {
    resources = List.copyOf(resources);
    gaps = List.copyOf(gaps);
    hypotheses = List.copyOf(hypotheses);
    sources = List.copyOf(sources);
  }

  /** A reading without sources. */
  public Reading(
      List<Resource> resources,
      Course course,
      Optional<List<Resource>> before,
      List<Gap> gaps,
      List<Hypothesis<Reading>> hypotheses,
      Premises premises) {
    this(resources, course, before, gaps, hypotheses, premises, List.of());
  }

  /** A reading that rests on nothing but its files. */
  public Reading(
      List<Resource> resources,
      Course course,
      Optional<List<Resource>> before,
      List<Gap> gaps,
      List<Hypothesis<Reading>> hypotheses) {
    this(resources, course, before, gaps, hypotheses, Premises.NONE);
  }
}
