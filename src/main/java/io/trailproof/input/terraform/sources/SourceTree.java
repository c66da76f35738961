package io.trailproof.input.terraform.sources;

import io.trailproof.graph.PlanSource;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Files of modules; closed, because a location means something to the tree that gave it only. */
public sealed interface SourceTree permits SourceFolder, PlanArchive {
  /** The location of the root module. */
  String ROOT = "";

  /** What it is, for users: the folder or the plan file, as it was named. */
  String name();

  /** What led to it. */
  PlanSource.From from();

  /** True if these are certainly the files that the plan was made from. */
  default boolean isPartOfPlan() {
    return from() == PlanSource.From.PLAN_FILE;
  }

  /** True if the user named it; what was only found must fit a plan better. */
  default boolean isNamed() {
    return from() != PlanSource.From.WORKING_FOLDER;
  }

  /**
   * The location of a module that another calls.
   *
   * @param caller the location of the module that calls it
   * @param source what the call says of its source, if that is a literal
   */
  Optional<String> called(String caller, String call, Optional<String> source);

  /** The same for one plan, which may read as much as any other, whatever these have read. */
  default SourceTree forOnePlan() {
    return this;
  }

  /** The files of a module, those that override others last; empty if there are none to be had. */
  List<SourceFile> files(String location, FileNames names);
}
