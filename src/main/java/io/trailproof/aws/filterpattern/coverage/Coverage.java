package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import java.util.List;
import java.util.function.Function;

/**
 * Whether every record of a scenario matches at least one of some patterns: filters of one metric
 * count together (F53).
 */
public sealed interface Coverage {
  /** Decides exactly, or says why not; at the latest after 20,000 steps, about a millisecond. */
  static Coverage of(List<FilterPattern> patterns, Scenario scenario) {
    for (FilterPattern pattern : patterns) {
      if (pattern instanceof JsonPattern json && scenario.isWithin(json.expression())) {
        return new Complete();
      }
    }
    return new CoverageQuestion(patterns, scenario).covers();
  }

  /**
   * The same for who wants the clauses alone and no record to show: what names and sources decide
   * takes no search, and the witness has these only.
   */
  static Coverage inWords(List<FilterPattern> patterns, Scenario scenario) {
    return scenario
        .missedByName(patterns)
        .<Coverage>map(Misses::new)
        .orElseGet(() -> of(patterns, scenario));
  }

  <R> R match(
      Function<Complete, R> complete, Function<Misses, R> misses, Function<Undecided, R> undecided);

  /** Every record matches. */
  record Complete() implements Coverage {
    @Override
    public <R> R match(
        Function<Complete, R> complete,
        Function<Misses, R> misses,
        Function<Undecided, R> undecided) {
      return complete.apply(this);
    }
  }

  /** The witness matches none of the patterns. */
  record Misses(Witness witness) implements Coverage {
    @Override
    public <R> R match(
        Function<Complete, R> complete,
        Function<Misses, R> misses,
        Function<Undecided, R> undecided) {
      return misses.apply(this);
    }
  }

  /** Neither can be shown: the service's behaviour is not known, or a limit of ours is reached. */
  record Undecided(String why) implements Coverage {
    @Override
    public <R> R match(
        Function<Complete, R> complete,
        Function<Misses, R> misses,
        Function<Undecided, R> undecided) {
      return undecided.apply(this);
    }
  }
}
