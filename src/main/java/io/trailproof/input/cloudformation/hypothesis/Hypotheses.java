package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.graph.Hypothesis;
import io.trailproof.input.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Splits a deployment along the questions that it leaves open, one at a time, until nothing that
 * matters is open: each way is then worked out as if its answers had been given.
 */
public final class Hypotheses {
  /** More ways than this are not told apart. */
  private static final int MOST = 32;

  /** More answers than this to get rid of all questions are given up. */
  private static final int DEEPEST = 16;

  private final Function<Assumptions, AssumedReading> reader;
  private final List<Hypothesis<Reading>> found = new ArrayList<>();

  private Hypotheses(Function<Assumptions, AssumedReading> reader) {
    this.reader = reader;
  }

  /**
   * All ways that a deployment can turn out; none if there is one only, or there are too many.
   *
   * @param reader reads the deployment under what is assumed
   * @param base what it read under no assumption
   */
  public static List<Hypothesis<Reading>> of(
      Function<Assumptions, AssumedReading> reader, AssumedReading base) {
    if (base.questions().isEmpty()) {
      return List.of();
    }
    Hypotheses all = new Hypotheses(reader);
    return all.split(base) ? all.found : List.of();
  }

  private boolean split(AssumedReading hypothesis) {
    if (hypothesis.assumptions().taken().size() == DEEPEST) {
      return false;
    }
    for (Assumptions.Clause answer : hypothesis.questions().get(0).answers()) {
      AssumedReading next = reader.apply(hypothesis.assumptions().with(answer));
      if (!next.questions().isEmpty()) {
        if (!split(next)) {
          return false;
        }
      } else if (found.size() == MOST) {
        return false;
      } else {
        found.add(new Hypothesis<>(next.assumptions().answers(), next.found(List.of())));
      }
    }
    return true;
  }
}
