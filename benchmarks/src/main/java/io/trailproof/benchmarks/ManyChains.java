package io.trailproof.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A plan in which every resource matters: many chains, of which at most the middle one does it. */
public final class ManyChains {
  private ManyChains() {}

  /**
   * Writes the file named with as many chains as the second argument says; with {@code broken} as
   * the third, not even one watches the events of the rule.
   */
  public static void main(String[] arguments) throws IOException {
    boolean broken = arguments.length > 2 && arguments[2].equals("broken");
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), broken);
  }

  static void write(Path file, int chains, boolean broken) throws IOException {
    PlanWriter.write(
        file,
        () ->
            IntStream.range(0, chains)
                .boxed()
                .flatMap(
                    i ->
                        ChainRows.of(
                            "chain_" + i,
                            i == chains / 2 && !broken ? Chains.PATTERN : Chains.OTHER_PATTERN)));
  }
}
