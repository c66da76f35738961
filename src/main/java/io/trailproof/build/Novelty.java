package io.trailproof.build;

/**
 * Something that a newer source has and the snapshots have not.
 *
 * @param kind {@code type}, {@code property}, {@code enum} or {@code limit}
 * @param where the type, and after a blank the path of the property
 * @param what the value or limit; empty for a type or property
 * @param line the line of the catalog that would classify it
 */
record Novelty(String kind, String where, String what, String line) {
  /** One line for people. */
  String words() {
    return "- " + kind + " `" + where + "`" + (what.isEmpty() ? "" : ": " + what) + "\n    " + line;
  }
}
