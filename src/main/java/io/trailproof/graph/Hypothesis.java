package io.trailproof.graph;

import java.util.List;
import java.util.Optional;

/**
 * One way in which things may be, where inputs leave something open.
 *
 * @param when what makes it so
 * @param then what there is in that case
 */
public record Hypothesis<T>(List<Answer> when, T then) {
  public Hypothesis {
    when = List.copyOf(when);
  }

  /**
   * How something turns out that an input leaves open.
   *
   * @param question what is open, the same for every answer to it
   * @param words the answer, as in {@code `CreateAlarms` is `true`}
   * @param settledBy an option that tells, such as {@code --parameter CreateAlarms=…}
   */
  public record Answer(String question, String words, Optional<String> settledBy) {}
}
