package io.trailproof.fuzz;

import java.util.regex.Pattern;

/**
 * What a run of the fuzz is told by system properties.
 *
 * @param seed of the first case; the next has the next
 * @param cases of each target; 0 for the few that fit into {@code verify}
 * @param minutes for all targets together; 0 if cases are counted
 * @param only which targets run
 * @param cpuSeconds that one case may take; 0 if nobody asks, as a busy machine tells nothing
 */
record FuzzSettings(long seed, int cases, int minutes, Pattern only, int cpuSeconds) {
  /** {@code -Dtrailproof.fuzz.seed}, {@code .cases}, {@code .minutes}, {@code .target} (regex). */
  static FuzzSettings read() {
    int cases = Integer.getInteger("trailproof.fuzz.cases", 0);
    int minutes = Integer.getInteger("trailproof.fuzz.minutes", 0);
    boolean byHand = cases > 0 || minutes > 0;
    return new FuzzSettings(
        Long.getLong("trailproof.fuzz.seed", 2026L),
        cases,
        minutes,
        Pattern.compile(System.getProperty("trailproof.fuzz.target", ".*")),
        Integer.getInteger("trailproof.fuzz.cpu", byHand ? 20 : 0));
  }

  /** True if somebody waits for it, so that it says where it is. */
  boolean isByHand() {
    return cpuSeconds > 0;
  }
}
