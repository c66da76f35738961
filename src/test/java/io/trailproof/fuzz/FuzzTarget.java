package io.trailproof.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * One thing that is read, changed in one way, with what must hold of it.
 *
 * @param name by which {@code -Dtrailproof.fuzz.target} finds it
 * @param cases that fit into {@code verify}
 */
record FuzzTarget(String name, int cases, Maker maker, Oracle oracle) {
  /** Makes a case; the same for the same numbers. */
  @FunctionalInterface
  interface Maker {
    Specimen make(Random random) throws IOException;
  }

  /** Looks at a case. */
  @FunctionalInterface
  interface Oracle {
    /**
     * What is wrong with it.
     *
     * @param folder in which its files may be written
     */
    Optional<Fault> fault(Specimen specimen, Path folder) throws IOException;
  }

  /** The numbers of a case, far from those of the next seed. */
  static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** One of several. */
  static <T> T any(Random random, java.util.List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
