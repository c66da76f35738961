package io.trailproof.graph;

import java.util.Locale;

/**
 * Where the Terraform files were read that a plan was made from.
 *
 * @param input the plan, as the user named it
 * @param from what led to the files
 * @param name what the files are in, in the words of a report; empty where none were read
 */
public record PlanSource(String input, From from, String name) {
  /** What leads to Terraform files. */
  public enum From {
    /** A plan file that the user named, which holds them. */
    PLAN_FILE,
    /** A folder that the user named. */
    FOLDER,
    /** The folder in which the program runs. */
    WORKING_FOLDER,
    /** Nothing: none were found that fit the plan. */
    NOWHERE,
    /** Nothing, as the user asked for. */
    REFUSED;

    /** As results spell it: {@code plan-file}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** True if files were read. */
  public boolean isRead() {
    return from != From.NOWHERE && from != From.REFUSED;
  }
}
