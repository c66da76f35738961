package io.trailproof.aws.insights;

import java.util.List;

/**
 * A field as a query names it: of a JSON record by its path (F233).
 *
 * @param name as written, without backticks, such as {@code userIdentity.type}
 */
public record QueryField(String name) {
  private static final String MESSAGE = "@message";

  /** True for the whole text of the record. */
  public boolean isMessage() {
    return name.equals(MESSAGE);
  }

  /**
   * True if it is a field of the record itself, by names alone: no field that the service adds, and
   * no element of a list.
   */
  public boolean isOfRecord() {
    return !name.startsWith("@")
        && path().stream().noneMatch(step -> step.isEmpty() || Character.isDigit(step.charAt(0)));
  }

  /** The names that lead to it, from the outermost. */
  public List<String> path() {
    return List.of(name.split("\\.", -1));
  }
}
