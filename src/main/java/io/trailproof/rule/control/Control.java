package io.trailproof.rule.control;

/**
 * A control of a framework that a rule serves.
 *
 * @param version empty for a framework that has none
 * @param id empty where a framework has one control without an id
 * @param source where the mapping is written
 * @param note what else is to be known of the mapping; may be empty
 */
public record Control(
    String framework,
    String version,
    String id,
    Tie relation,
    Certainty certainty,
    String source,
    String note) {

  /** Framework, version and id, as far as there are such. */
  public String words() {
    return (framework + " " + version).strip() + (id.isEmpty() ? "" : " " + id);
  }
}
